import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionData } from 'express-session';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from '../../src/storage/connection.ts';
import { migrate, readMigrations } from '../../src/storage/migrate.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { begin, publishedStudy } from './published-study.ts';
import { temporaryFolder, workerFile } from './temporary-database.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

const open = () => openStores({ file: join(folder, 'axial.sqlite'), workerFile });

it('makes a file where there is none, and finds everything again after closing', async () => {
  const first = await open();
  const published = await publishedStudy(first.database);
  const write = begin(published);
  expect(await first.submissionWriter.write(write)).toBe('stored');
  expect(await first.isHealthy()).toBe(true);
  await first.close();
  // Closed cleanly: everything is in the one file.
  expect(readdirSync(folder)).toEqual(['axial.sqlite']);

  const second = await open();
  expect(await second.studies.findOptionalStudyByKey(published.study.key)).toEqual(published.study);
  expect(await second.submissions.findOptionalSubmission(write.key)).toMatchObject({ state: 'in-progress' });
  await second.close();
});

it('copies a database of an older program before it brings it up to date', async () => {
  const older = openConnection(join(folder, 'axial.sqlite'));
  migrate(older, readMigrations().slice(0, -1));
  older.close();
  const stores = await open();
  await stores.studies.recordAudit({ accountId: null, studyId: null, verb: 'x', detail: '', now: 1 });
  await stores.close();
  const copy = readdirSync(folder).find((name) => name.includes('before'));
  expect(copy).toMatch(/^axial\.sqlite\.before-\d{12}_/);
  const kept = openConnection(join(folder, copy!), { readonly: true });
  expect(kept.prepare('SELECT count(*) FROM migration').pluck().get()).toBe(readMigrations().length - 1);
  kept.close();
});

it('refuses a database of a newer program and leaves it alone', async () => {
  const newer = openConnection(join(folder, 'axial.sqlite'));
  migrate(newer);
  newer.exec("INSERT INTO migration (name, checksum) VALUES ('999901010000_x__create.sql', '')");
  newer.close();
  await expect(open()).rejects.toThrow('newer or another program');
});

it('refuses an older database where it is told to, and leaves it alone', async () => {
  const file = join(folder, 'axial.sqlite');
  const older = openConnection(file);
  migrate(older, readMigrations().slice(0, -1));
  older.close();
  await expect(openStores({ file, workerFile, refuseOlder: true })).rejects.toThrow('lacks migration');
  const kept = openConnection(file, { readonly: true });
  expect(kept.prepare('SELECT count(*) FROM migration').pluck().get()).toBe(readMigrations().length - 1);
  kept.close();
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
});

it('is not healthy once the writer is gone', async () => {
  const stores = await open();
  await stores.submissionWriter.close();
  expect(await stores.isHealthy()).toBe(false);
  await stores.close();
});

it('is not healthy while the database takes no writes, and healthy again when it does', async () => {
  const stores = await open();
  const shell = openConnection(join(folder, 'axial.sqlite'));
  shell.exec('BEGIN IMMEDIATE');
  expect(await stores.isHealthy()).toBe(false);
  shell.exec('ROLLBACK');
  shell.close();
  // The worker is still waiting for the lock it was refused; its next answer is true again.
  await expect.poll(() => stores.isHealthy(), { timeout: 10_000 }).toBe(true);
  await stores.close();
});

it('deletes expired sessions when it opens', async () => {
  const first = await open();
  const expires = new Date(Date.now() - 1000);
  await new Promise<void>((resolve) => {
    const session = { cookie: { originalMaxAge: 1, expires } } as SessionData;
    first.sessions.set('old', session, () => resolve());
  });
  await first.close();
  const second = await open();
  const count = second.database.reader.prepare('SELECT count(*) FROM session').pluck().get();
  await second.close();
  expect(count).toBe(0);
});
