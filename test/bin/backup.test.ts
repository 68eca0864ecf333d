import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, expect, it } from 'vitest';
import { runAxial, temporaryFolder, withStores } from './run-axial.ts';

const folder = temporaryFolder();
let data: string;
beforeAll(async () => {
  data = folder.file('data');
  mkdirSync(data);
  await withStores(data, ({ studies }) => studies.insertStudy(null, 'kept', '{}', 1));
});

it('copies the database, while it is open elsewhere, to a file that is whole', async () => {
  const target = folder.file('copy.sqlite');
  const ended = await withStores(data, async ({ studies }) => {
    await studies.insertStudy(null, 'not-yet-in-the-file', '{}', 2);
    return runAxial(['backup', target, '--data', data]);
  });
  expect(ended).toEqual({ code: 0, stdout: `${target}\n`, stderr: '' });
  const copy = new Database(target, { readonly: true, fileMustExist: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(copy.prepare('SELECT key FROM study ORDER BY id').pluck().all()).toEqual([
    'kept',
    'not-yet-in-the-file',
  ]);
  copy.close();
});

it('never writes over a file', async () => {
  const target = folder.file('there.sqlite');
  writeFileSync(target, 'precious');
  const ended = await runAxial(['backup', target, '--data', data]);
  expect(ended).toEqual({
    code: 2,
    stdout: '',
    stderr: `axial: ${target} exists; a backup never overwrites\n`,
  });
  expect(readFileSync(target, 'utf8')).toBe('precious');
});
