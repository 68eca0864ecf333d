import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { STATISTICS } from '../../src/analysis/catalogue/statistics.ts';
import { addExplainCommand } from '../../src/bin/commands/explain.ts';
import { UsageError } from '../../src/bin/commands/usage-error.ts';

afterEach(() => vi.restoreAllMocks());

async function explain(...words: readonly string[]): Promise<string> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const program = new Command();
  addExplainCommand(program);
  await program.parseAsync(['node', 'axial', 'explain', ...words]);
  return out;
}

describe('axial explain', () => {
  it('lists every statistic by group when no word is given', async () => {
    const out = await explain();
    expect(STATISTICS.filter(({ key }) => !out.includes(`  ${key} `))).toEqual([]);
    expect(out.indexOf('\nreliability\n')).toBeLessThan(out.indexOf('\nplanning\n'));
  });

  it('prints definition, formula, source and the other programs', async () => {
    const out = await explain('cronbach-alpha');
    for (const words of [
      'k / (k − 1)',
      'doi:10.1007/BF02310555',
      'psych',
      'lavaan/semTools',
      'SPSS',
      'SmartPLS',
    ])
      expect(out).toContain(words);
  });

  it('finds by several words, and every statistic of a family', async () => {
    expect(await explain('cronbach', 'alpha')).toContain('(cronbach-alpha)');
    const omega = await explain('omega');
    for (const key of ['omega-total', 'omega-hierarchical', 'categorical-omega'])
      expect(omega).toContain(`(${key})`);
  });

  it('keeps lines within the width of a terminal', async () => {
    const longest = (await explain('omega'))
      .split('\n')
      .reduce((most, line) => Math.max(most, line.length), 0);
    expect(longest).toBeLessThanOrEqual(110);
  });

  it('gives the entries as JSON', async () => {
    expect(JSON.parse(await explain('kmo', '--json'))).toEqual(
      STATISTICS.filter(({ key }) => key === 'kaiser-meyer-olkin'),
    );
  });

  it('refuses an unknown word and names near ones', async () => {
    await expect(explain('omga')).rejects.toThrow(UsageError);
    await expect(explain('omga')).rejects.toThrow('omega');
  });
});
