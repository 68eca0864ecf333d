import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportedSubmissions } from '../../src/domain/submission.ts';
import { submissionBatches } from '../../src/storage/submission-batch.ts';
import { SubmissionQueue } from '../../src/storage/submission-queue.ts';
import { submissionStore } from '../../src/storage/submission-store.ts';
import { begin, DAY, newKey, type PublishedStudy, publishedStudy } from './published-study.ts';
import { temporaryDatabase, workerFile } from './temporary-database.ts';

const database = temporaryDatabase();
const store = submissionStore(database);
let published: PublishedStudy;
let queue: SubmissionQueue;

beforeEach(async () => {
  published = await publishedStudy(database);
  queue = new SubmissionQueue({ file: database.file, workerFile });
});
afterEach(() => queue.close());
afterAll(() => database.remove());

const hash = (sign: string) => sign.repeat(64);
const rowsOf = (count: number) =>
  Array.from({ length: count }, () => ({ key: newKey(), answers: [1, 2, 3, 4, 5, 'skipped' as const] }));
const input = (count: number, change: Partial<ImportedSubmissions> = {}): ImportedSubmissions => ({
  versionId: published.version.id,
  fileHash: hash('a'),
  language: 'fa',
  day: DAY,
  rows: rowsOf(count),
  ...change,
});
const imported = async () => (await store.countSubmissions(published.version.id)).byMode.imported;
const leftovers = () =>
  database.reader
    .prepare(
      'SELECT (SELECT count(*) FROM import WHERE whole = 0) + count(*) FROM submission WHERE import_id IN (SELECT id FROM import WHERE whole = 0)',
    )
    .pluck()
    .get();

async function seen(): Promise<readonly number[]> {
  const columns = await store.readAnswerColumns(published.version.id);
  let streamed = 0;
  for await (const _ of store.streamSubmissions(published.version.id)) streamed++;
  const view = database.reader
    .prepare<[number], number>('SELECT count(DISTINCT submission_id) FROM answer WHERE version_id = ?')
    .pluck();
  return [await imported(), columns.count, streamed, view.get(published.version.id)!];
}

it('is seen by nobody until it is whole, and then by everybody', async () => {
  const { importStep } = submissionBatches(database.connection);
  const { versionId, fileHash, language } = input(0);
  const begun = importStep({ kind: 'begin', versionId, fileHash, day: DAY });
  if (!begun.done) throw new Error(begun.reason);
  const importId = begun.result;
  for (const rows of [rowsOf(700), rowsOf(800)])
    expect(importStep({ kind: 'add', importId, language, rows })).toMatchObject({ done: true });
  expect(await seen()).toEqual([0, 0, 0, 0]);
  expect(importStep({ kind: 'finish', importId, count: 1499 })).toMatchObject({ done: false });
  expect(await seen()).toEqual([0, 0, 0, 0]);
  expect(importStep({ kind: 'finish', importId, count: 1500 })).toEqual({ done: true, result: 1500 });
  expect(await seen()).toEqual([1500, 1500, 1500, 1500]);
  expect(importStep({ kind: 'add', importId, language, rows: rowsOf(1) })).toMatchObject({ done: false });
});

it('is all or nothing: one bad row at the end leaves no row', async () => {
  const rows = [...rowsOf(4100), { key: newKey(), answers: [1] }];
  await expect(queue.insertImported(input(0, { rows }))).rejects.toThrow('1 answers were given');
  expect(await seen()).toEqual([0, 0, 0, 0]);
  expect(leftovers()).toBe(0);
  expect(await queue.insertImported(input(4100))).toBe(4100);
  expect(await seen()).toEqual([4100, 4100, 4100, 4100]);
});

it('takes a file once a version, also when it is sent twice at the same moment', async () => {
  const settled = await Promise.allSettled([
    queue.insertImported(input(50)),
    queue.insertImported(input(50)),
  ]);
  expect(settled).toMatchObject([
    { status: 'fulfilled', value: 50 },
    { status: 'rejected', reason: { kind: 'conflict', code: 'already-imported' } },
  ]);
  expect(await imported()).toBe(50);
  expect(await queue.insertImported(input(7, { fileHash: hash('b') }))).toBe(7);
  published = await publishedStudy(database);
  expect(await queue.insertImported(input(50))).toBe(50);
});

it('clears away what a server left that stopped in the middle, and takes the file then', async () => {
  const { importStep } = submissionBatches(database.connection);
  const { versionId, fileHash, language } = input(0);
  const begun = importStep({ kind: 'begin', versionId, fileHash, day: DAY });
  if (!begun.done) throw new Error(begun.reason);
  importStep({ kind: 'add', importId: begun.result, language, rows: rowsOf(2500) });
  expect(leftovers()).toBe(2501);
  expect(await queue.insertImported(input(3))).toBe(3);
  expect(leftovers()).toBe(0);
  expect(await seen()).toEqual([3, 3, 3, 3]);
});

it('serves respondents and the question how it is between its pieces', async () => {
  let running = true;
  const importing = queue.insertImported(input(20_000)).finally(() => (running = false));
  let writes = 0;
  let answers = 0;
  while (running) {
    await queue.write(begin(published));
    if (running) writes++;
    await queue.status();
    if (running) answers++;
  }
  expect(await importing).toBe(20_000);
  expect(writes).toBeGreaterThan(5);
  expect(answers).toBeGreaterThan(5);
});

it('is finished before the queue closes', async () => {
  const importing = queue.insertImported(input(5000));
  await queue.close();
  expect(await importing).toBe(5000);
  expect(await imported()).toBe(5000);
});

it('leaves a download that began before it without any of its rows', async () => {
  const { importStep } = submissionBatches(database.connection);
  const { versionId, fileHash, language } = input(0);
  await queue.insertFinished({ versionId, mode: 'imported', language, day: DAY, rows: rowsOf(600) });
  const begun = importStep({ kind: 'begin', versionId, fileHash, day: DAY });
  if (!begun.done) throw new Error(begun.reason);
  importStep({ kind: 'add', importId: begun.result, language, rows: rowsOf(900) });
  let streamed = 0;
  for await (const _ of store.streamSubmissions(versionId)) {
    streamed++;
    if (streamed === 10) importStep({ kind: 'finish', importId: begun.result, count: 900 });
  }
  expect(streamed).toBe(600);
  expect((await seen())[2]).toBe(1500);
});
