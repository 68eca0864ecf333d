import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../src/storage/connection.ts';
import { submissionBatches } from '../../src/storage/submission-batch.ts';
import { begin, DAY, newKey, type PublishedStudy, page, publishedStudy } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
const { connection } = database;
let published: PublishedStudy;
beforeAll(async () => {
  published = await publishedStudy(database);
});
beforeEach(() => connection.exec('DELETE FROM submission'));
afterAll(() => database.remove());

const count = () => connection.prepare('SELECT count(*) FROM submission').pluck().get();
const done = (result: unknown) => ({ done: true, result });

describe('a batch', () => {
  it('is one transaction', () => {
    const batches = submissionBatches(connection);
    const key = newKey();
    connection.pragma('wal_checkpoint(TRUNCATE)');
    const writes = [
      begin(published, key),
      page(key, 1, [1, 2, 3]),
      page(key, 1, [1, 2, 3]),
      begin(published),
    ];
    expect(batches.writeAll(writes)).toEqual(['stored', 'stored', 'unchanged', 'stored'].map(done));
    expect(commitsInLog()).toBe(1);
    batches.writeAll([begin(published)]);
    expect(commitsInLog()).toBe(2);
  });

  it('with one bad write stores its neighbours, and says which is bad and why', () => {
    const bad = begin(published, newKey(), { versionId: 987_654 });
    const keys = [newKey(), newKey()];
    const outcomes = submissionBatches(connection).writeAll([
      begin(published, keys[0]),
      page(keys[0]!, 1, [1, 2, 3]),
      bad,
      begin(published, keys[1]),
    ]);
    expect(outcomes).toEqual([
      done('stored'),
      done('stored'),
      { done: false, fault: 'write', reason: 'RangeError: there is no version 987654' },
      done('stored'),
    ]);
    expect(count()).toBe(2);
  });

  it('with a write that a constraint refuses stores its neighbours too', () => {
    const bad = begin(published, newKey(), { language: 'a language with spaces' });
    const outcomes = submissionBatches(connection).writeAll([begin(published), bad, begin(published)]);
    expect(outcomes.map((outcome) => outcome.done)).toEqual([true, false, true]);
    expect(outcomes[1]).toMatchObject({
      fault: 'write',
      reason: expect.stringContaining('SQLITE_CONSTRAINT_CHECK'),
    });
  });

  it('does not confuse the consent of a batch that was taken back with one that is stored', () => {
    const batches = submissionBatches(connection);
    const consentHash = newKey().padEnd(64, '0');
    const bad = begin(published, newKey(), { versionId: 987_654 });
    const outcomes = batches.writeAll([begin(published, newKey(), { consentHash }), bad]);
    expect(outcomes[0]).toEqual(done('stored'));
    expect(batches.writeAll([begin(published, newKey(), { consentHash })])).toEqual([done('stored')]);
  });
});

describe("the database's own faults", () => {
  it('are told apart from bad writes: a read-only file', () => {
    const readonly = openConnection(database.file, { readonly: true });
    const outcomes = submissionBatches(readonly).writeAll([begin(published), begin(published)]);
    readonly.close();
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        done: false,
        fault: 'database',
        reason: expect.stringMatching(/^SQLITE_READONLY/),
      });
    }
    expect(outcomes).toHaveLength(2);
  });

  it('are told apart from bad writes: a full disk, and it works again when there is room', () => {
    const full = openConnection(database.file);
    const batches = submissionBatches(full);
    const pages = full.pragma('page_count', { simple: true }) as number;
    full.pragma(`max_page_count = ${pages}`);
    const rows = () => Array.from({ length: 500 }, () => begin(published));
    const stored = () => batches.writeAll(rows());
    const outcomes = stored();
    expect(outcomes[0]).toMatchObject({
      done: false,
      fault: 'database',
      reason: expect.stringMatching(/^SQLITE_FULL/),
    });
    expect(count()).toBe(0);
    full.pragma(`max_page_count = ${pages + 10_000}`);
    expect(stored()[0]).toEqual(done('stored'));
    full.close();
  });

  it('are told apart from bad writes: another writer that does not let go', () => {
    const busy = openConnection(database.file, { busyTimeout: 20 });
    connection.exec('BEGIN IMMEDIATE');
    const start = performance.now();
    const outcomes = submissionBatches(busy).writeAll(Array.from({ length: 200 }, () => begin(published)));
    connection.exec('ROLLBACK');
    busy.close();
    expect(outcomes.every((outcome) => !outcome.done && outcome.reason.startsWith('SQLITE_BUSY'))).toBe(true);
    // Waited once for all, not once for each.
    expect(performance.now() - start).toBeLessThan(200 * 20);
  });
});

it('stores whole submissions all or not at all', () => {
  const batches = submissionBatches(connection);
  const row = () => ({ key: newKey(), answers: [1, 2, 3, 4, 5, 1] });
  const input = { versionId: published.version.id, mode: 'imported', language: 'en', day: DAY } as const;
  const twice = row();
  expect(batches.insertFinished({ ...input, rows: [row(), twice, row(), twice] })).toMatchObject({
    done: false,
    fault: 'write',
    reason: expect.stringContaining('submission.key'),
  });
  expect(batches.insertFinished({ ...input, rows: [row(), { ...row(), answers: [1] }] })).toMatchObject({
    done: false,
  });
  expect(count()).toBe(0);
  expect(batches.insertFinished({ ...input, rows: [row(), twice] })).toEqual(done(2));
  expect(count()).toBe(2);
});

/** Commits since the log file was last emptied: a frame that ends a transaction carries the size of the database. */
function commitsInLog(): number {
  const log = readFileSync(`${database.file}-wal`);
  const frame = 24 + (connection.pragma('page_size', { simple: true }) as number);
  let commits = 0;
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) > 0) commits++;
  return commits;
}
