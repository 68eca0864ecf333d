import { renameSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionWriteResult } from '../../src/domain/submission.ts';
import { SubmissionQueue, type SubmissionQueueOptions } from '../../src/storage/submission-queue.ts';
import { submissionStore } from '../../src/storage/submission-store.ts';
import { begin, DAY, newKey, type PublishedStudy, page, publishedStudy } from './published-study.ts';
import { temporaryDatabase, workerFile } from './temporary-database.ts';

const database = temporaryDatabase();
const store = submissionStore(database);
let published: PublishedStudy;
const queues: SubmissionQueue[] = [];
const logged: object[] = [];

beforeAll(async () => {
  published = await publishedStudy(database);
});
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.close()));
  logged.length = 0;
});
afterAll(() => database.remove());

function newQueue(options: Partial<SubmissionQueueOptions> = {}): SubmissionQueue {
  const note = (details: object) => void logged.push(details);
  const log = { info: note, warn: note, error: note };
  const queue = new SubmissionQueue({ file: database.file, workerFile, log, ...options });
  queues.push(queue);
  return queue;
}

const tally = (results: readonly SubmissionWriteResult[]) => ({
  stored: results.filter((result) => result === 'stored').length,
  unchanged: results.filter((result) => result === 'unchanged').length,
});
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

