import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COLUMN_NO_ANSWER,
  COLUMN_NOT_REACHED,
  COLUMN_SKIPPED,
  type StoredAnswer,
} from '../../src/domain/submission.ts';
import { openConnection } from '../../src/storage/connection.ts';
import { submissionApplier } from '../../src/storage/submission-apply.ts';
import { submissionBatches } from '../../src/storage/submission-batch.ts';
import { submissionStore } from '../../src/storage/submission-store.ts';
import { begin, DAY, newKey, type PublishedStudy, page, publishedStudy } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());
const { apply } = submissionApplier(database.connection);
const batches = submissionBatches(database.connection);
const store = submissionStore(database);

function insert(
  { version }: PublishedStudy,
  answers: readonly StoredAnswer[][],
  mode: 'imported' | 'simulated' = 'imported',
  language = 'en',
) {
  const rows = answers.map((row) => ({ key: newKey(), answers: row }));
  const outcome = batches.insertFinished({ versionId: version.id, mode, language, day: DAY, rows });
  expect(outcome).toEqual({ done: true, result: answers.length });
  return rows;
}

describe('the columns of a version', () => {
  let published: PublishedStudy;
  beforeAll(async () => {
    published = await publishedStudy(database, 3);
    const other = await publishedStudy(database, 3);
    insert(published, [[1, 2, 3]]);
    insert(other, [[9, 9, 9]]);
    insert(published, [['skipped', 'no-answer', null]], 'simulated', 'fa');
    insert(other, [[8, 8, 8]]);
    const write = begin(published, newKey(), { language: 'en' });
    apply(write);
    apply(page(write.key, 1, [-5, 0]));
  });

  it('hold every submission of the version and none of another, in stored order', async () => {
    const { columns, count, finished, mode, language, languages } = await store.readAnswerColumns(
      published.version.id,
    );
    expect(count).toBe(3);
    expect(columns.map((column) => [...column])).toEqual([
      [1, COLUMN_SKIPPED, -5],
      [2, COLUMN_NO_ANSWER, 0],
      [3, COLUMN_NOT_REACHED, COLUMN_NOT_REACHED],
    ]);
    expect([...finished]).toEqual([1, 1, 0]);
    expect([...mode]).toEqual([1, 2, 0]);
    expect([...language]).toEqual([0, 1, 0]);
    expect(languages).toEqual(['en', 'fa']);
  });

  it('are the same object while nothing changed', async () => {
    const first = await store.readAnswerColumns(published.version.id);
    expect(await store.readAnswerColumns(published.version.id)).toBe(first);
  });

  it('of a version without submissions are empty', async () => {
    const empty = await publishedStudy(database, 3);
    const read = await store.readAnswerColumns(empty.version.id);
    expect(read.count).toBe(0);
    expect(read.columns.map((column) => column.length)).toEqual([0, 0, 0]);
  });

  it('of a version that does not exist are a problem', async () => {
    await expect(store.readAnswerColumns(987_654)).rejects.toMatchObject({ code: 'version-unknown' });
  });

  it('of more submissions than one piece are all there, in order', async () => {
    const many = await publishedStudy(database, 3);
    const answers = Array.from({ length: 12_345 }, (_, i): StoredAnswer[] => [
      i % 100,
      Math.floor(i / 100) % 100,
      1,
    ]);
    insert(many, answers);
    const { columns, count } = await store.readAnswerColumns(many.version.id);
    expect(count).toBe(12_345);
    for (let k = 0; k < 3; k++) expect(Array.from(columns[k]!)).toEqual(answers.map((row) => row[k]));
  });
});

