import type { StatisticEntry, StatisticGroup } from './statistic-entry.ts';
import { STATISTICS } from './statistics.ts';

/** The README's list of statistics, in Markdown: what stands between its two marks. */
export function readmeStatistics(): string {
  const groups = [...new Set(STATISTICS.map(({ group }) => group))];
  return groups.map(sectionOf).join('\n\n');
}

function sectionOf(group: StatisticGroup): string {
  const rows = STATISTICS.filter((entry) => entry.group === group).map(rowOf);
  const heading = group.charAt(0).toUpperCase() + group.slice(1);
  return [
    `**${heading}**`,
    '',
    '| `axial explain …` | statistic | which one | checked against |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function rowOf({ key, title, definition, checked }: StatisticEntry): string {
  return `| \`${key}\` | ${cell(title)} | ${cell(definition)} | ${cell(checked)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