describe('writing', () => {
  it('is answered after the commit: another connection sees it at once', async () => {
    const queue = newQueue();
    for (const write of times(20, () => begin(published))) {
      expect(await queue.write(write)).toBe('stored');
      expect(await store.findOptionalSubmission(write.key)).toMatchObject({ key: write.key });
    }
  });

  it('the same post fifty times at once stores one submission and one page', async () => {
    const queue = newQueue();
    const write = begin(published);
    expect(tally(await Promise.all(times(50, () => queue.write(write))))).toEqual({
      stored: 1,
      unchanged: 49,
    });
    const last = page(write.key, 1, [1, 2, 3], { finish: true });
    expect(tally(await Promise.all(times(50, () => queue.write(last))))).toEqual({
      stored: 1,
      unchanged: 49,
    });
    const rows = database.reader.prepare('SELECT count(*) FROM submission WHERE key = ?').pluck();
    expect(rows.get(write.key)).toBe(1);
  });

  it('keeps the order in which writes were given', async () => {
    const queue = newQueue();
    const { key, ...rest } = begin(published);
    const results = await Promise.all([
      queue.write(page(key, 1, [1])),
      queue.write({ key, ...rest }),
      queue.write(page(key, 1, [1])),
      queue.write(page(key, 1, [2], { finish: true })),
      queue.write(page(key, 1, [3])),
    ]);
    expect(results).toEqual(['unknown', 'stored', 'stored', 'stored', 'finished']);
  });

  it('shares one commit among everything that queued during the last', async () => {
    const queue = newQueue();
    await queue.write(begin(published));
    const before = await queue.status();
    await Promise.all(times(500, () => queue.write(begin(published))));
    const after = await queue.status();
    expect(after.writes - before.writes).toBe(500);
    expect(after.commits - before.commits).toBe(2);
  });

  it('with one bad write among many refuses that one and stores the others', async () => {
    const queue = newQueue();
    const bad = begin(published, newKey(), { versionId: 987_654 });
    const writes = times(31, (i) => queue.write(i === 15 ? bad : begin(published)));
    const settled = await Promise.allSettled(writes);
    expect(settled.map((result) => result.status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(settled[15]).toMatchObject({ reason: { message: expect.stringContaining('no version 987654') } });
    expect(JSON.stringify(logged)).toContain('no version 987654');
  });

  it("is at synchronous=FULL, as read on the writer's connection after a commit", async () => {
    const queue = newQueue();
    expect((await queue.status()).synchronousAfterCommit).toBeNull();
    await queue.write(begin(published));
    expect(await queue.status()).toMatchObject({
      fault: null,
      synchronousAfterCommit: 2,
      journalMode: 'wal',
      secureDelete: 1,
    });
  });
});

describe('whole submissions', () => {
  const input = (rows: number) => ({
    versionId: published.version.id,
    mode: 'simulated' as const,
    language: 'fa',
    day: DAY,
    rows: times(rows, () => ({ key: newKey(), answers: [1, 2, 3, 4, 5, 'skipped' as const] })),
  });

  it('are stored all or none, between the writes of respondents', async () => {
    const queue = newQueue();
    const before = await store.countSubmissions(published.version.id);
    const bad = input(3);
    bad.rows[2] = { ...bad.rows[0]! };
    const [good, refused, ...writes] = await Promise.allSettled([
      queue.insertFinished(input(1000)),
      queue.insertFinished(bad),
      ...times(50, () => queue.write(begin(published))),
    ]);
    expect(good).toMatchObject({ value: 1000 });
    expect(refused).toMatchObject({ status: 'rejected' });
    expect(writes.every((write) => write.status === 'fulfilled')).toBe(true);
    const after = await store.countSubmissions(published.version.id);
    expect(after.byMode.simulated - before.byMode.simulated).toBe(1000);
  });

  it('have their turn while respondents never stop writing', async () => {
    const queue = newQueue();
    let running = true;
    const respondent = async () => {
      while (running) await queue.write(begin(published));
    };
    const respondents = times(8, respondent);
    expect(await queue.insertFinished(input(10))).toBe(10);
    running = false;
    await Promise.all(respondents);
  });
});

describe('when it cannot be stored', () => {
  it('a full queue refuses at once, and what it took is stored', async () => {
    const queue = newQueue({ capacity: 10 });
    const settled = await Promise.allSettled(times(30, () => queue.write(begin(published))));
    const refused = settled.filter((result) => result.status === 'rejected');
    // The first was under way at once; ten waited.
    expect(refused).toHaveLength(30 - 1 - 10);
    for (const { reason } of refused) expect(reason).toMatchObject({ kind: 'busy', code: 'not-saved' });
    expect(await queue.write(begin(published))).toBe('stored');
  });

  it('another writer that does not let go makes it notSaved with the reason in the log, and later it works', async () => {
    const queue = newQueue({ busyTimeout: 50 });
    await queue.write(begin(published));
    const write = begin(published);
    database.connection.exec('BEGIN IMMEDIATE');
    try {
      await expect(queue.write(write)).rejects.toMatchObject({ code: 'not-saved' });
      expect((await queue.status()).fault).toContain('locked');
    } finally {
      database.connection.exec('ROLLBACK');
    }
    expect(JSON.stringify(logged)).toContain('SQLITE_BUSY');
    expect(await store.findOptionalSubmission(write.key)).toBeNull();
    expect((await queue.status()).fault).toBeNull();
    expect(await queue.write(write)).toBe('stored');
  });

  it('a worker that cannot open the file makes it notSaved, and the next write tries again', async () => {
    const queue = newQueue({ file: `${database.file}-moved` });
    await expect(queue.write(begin(published))).rejects.toMatchObject({ code: 'not-saved' });
    await expect(queue.status()).rejects.toThrow('worker ended');
    const other = temporaryDatabase();
    const elsewhere = await publishedStudy(other);
    other.connection.pragma('wal_checkpoint(TRUNCATE)');
    await other.close();
    renameSync(other.file, `${database.file}-moved`);
    expect(await queue.write(begin(elsewhere))).toBe('stored');
  });
});

describe('closing', () => {
  it('stores what is queued, then refuses', async () => {
    const queue = newQueue();
    const writes = times(200, () => begin(published));
    const results = Promise.all(writes.map((write) => queue.write(write)));
    const closed = queue.close();
    await expect(queue.write(begin(published))).rejects.toMatchObject({ code: 'not-saved' });
    await closed;
    expect(tally(await results).stored).toBe(200);
    for (const { key } of writes) expect(await store.findOptionalSubmission(key)).not.toBeNull();
    await expect(queue.status()).rejects.toThrow('closed');
  });

  it('a queue that was never used, twice, is done', async () => {
    const queue = newQueue();
    await queue.close();
    await queue.close();
  });
});
