import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backup } from '../../src/storage/backup.ts';
import { studyStore } from '../../src/storage/study-store.ts';
import { type TemporaryDatabase, temporaryDatabase, temporaryFolder } from './temporary-database.ts';

let database: TemporaryDatabase;
let folder: string;
let remove: () => void;
beforeEach(() => {
  database = temporaryDatabase();
  ({ folder, remove } = temporaryFolder());
});
afterEach(async () => {
  await database.remove();
  remove();
});

it('copies the database to one whole file while it is being written to', async () => {
  const studies = studyStore(database);
  for (let i = 0; i < 300; i++) await studies.insertStudy(null, `before-${i}`, 'x'.repeat(5000), 1);
  let running = true;
  let written = 0;
  const writing = (async () => {
    for (; running; written++) {
      await studies.insertStudy(null, `during-${written}`, 'x'.repeat(5000), 1);
      await new Promise(setImmediate);
    }
  })();
  const target = join(folder, 'copy.sqlite');
  await backup(database.connection, target);
  running = false;
  await writing;
  expect(written).toBeGreaterThan(0);
  expect(readdirSync(folder)).toEqual(['copy.sqlite']);
  expect(statSync(target).mode & 0o777).toBe(0o600);
  const copy = new Database(target, { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(copy.prepare("SELECT count(*) FROM study WHERE key LIKE 'before-%'").pluck().get()).toBe(300);
  copy.close();
});

it('does not write over a file that is there', async () => {
  const target = join(folder, 'mine.sqlite');
  writeFileSync(target, 'precious');
  await expect(backup(database.connection, target)).rejects.toThrow('exists already');
  expect(statSync(target).size).toBe(8);
});

it('leaves no file behind when it fails', async () => {
  const target = join(folder, 'missing-folder', 'copy.sqlite');
  await expect(backup(database.connection, target)).rejects.toThrow();
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
