import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, exampleFile, runAxial, temporaryFolder, withStores } from './run-axial.ts';

const folder = temporaryFolder();
const exampleText = readFileSync(exampleFile, 'utf8');

/** A study that may be stored and not published: some of its items stand on no page. */
function unpublishable(): string {
  const study = JSON.parse(exampleText);
  study.key = 'unpublishable';
  study.pages = study.pages.slice(1);
  return JSON.stringify(study);
}

async function dataFolder(name: string): Promise<string> {
  const path = folder.file(name);
  mkdirSync(path);
  await withStores(path, () => {});
  return path;
}

describe('axial import', () => {
  it('keeps the bytes of an oddly formatted file, which export gives back', async () => {
    const data = await dataFolder('round-trip');
    const odd = `\uFEFF\r\n  ${exampleText.replaceAll('\n', '\r\n').replace('"format"', '\t"format" ')}\n\n`;
    const [file, fromOut] = [folder.file('odd.json'), folder.file('out.json')];
    writeFileSync(file, odd);
    expect(await runAxial(['import', file, '--data', data])).toEqual({
      code: 0,
      stdout: 'study social-security imported\n',
      stderr: '',
    });
    const [printed, written] = await Promise.all([
      runAxial(['export', 'social-security', '--data', data]),
      runAxial(['export', 'social-security', '--data', data, '--out', fromOut]),
    ]);
    expect(Buffer.from(printed.stdout).equals(readFileSync(file))).toBe(true);
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(fromOut).equals(readFileSync(file))).toBe(true);
    expect(await ask(data, 'SELECT account_id, study_id, verb, detail FROM audit')).toEqual([
      { account_id: null, study_id: 1, verb: 'import-study (command line)', detail: 'social-security' },
    ]);
    const again = await runAxial(['import', file, '--data', data]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('social-security');
  });

  it('names the fault of a file and its place', async () => {
    const data = await dataFolder('faulty');
    const file = folder.file('faulty.json');
    writeFileSync(file, exampleText.replace('"languages"', '"langages"'));
    const ended = await runAxial(['import', file, '--data', data]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('faulty.json');
    expect(ended.stderr).toContain('langages');
  });
});

describe('axial import --publish', () => {
  let data: string;
  beforeAll(async () => {
    data = await dataFolder('publish');
  });

  it('leaves nothing behind when the study cannot be published, the first time and the second', async () => {
    const file = folder.file('unpublishable.json');
    writeFileSync(file, unpublishable());
    const first = await runAxial(['import', file, '--data', data, '--publish']);
    expect(first).toMatchObject({ code: 2, stdout: '' });
    expect(await ask(data, 'SELECT key FROM study')).toEqual([]);
    expect(await runAxial(['import', file, '--data', data, '--publish'])).toEqual(first);
  });

  it('freezes version 1 and prints where to answer it', async () => {
    const ended = await runAxial(['import', exampleFile, '--data', data, '--publish']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^study social-security imported\nversion 1 published: http:\/\/\S+\/s\/\w+\n$/,
    );
    expect(await ask(data, 'SELECT number, document FROM version')).toEqual([
      { number: 1, document: exampleText },
    ]);
    const again = await runAxial(['import', exampleFile, '--data', data, '--publish']);
    expect(again.code).toBe(2);
  });

  it('goes on where an import that was cut off between the two left it', async () => {
    const half = await dataFolder('half');
    await withStores(half, ({ studies }) => studies.insertStudy(null, 'social-security', exampleText, 1));
    expect(await runAxial(['import', exampleFile, '--data', half])).toMatchObject({ code: 2 });
    expect(await runAxial(['import', exampleFile, '--data', half, '--publish'])).toMatchObject({ code: 0 });
    expect(await ask(half, 'SELECT number FROM version')).toEqual([{ number: 1 }]);
  });
});

describe('axial export', () => {
  it('gives the draft, or the version that is named', async () => {
    const data = await dataFolder('versions');
    await runAxial(['import', exampleFile, '--data', data, '--publish']);
    await withStores(data, ({ studies }) => studies.saveDraft(1, 1, 'changed since', 2));
    const [draft, version] = await Promise.all([
      runAxial(['export', 'social-security', '--data', data]),
      runAxial(['export', 'social-security', '--version', '1', '--data', data]),
    ]);
    expect(draft.stdout).toBe('changed since');
    expect(version.stdout).toBe(exampleText);
  });

  it('names the study or the version that there is not', async () => {
    const data = await dataFolder('unknown');
    await withStores(data, ({ studies }) => studies.insertStudy(null, 'social-security', exampleText, 1));
    const [study, version] = await Promise.all([
      runAxial(['export', 'nothing', '--data', data]),
      runAxial(['export', 'social-security', '--version', '7', '--data', data]),
    ]);
    expect(study).toEqual({ code: 2, stdout: '', stderr: 'axial: no study has the key nothing\n' });
    expect(version).toMatchObject({ code: 2, stdout: '' });
    expect(version.stderr).toMatch(/^axial: .*7.*\n$/);
  });
});
