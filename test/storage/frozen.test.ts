// What the database itself refuses, whoever asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyStore } from '../../src/storage/study-store.ts';
import { submissionApplier } from '../../src/storage/submission-apply.ts';
import { begin, newKey, type PublishedStudy, page, publishedStudy } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
const { connection } = database;
let one: PublishedStudy;
let two: PublishedStudy;
beforeAll(async () => {
  one = await publishedStudy(database);
  two = await publishedStudy(database);
});
afterAll(() => database.remove());

describe('a version', () => {
  it.each(['document', 'answer_keys', 'content_hash', 'note', 'number', 'published_at'])(
    'keeps its %s',
    (column) => {
      expect(() => connection.exec(`UPDATE version SET ${column} = ${column}`)).toThrow(
        'a version never changes',
      );
    },
  );

  it('cannot be deleted', () => {
    expect(() => connection.exec('DELETE FROM version')).toThrow('a version is never deleted');
  });

  it('cannot be replaced, by its id or by its number', () => {
    const columns = 'id, study_id, number, document, content_hash, answer_keys, note, published_at';
    const replace = (id: string, number: string) =>
      connection.exec(`INSERT OR REPLACE INTO version (${columns})
        SELECT ${id}, study_id, ${number}, 'changed', content_hash, answer_keys, note, published_at FROM version`);
    expect(() => replace('id', 'number + 100')).toThrow('a version is never replaced');
    expect(() => replace('id + 100', 'number')).toThrow('a version is never replaced');
  });

  it('keeps its study: deleting the study is refused', () => {
    expect(() => connection.exec('DELETE FROM study')).toThrow('FOREIGN KEY');
  });
});

describe('two studies never mix', () => {
  it('a link cannot be pointed at the version of another study', () => {
    const point = connection.prepare('UPDATE deployment SET version_id = ? WHERE id = ?');
    expect(() => point.run(two.version.id, one.deployment.id)).toThrow('FOREIGN KEY');
  });

  it('a submission through the link of one study cannot be to a version of the other', () => {
    const applier = submissionApplier(connection);
    const mixed = begin(one, newKey(), { versionId: two.version.id });
    expect(() => applier.apply(mixed)).toThrow("not one of the deployment's study");
  });

  it('a submission cannot be moved to another version', () => {
    const applier = submissionApplier(connection);
    const write = begin(one);
    applier.apply(write);
    const move = connection.prepare('UPDATE submission SET version_id = ? WHERE key = ?');
    expect(() => move.run(two.version.id, write.key)).toThrow('keeps its key, version');
  });
});

describe('a submission', () => {
  it('never changes once it is finished', () => {
    const applier = submissionApplier(connection);
    const write = begin(one);
    applier.apply(write);
    applier.apply(page(write.key, 1, [1, 2, 3], { finish: true }));
    const change = connection.prepare("UPDATE submission SET answers = '[5]' WHERE key = ?");
    expect(() => change.run(write.key)).toThrow('a finished submission never changes');
  });

  it('from the web has a link and a consent', () => {
    const insert = (deployment: string, consent: string) =>
      connection.exec(`INSERT INTO submission
        (key, version_id, deployment_id, mode, language, pages_sent, consent_id, started_day, answers)
        VALUES ('k', ${one.version.id}, ${deployment}, 'web', 'en', 0, ${consent}, 20261123, '[]')`);
    expect(() => insert('NULL', '1')).toThrow('CHECK');
    expect(() => insert(`${one.deployment.id}`, 'NULL')).toThrow('CHECK');
  });

  it.each(['', '{}', '[1,', '"skipped"'])('does not take %j for answers', (answers) => {
    const insert = connection.prepare(`INSERT INTO submission
      (key, version_id, mode, language, pages_sent, started_day, finished_day, answers)
      VALUES ('bad', ?, 'imported', 'en', 0, 20261123, 20261123, ?)`);
    expect(() => insert.run(one.version.id, answers)).toThrow(/CHECK|malformed JSON/);
  });
});

describe('the audit', () => {
  it('is only added to', async () => {
    await studyStore(database).recordAudit({
      accountId: 1,
      studyId: 1,
      verb: 'x',
      detail: '',
      now: 5,
    });
    expect(() => connection.exec("UPDATE audit SET verb = 'y'")).toThrow('never changes');
    expect(() => connection.exec('DELETE FROM audit')).toThrow('never deleted');
    const replace = "INSERT OR REPLACE INTO audit (id, at, verb, detail) SELECT id, 0, 'z', '' FROM audit";
    expect(() => connection.exec(replace)).toThrow('never replaced');
  });
});

describe('the answer view', () => {
  it('spreads a submission into one row an answer, saying why a value is missing', () => {
    const applier = submissionApplier(connection);
    const write = begin(two);
    applier.apply(write);
    applier.apply(page(write.key, 1, [4, 'skipped', 'no-answer']));
    const rows = connection
      .prepare(`SELECT item_key, position, value, missing, answer.state FROM answer
        JOIN submission ON submission.id = answer.submission_id WHERE submission.key = ? ORDER BY position`)
      .raw()
      .all(write.key);
    expect(rows).toEqual([
      ['Q1', 0, 4, null, 'in-progress'],
      ['Q2', 1, null, 'skipped', 'in-progress'],
      ['Q3', 2, null, 'no-answer', 'in-progress'],
      ['Q4', 3, null, 'not-reached', 'in-progress'],
      ['Q5', 4, null, 'not-reached', 'in-progress'],
      ['Q6', 5, null, 'not-reached', 'in-progress'],
    ]);
  });
});
