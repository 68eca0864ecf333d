import type { Command } from 'commander';
import { findStatistics, nearestWords } from '../../analysis/catalogue/find-statistics.ts';
import { type StatisticEntry, TOOL_NAMES, type Tool } from '../../analysis/catalogue/statistic-entry.ts';
import { STATISTICS } from '../../analysis/catalogue/statistics.ts';
import { UsageError } from './usage-error.ts';

export function addExplainCommand(program: Command): void {
  program
    .command('explain [words...]')
    .description('what a statistic is: definition, formula, source, and how other programs differ')
    .option('--json', 'print the entries as JSON')
    .addHelpText(
      'after',
      `
Without a word, all statistics by group. A word finds every statistic of that name: axial explain omega`,
    )
    .action((words: readonly string[], options: { json?: boolean }) => {
      const asked = words.join(' ');
      const entries = asked === '' ? STATISTICS : findStatistics(asked);
      if (entries.length === 0) throw new UsageError(unknown(asked));
      if (options.json) process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
      else process.stdout.write(asked === '' ? listOf(entries) : entries.map(explanation).join('\n'));
    });
}

function unknown(asked: string): string {
  const near = nearestWords(asked);
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : '';
  return `no statistic is called "${asked}"${hint} (axial explain lists all)`;
}

function listOf(entries: readonly StatisticEntry[]): string {
  const width = Math.max(...entries.map(({ key }) => key.length));
  return [...new Set(entries.map(({ group }) => group))]
    .map((group) => {
      const lines = entries
        .filter((entry) => entry.group === group)
        .map(({ key, title }) => `  ${key.padEnd(width)}  ${title}`);
      return `${group}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function explanation(entry: StatisticEntry): string {
  const { key, title, definition, formula, range, missing, source, files, checked, differs = {} } = entry;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['which one', definition],
    ['formula', formula],
    ['range', range],
    ['missing answers', missing],
    ['source', source],
    ['code', files.map((file) => `src/statistics/${file}`).join(', ') || undefined],
    ['checked against', checked],
    ...Object.entries(differs).map(([tool, how]) => [TOOL_NAMES[tool as Tool], how] as const),
  ];
  const width = 18;
  const lines = facts.flatMap(([name, text]) =>
    text === undefined ? [] : [`  ${name.padEnd(width)}${wrapped(text, 100 - width, width + 2)}`],
  );
  return `${title} (${key})\n${lines.join('\n')}\n`;
}

function wrapped(text: string, width: number, indent: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
