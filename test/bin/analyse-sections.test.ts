import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAnalyseCommand } from '../../src/bin/commands/analyse.ts';
import { UsageError } from '../../src/bin/commands/usage-error.ts';
import { answerKeysOf } from '../../src/domain/version.ts';
import { STUDY, simulated } from '../analysis/sections/sections-of-rows.ts';

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'axial-analyse-'));
  writeFileSync(file('study.json'), JSON.stringify(STUDY));
  const rows = simulated(STUDY, 120).map((row) =>
    row.map((answer) => (typeof answer === 'number' ? answer : '')).join(','),
  );
  writeFileSync(file('answers.csv'), [answerKeysOf(STUDY).join(','), ...rows].join('\n'));
  writeFileSync(file('model.txt'), 'f =~ c1 + c2 + c3 + c4\ng =~ o1 + o2 + o3 + o4\ng ~ b*f\n');
  writeFileSync(file('broken.txt'), 'f =~ c1 + ');
  writeFileSync(file('strange.txt'), 'f =~ c1 + c2 + nobody');
});

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs the command in this process; what it prints comes back. */
async function analyse(...options: readonly string[]): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  addAnalyseCommand(program);
  for (const command of program.commands) command.exitOverride();
  await program.parseAsync(['node', 'axial', 'analyse', file('study.json'), file('answers.csv'), ...options]);
  return said;
}

describe('axial analyse', () => {
  it('prints no sections unless they are asked for', async () => {
    const { out, err } = await analyse('--json');
    expect(JSON.parse(out)).not.toHaveProperty('sections');
    expect(err).toBe('');
  });

  it('puts the sections into the JSON, and says on stderr how far it is', async () => {
    const { out, err } = await analyse('--json', '--sections', 'reliability,missing', '--resamples', '100');
    const { sections } = JSON.parse(out);
    expect(Object.keys(sections)).toEqual(['settings', 'missing', 'reliability', 'statistics']);
    expect(sections.settings).toMatchObject({ seed: 1, resamples: 100 });
    expect(err).toBe('missing (1 of 2)\nreliability (2 of 2)\n');
  });

  it('carries the seed into the numbers', async () => {
    const boundsWith = async (seed: string) => {
      const { out } = await analyse(
        '--json',
        '--sections',
        'reliability',
        '--resamples',
        '100',
        '--seed',
        seed,
      );
      return JSON.parse(out).sections.reliability.constructs[0].alpha.intervals.bootstrap;
    };
    expect(await boundsWith('7')).toEqual(await boundsWith('7'));
    expect((await boundsWith('7')).lower).not.toBe((await boundsWith('8')).lower);
  });

  it('prints every section as tables for people', async () => {
    const { out } = await analyse('--sections', 'all', '--resamples', '100', '--model', file('model.txt'));
    for (const title of [
      'Reliability',
      'Structure of the items',
      'Measurement model',
      'Groups',
      'Fitted model',
    ])
      expect(out).toContain(`\n${title}\n===`);
    expect(out).not.toMatch(/NaN|undefined|\[object/);
  });

  it('fits a model with the estimator and the missing rule that are named', async () => {
    const { out } = await analyse(
      '--json',
      '--model',
      file('model.txt'),
      '--estimator',
      'MLR',
      '--missing',
      'fiml',
    );
    const report = JSON.parse(out);
    expect(report.provenance.missing).toBe('person-mean');
    expect(report.sections.fittedModel.result).toMatchObject({
      estimator: 'MLR',
      missing: 'fiml',
      n: 120,
      df: 19,
    });
  });

  it.each([
    ['a section that does not exist', ['--sections', 'reliability,dreams'], '"dreams"'],
    ['FIML without a model', ['--missing', 'fiml'], '--model'],
    ['FIML for ordinal items', ['--missing', 'fiml', '--estimator', 'WLSMV', '--model', 'MODEL'], 'WLSMV'],
    ['a model that cannot be read', ['--model', 'BROKEN'], 'broken.txt: parseModel requires a name'],
    ['a model of items that are not there', ['--model', 'STRANGE'], 'nobody'],
    ['a model file that is not there', ['--model', 'NONE'], 'cannot read'],
    ['too few resamples', ['--sections', 'all', '--resamples', '20'], '--resamples'],
  ])('refuses %s in one line', async (_, options, words) => {
    const names: Record<string, string> = {
      MODEL: file('model.txt'),
      BROKEN: file('broken.txt'),
      STRANGE: file('strange.txt'),
      NONE: file('none.txt'),
    };
    const failure = analyse(...options.map((option) => names[option] ?? option));
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(words);
  });
});
