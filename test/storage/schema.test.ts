import { afterAll, expect, it } from 'vitest';
import type { Schema } from '../../src/storage/schema.ts';
import { schemaText } from '../../src/storage/schema-text.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());

/** The columns of schema.ts, held to it by the compiler: a column too many or too few does not compile. */
const columns: { [Table in keyof Schema]: Record<keyof Schema[Table], 1> } = {
  account: { id: 1, email: 1, email_folded: 1, name: 1, language: 1, password_hash: 1 },
  audit: { id: 1, at: 1, account_id: 1, study_id: 1, verb: 1, detail: 1 },
  consent: { id: 1, hash: 1 },
  deployment: { id: 1, study_id: 1, version_id: 1, code: 1, mode: 1, state: 1 },
  import: { id: 1, version_id: 1, file_hash: 1, day: 1, row_count: 1, whole: 1 },
  one_time_link: {
    secret_hash: 1,
    purpose: 1,
    study_id: 1,
    role: 1,
    account_id: 1,
    expires_at: 1,
    used_at: 1,
  },
  session: { id: 1, account_id: 1, data: 1, expires_at: 1, ended: 1 },
  study: { id: 1, key: 1, draft: 1, draft_revision: 1, draft_changed_at: 1 },
  study_member: { study_id: 1, account_id: 1, role: 1 },
  submission: {
    id: 1,
    key: 1,
    version_id: 1,
    deployment_id: 1,
    mode: 1,
    language: 1,
    pages_sent: 1,
    layout: 1,
    consent_id: 1,
    started_day: 1,
    finished_day: 1,
    answers: 1,
    import_id: 1,
    state: 1,
  },
  submission_tally: { version_id: 1, mode: 1, started: 1, finished: 1, changes: 1 },
  version: {
    id: 1,
    study_id: 1,
    number: 1,
    document: 1,
    content_hash: 1,
    answer_keys: 1,
    note: 1,
    published_at: 1,
  },
};

it('keeps migrations/SCHEMA.sql equal to the migrated database', async () => {
  await expect(schemaText(database.connection)).toMatchFileSnapshot('../../migrations/SCHEMA.sql');
});

it('keeps schema.ts equal to the migrated database', () => {
  const tables = database.connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migration'",
    )
    .pluck()
    .all();
  expect(tables.sort()).toEqual(Object.keys(columns).sort());
  for (const [table, expected] of Object.entries(columns)) {
    const actual = database.connection.pragma(`table_xinfo(${table})`) as { name: string }[];
    expect(actual.map((column) => column.name).sort(), table).toEqual(Object.keys(expected).sort());
  }
});

it('makes every table STRICT, so that text in a column of numbers is refused', () => {
  const lax = database.connection
    .prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();
  expect(lax).toEqual([]);
});

it('has nothing in a submission that says who answered', () => {
  const submission = Object.keys(columns.submission);
  expect(submission.filter((column) => /account|name|mail|address|agent|_at$/.test(column))).toEqual([]);
});
