import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, exampleFile, runAxial, temporaryFolder, withStores } from './run-axial.ts';

const folder = temporaryFolder();
const exampleText = readFileSync(exampleFile, 'utf8');

describe('axial simulate --out', () => {
  it('gives the same answers for the same seed and others for another', async () => {
    const write = async (name: string, seed: string): Promise<string> => {
      const out = folder.file(name);
      const ended = await runAxial(['simulate', exampleFile, '--n', '40', '--seed', seed, '--out', out]);
      expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
      return readFileSync(out, 'utf8');
    };
    const [first, again, other] = await Promise.all([write('1', '7'), write('2', '7'), write('3', '8')]);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(first.trimEnd().split('\n')).toHaveLength(41);
  });

  it('hands lines on as they are made, however many were asked for', async () => {
    const pipe = folder.file('pipe');
    execFileSync('mkfifo', [pipe]);
    const end = runAxial(['simulate', exampleFile, '--n', '10000000', '--out', pipe]);
    let read = 0;
    // To make all of them would take minutes; what is read of the first ones is proof that nobody waits for the last.
    for await (const piece of createReadStream(pipe)) {
      read += (piece as Buffer).length;
      if (read > 1_000_000) break;
    }
    expect(read).toBeGreaterThan(1_000_000);
    expect(await end).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`cannot write ${pipe}: EPIPE`),
    });
  });

  it('says in one line when the paths run in a circle, or the model names a path that is none', async () => {
    const study = JSON.parse(exampleText);
    study.paths.push({ key: 'BACK', kind: 'direct', from: 'core', to: 'causal', sign: '+' });
    const [circle, model, out] = [
      folder.file('circle.json'),
      folder.file('model.json'),
      folder.file('no.csv'),
    ];
    writeFileSync(circle, JSON.stringify(study));
    writeFileSync(model, '{ "paths": { "H1": 0.5, "H99": 0.5 } }');
    const [inCircle, unknown] = await Promise.all([
      runAxial(['simulate', circle, '--out', out]),
      runAxial(['simulate', exampleFile, '--model', model, '--out', out]),
    ]);
    expect(inCircle).toMatchObject({ code: 2, stdout: '' });
    expect(inCircle.stderr).toMatch(/^axial: .*circle.*\n$/);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/^axial: .*model\.json.*H99.*\n$/);
    expect(existsSync(out)).toBe(false);
  });
});

describe('axial simulate into the database', () => {
  let data: string;
  beforeAll(async () => {
    data = folder.file('data');
    mkdirSync(data);
    await withStores(data, () => {});
    await runAxial(['import', exampleFile, '--publish', '--data', data]);
  });

  it('marks every submission as simulated, gives none a guessable key, and leaves an audit entry', async () => {
    const args = ['simulate', 'social-security', '--n', '30', '--seed', '7', '--data', data];
    expect(await runAxial(args)).toEqual({
      code: 0,
      stdout: '30 simulated submissions stored with version 1 of social-security\n',
      stderr: '',
    });
    expect(await ask(data, 'SELECT mode, state, count(*) AS n FROM submission GROUP BY 1, 2')).toEqual([
      { mode: 'simulated', state: 'finished', n: 30 },
    ]);
    expect(
      await ask(data, 'SELECT count(DISTINCT key) AS keys, min(length(key)) AS shortest FROM submission'),
    ).toEqual([{ keys: 30, shortest: 22 }]);
    expect(
      await ask(data, "SELECT account_id, study_id, verb, detail FROM audit WHERE verb LIKE 'simulate%'"),
    ).toEqual([
      {
        account_id: null,
        study_id: 1,
        verb: 'simulate-answers (command line)',
        detail: '{"version":1,"respondents":30,"seed":7}',
      },
    ]);
  });

  it('stores the answers that the same seed writes to a file', async () => {
    const out = folder.file('same.csv');
    await runAxial(['simulate', exampleFile, '--n', '30', '--seed', '7', '--out', out]);
    const stored = (await ask(data, 'SELECT answers FROM submission ORDER BY id')) as { answers: string }[];
    const asCsv = stored.map(({ answers }) =>
      (JSON.parse(answers) as unknown[]).map((value) => (typeof value === 'number' ? value : '')).join(','),
    );
    expect(readFileSync(out, 'utf8').trimEnd().split('\n').slice(1)).toEqual(asCsv);
  });

  it('exports them raw and scored with a column that says so', async () => {
    const [raw, scored] = await Promise.all(
      ['raw', 'scored'].map((kind) =>
        runAxial(['export', 'social-security', '--answers', kind, '--data', data]),
      ),
    );
    for (const { code, stdout } of [raw!, scored!]) {
      expect(code).toBe(0);
      const lines = stdout.trimEnd().split('\n');
      expect(lines).toHaveLength(31);
      expect(lines.slice(1).every((line) => line.includes('simulated'))).toBe(true);
    }
  });
});
