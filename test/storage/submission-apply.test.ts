import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { submissionApplier } from '../../src/storage/submission-apply.ts';
import { submissionStore } from '../../src/storage/submission-store.ts';
import {
  begin,
  DAY,
  newKey,
  type PublishedStudy,
  page,
  publishedStudy,
  publishNext,
} from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());
const applier = submissionApplier(database.connection);
const { apply } = applier;
const store = submissionStore(database);
let published: PublishedStudy;
let other: PublishedStudy;
beforeAll(async () => {
  published = await publishedStudy(database);
  other = await publishedStudy(database);
});

function begun(): string {
  const write = begin(published);
  expect(apply(write)).toBe('stored');
  return write.key;
}
const find = async (key: string) => (await store.findOptionalSubmission(key))!;

describe('beginning', () => {
  it('stores a submission of which no page was reached', async () => {
    const key = begun();
    expect(await find(key)).toEqual({
      key,
      deploymentId: published.deployment.id,
      versionId: published.version.id,
      mode: 'web',
      language: 'fa',
      state: 'in-progress',
      pagesSent: 0,
      answers: [null, null, null, null, null, null],
    });
  });

  it('again with the same key changes nothing, whatever was answered meanwhile', async () => {
    const key = begun();
    apply(page(key, 1, [1, 2, 3]));
    const before = await find(key);
    expect(apply(begin(published, key, { language: 'en' }))).toBe('unchanged');
    expect(await find(key)).toEqual(before);
  });

  it('again after a newer version was opened under the link stays with the version that was begun', async () => {
    const study = await publishedStudy(database);
    const key = newKey();
    apply(begin(study, key));
    const newer = await publishNext(database, study.study);
    expect(apply(begin({ ...study, version: newer }, key))).toBe('unchanged');
    expect((await find(key)).versionId).toBe(study.version.id);
  });

  it("with a key of another study is not taken for that study's submission", async () => {
    const key = begun();
    expect(apply(begin(other, key))).toBe('unknown');
    expect((await find(key)).versionId).toBe(published.version.id);
  });

  it('keeps the hash of the consent text once, however many agree to it', () => {
    begun();
    begun();
    const hashes = database.connection.prepare('SELECT hash FROM consent').pluck().all();
    expect(hashes).toEqual(['c'.repeat(64)]);
  });

  it('stores days and no finer time', () => {
    const key = begun();
    apply(page(key, 1, [1], { finish: true, day: '2026-12-01' }));
    const row = database.connection.prepare('SELECT * FROM submission WHERE key = ?').get(key);
    expect(row).toMatchObject({ started_day: 20261123, finished_day: 20261201 });
    expect(JSON.stringify(row)).not.toMatch(/:\d\d:|T\d\d/);
  });

  it.each(['2026-11-23T10:00', '23.11.2026', ''])('refuses %j as a day', (day) => {
    expect(() => apply(begin(published, newKey(), { day }))).toThrow('a day is written YYYY-MM-DD');
  });

  it('refuses a version that does not exist, or another number of answers than it has', () => {
    expect(() => apply(begin(published, newKey(), { versionId: 987_654 }))).toThrow(
      'there is no version 987654',
    );
    expect(() => apply(begin(published, newKey(), { answerCount: 5 }))).toThrow('5 answers were given');
  });
});

