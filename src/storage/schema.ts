// The tables as Kysely knows them. The truth is in migrations/*.sql; a test compares the columns.

import type { ColumnType, Generated } from 'kysely';
import type { OneTimeLinkPurpose } from '../domain/account.ts';
import type { StudyRole } from '../domain/permission.ts';
import type { Deployment } from '../domain/study-record.ts';
import type { SubmissionMode } from '../domain/submission.ts';

/** Written once by insert; an update of it does not compile. */
type Fixed<T> = ColumnType<T, T, never>;
type FixedId = ColumnType<number, number | undefined, never>;

export interface AccountTable {
  id: FixedId;
  email: string;
  email_folded: string;
  name: string;
  language: string;
  password_hash: string;
}

export interface StudyTable {
  id: FixedId;
  key: string;
  draft: string;
  draft_revision: Generated<number>;
  draft_changed_at: number;
}

export interface StudyMemberTable {
  study_id: Fixed<number>;
  account_id: Fixed<number>;
  role: StudyRole;
}

export interface VersionTable {
  id: FixedId;
  study_id: Fixed<number>;
  number: Fixed<number>;
  document: Fixed<string>;
  content_hash: Fixed<string>;
  answer_keys: Fixed<string>;
  note: Fixed<string>;
  published_at: Fixed<number>;
}

export interface DeploymentTable {
  id: FixedId;
  study_id: Fixed<number>;
  version_id: number;
  code: Fixed<string>;
  mode: Fixed<Deployment['mode']>;
  state: Deployment['state'];
}

export interface ConsentTable {
  id: FixedId;
  hash: Fixed<string>;
}

/** Read here; written only by submission-apply.ts. */
export interface SubmissionTable {
  id: ColumnType<number, never, never>;
  key: ColumnType<string, never, never>;
  version_id: ColumnType<number, never, never>;
  deployment_id: ColumnType<number | null, never, never>;
  mode: ColumnType<SubmissionMode, never, never>;
  language: ColumnType<string, never, never>;
  pages_sent: ColumnType<number, never, never>;
  layout: ColumnType<'stacked' | 'row' | null, never, never>;
  consent_id: ColumnType<number | null, never, never>;
  started_day: ColumnType<number, never, never>;
  finished_day: ColumnType<number | null, never, never>;
  answers: ColumnType<string, never, never>;
  import_id: ColumnType<number | null, never, never>;
  state: ColumnType<'in-progress' | 'finished', never, never>;
}

/** Written only by submission-import.ts. */
export interface ImportTable {
  id: ColumnType<number, never, never>;
  version_id: ColumnType<number, never, never>;
  file_hash: ColumnType<string, never, never>;
  day: ColumnType<number, never, never>;
  row_count: ColumnType<number, never, never>;
  whole: ColumnType<0 | 1, never, never>;
}

/** Kept by triggers. */
export interface SubmissionTallyTable {
  version_id: ColumnType<number, never, never>;
  mode: ColumnType<SubmissionMode, never, never>;
  started: ColumnType<number, never, never>;
  finished: ColumnType<number, never, never>;
  changes: ColumnType<number, never, never>;
}

export interface OneTimeLinkTable {
  secret_hash: Fixed<string>;
  purpose: Fixed<OneTimeLinkPurpose>;
  study_id: Fixed<number | null>;
  role: Fixed<StudyRole | null>;
  account_id: Fixed<number | null>;
  expires_at: Fixed<number>;
  used_at: number | null;
}

export interface SessionTable {
  id: Fixed<string>;
  account_id: number | null;
  data: string;
  expires_at: number;
  ended: Generated<number>;
}

export interface AuditTable {
  id: FixedId;
  at: Fixed<number>;
  account_id: Fixed<number | null>;
  study_id: Fixed<number | null>;
  verb: Fixed<string>;
  detail: Fixed<string>;
}

export interface Schema {
  account: AccountTable;
  audit: AuditTable;
  consent: ConsentTable;
  deployment: DeploymentTable;
  import: ImportTable;
  one_time_link: OneTimeLinkTable;
  session: SessionTable;
  study: StudyTable;
  study_member: StudyMemberTable;
  submission: SubmissionTable;
  submission_tally: SubmissionTallyTable;
  version: VersionTable;
}