describe('the stamp', () => {
  const changes: [string, (key: string, published: PublishedStudy) => unknown][] = [
    ['a new submission', (_, published) => apply(begin(published))],
    ['a page', (key) => apply(page(key, 1, [1]))],
    ['an answer that is changed', (key) => [apply(page(key, 1, [1])), apply(page(key, 1, [2]))]],
    ['a finish', (key) => apply(page(key, 1, [], { finish: true }))],
    ['a deletion', (key) => database.connection.prepare('DELETE FROM submission WHERE key = ?').run(key)],
    ['whole submissions', (_, published) => insert(published, [[1, 2, 3]])],
    [
      'a deletion by another program',
      (key) => {
        const shell = openConnection(database.file);
        shell.prepare('DELETE FROM submission WHERE key = ?').run(key);
        shell.close();
      },
    ],
  ];

  it.each(changes)('moves with %s, and the next read sees it', async (_, change) => {
    const published = await publishedStudy(database, 3);
    const write = begin(published);
    apply(write);
    const before = await store.readAnswerColumns(published.version.id);
    change(write.key, published);
    const after = await store.readAnswerColumns(published.version.id);
    expect(after.stamp).not.toBe(before.stamp);
    expect({ ...after, stamp: '' }).not.toEqual({ ...before, stamp: '' });
  });

  it('does not move with a repeated page or with another version', async () => {
    const published = await publishedStudy(database, 3);
    const other = await publishedStudy(database, 3);
    const write = begin(published);
    apply(write);
    apply(page(write.key, 1, [1]));
    const before = await store.readAnswerColumns(published.version.id);
    apply(page(write.key, 1, [1]));
    insert(other, [[1, 1, 1]]);
    expect(await store.readAnswerColumns(published.version.id)).toBe(before);
  });
});

it('shows readers who ask during a read everything that was stored before they asked', async () => {
  const published = await publishedStudy(database, 3);
  insert(
    published,
    Array.from({ length: 11_000 }, () => [1, 2, 3]),
  );
  const first = store.readAnswerColumns(published.version.id);
  await new Promise(setImmediate);
  insert(published, [[4, 4, 4]]);
  const second = store.readAnswerColumns(published.version.id);
  const [one, two, three] = await Promise.all([first, second, store.readAnswerColumns(published.version.id)]);
  expect(one.count).toBe(11_000);
  expect(two.count).toBe(11_001);
  expect(three).toBe(two);
});

it('lets the server go on while it reads', async () => {
  const published = await publishedStudy(database, 3);
  insert(
    published,
    Array.from({ length: 30_000 }, () => [1, 2, 3]),
  );
  let turns = 0;
  const ticking = setInterval(() => turns++, 0);
  await store.readAnswerColumns(published.version.id);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(0);
});

describe('counting', () => {
  it('tells how many began, how many finished, and how the finished ones came', async () => {
    const published = await publishedStudy(database, 3);
    insert(published, [
      [1, 2, 3],
      [1, 2, 3],
    ]);
    insert(published, [[1, 2, 3]], 'simulated');
    const [one, two] = [begin(published), begin(published)];
    apply(one);
    apply(two);
    apply(page(one.key, 1, [1], { finish: true }));
    expect(await store.countSubmissions(published.version.id)).toEqual({
      started: 5,
      finished: 4,
      byMode: { web: 1, imported: 2, simulated: 1 },
    });
    database.connection.prepare('DELETE FROM submission WHERE version_id = ?').run(published.version.id);
    expect(await store.countSubmissions(published.version.id)).toMatchObject({ started: 0, finished: 0 });
  });
});

describe('streaming', () => {
  it('gives every submission of the version once, in stored order, and none of another', async () => {
    const published = await publishedStudy(database, 3);
    const other = await publishedStudy(database, 3);
    const keys: string[] = [];
    for (let i = 0; i < 6; i++) {
      insert(other, [[9, 9, 9]]);
      keys.push(
        ...insert(
          published,
          Array.from({ length: 250 }, () => [1, null, null]),
        ).map((row) => row.key),
      );
    }
    const seen: string[] = [];
    for await (const submission of store.streamSubmissions(published.version.id)) {
      expect(submission.answers).toEqual([1, null, null]);
      seen.push(submission.key);
    }
    expect(seen).toEqual(keys);
  });

  it('does not keep writers or other readers waiting while somebody downloads slowly', async () => {
    const published = await publishedStudy(database, 3);
    insert(
      published,
      Array.from({ length: 1200 }, () => [1, 2, 3]),
    );
    let count = 0;
    for await (const submission of store.streamSubmissions(published.version.id)) {
      if (count++ === 10) {
        insert(published, [[5, 5, 5]]);
        expect(await store.findOptionalSubmission(submission.key)).not.toBeNull();
        expect((await store.countSubmissions(published.version.id)).finished).toBe(1201);
      }
    }
    expect(count).toBe(1200);
  });
});

it('does not know a submission that is not there', async () => {
  expect(await store.findOptionalSubmission('none')).toBeNull();
});