describe('saving a page', () => {
  it('of an unknown submission is answered so', () => {
    expect(apply(page(newKey(), 1, [1]))).toBe('unknown');
  });

  it('puts its answers in their places and leaves the others', async () => {
    const key = begun();
    expect(apply(page(key, 2, ['no-answer', 'skipped', 5]))).toBe('stored');
    expect(apply(page(key, 1, [1, 2, 3]))).toBe('stored');
    expect(await find(key)).toMatchObject({ answers: [1, 2, 3, 'no-answer', 'skipped', 5], pagesSent: 2 });
  });

  it('again with the same answers is unchanged', () => {
    const key = begun();
    apply(page(key, 1, [1, 2, 3], { layout: 'row' }));
    expect(apply(page(key, 1, [1, 2, 3], { layout: 'row' }))).toBe('unchanged');
    expect(apply(page(key, 1, [1, 2, 3], { layout: null }))).toBe('unchanged');
  });

  it('again with other answers replaces them, until the submission is finished', async () => {
    const key = begun();
    apply(page(key, 1, [1, 2, 3]));
    expect(apply(page(key, 1, [1, 'skipped', 3]))).toBe('stored');
    expect((await find(key)).answers.slice(0, 3)).toEqual([1, 'skipped', 3]);
  });

  it('of an earlier page does not take the later ones back', async () => {
    const key = begun();
    apply(page(key, 1, [1, 2, 3]));
    apply(page(key, 2, [4, 5, 4]));
    apply(page(key, 1, [2, 2, 3]));
    expect((await find(key)).pagesSent).toBe(2);
  });

  it('without answers still counts the page as sent', async () => {
    const key = begun();
    expect(apply(page(key, 1, []))).toBe('stored');
    expect((await find(key)).pagesSent).toBe(1);
  });

  it('keeps the layout that the page last told', () => {
    const key = begun();
    apply(page(key, 1, [1], { layout: 'stacked' }));
    apply(page(key, 2, [1], { layout: null }));
    const layout = () =>
      database.connection.prepare('SELECT layout FROM submission WHERE key = ?').pluck().get(key);
    expect(layout()).toBe('stacked');
    apply(page(key, 2, [1], { layout: 'row' }));
    expect(layout()).toBe('row');
  });

  it.each([
    [6, 'there is no position 6 among 6 answers'],
    [-1, 'there is no position -1'],
    [0.5, 'there is no position 0.5'],
  ])('refuses position %d', (position, message) => {
    const key = begun();
    expect(() => apply(page(key, 1, [], { answers: [[position, 1]] }))).toThrow(message);
  });

  it.each([101, -101, 1.5, Number.NaN, '3', 'other', true])('refuses %j as an answer', (answer) => {
    const key = begun();
    expect(() => apply(page(key, 1, [answer as StoredAnswer]))).toThrow('an answer must be an integer code');
  });

  it.each([0, -1, 1.5])('refuses page %d', (number) => {
    const key = begun();
    expect(() => apply(page(key, 1, [1], { page: number }))).toThrow(`there is no page ${number}`);
  });
});

describe('finishing', () => {
  it('leaves what was not reached not reached', async () => {
    const key = begun();
    expect(apply(page(key, 1, [1, 2, 'skipped'], { finish: true }))).toBe('stored');
    expect(await find(key)).toMatchObject({
      state: 'finished',
      answers: [1, 2, 'skipped', null, null, null],
    });
  });

  it('again with the same answers is unchanged; with other answers it is told and changes nothing', async () => {
    const key = begun();
    const last = page(key, 1, [1, 2, 3], { finish: true });
    apply(last);
    const before = await find(key);
    expect(apply(last)).toBe('unchanged');
    expect(apply({ ...last, finish: false, layout: 'row', day: '2026-12-01' })).toBe('unchanged');
    expect(apply(page(key, 1, [1, 2, 4]))).toBe('finished');
    expect(apply(page(key, 2, [1]))).toBe('finished');
    expect(await find(key)).toEqual(before);
  });

  it('changes the state even when no answer changes', async () => {
    const key = begun();
    apply(page(key, 1, [1, 2, 3]));
    expect(apply(page(key, 1, [1, 2, 3], { finish: true }))).toBe('stored');
    expect((await find(key)).state).toBe('finished');
  });
});

describe('whole submissions', () => {
  const bulk = (rows: { key: string; answers: StoredAnswer[] }[]) =>
    applier.insertFinished({
      versionId: published.version.id,
      mode: 'imported',
      language: 'en',
      day: DAY,
      rows,
    });

  it('are stored finished and say how they came', async () => {
    const key = newKey();
    expect(bulk([{ key, answers: [1, 2, 3, 'skipped', 'no-answer', null] }])).toBe(1);
    expect(await find(key)).toEqual({
      key,
      deploymentId: null,
      versionId: published.version.id,
      mode: 'imported',
      language: 'en',
      state: 'finished',
      pagesSent: 0,
      answers: [1, 2, 3, 'skipped', 'no-answer', null],
    });
  });

  it('have one answer a key of the version', () => {
    expect(() => bulk([{ key: newKey(), answers: [1, 2] }])).toThrow(
      '2 answers were given for a version of 6',
    );
  });
});

it('gives back any answers that may be stored, and never writes the nulls at the end', async () => {
  const answer = fc.oneof(
    fc.integer({ min: -100, max: 100 }),
    fc.constantFrom<StoredAnswer>('skipped', 'no-answer', null),
  );
  const text = database.connection
    .prepare<[string], string>('SELECT answers FROM submission WHERE key = ?')
    .pluck();
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 6, maxLength: 6 }), async (answers) => {
      const key = newKey();
      applier.insertFinished({
        versionId: published.version.id,
        mode: 'simulated',
        language: 'en',
        day: DAY,
        rows: [{ key, answers }],
      });
      expect((await find(key)).answers).toEqual(answers);
      expect(text.get(key)).not.toContain('null]');
    }),
  );
});
