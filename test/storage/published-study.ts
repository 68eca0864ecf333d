import { randomBytes } from 'node:crypto';
import type { Deployment, StudyRecord, VersionRecord } from '../../src/domain/study-record.ts';
import type { StoredAnswer, SubmissionWrite } from '../../src/domain/submission.ts';
import type { OpenDatabase } from '../../src/storage/database.ts';
import { studyStore } from '../../src/storage/study-store.ts';

export const DAY = '2026-11-23';
export const CONSENT_HASH = 'c'.repeat(64);

export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

export interface PublishedStudy {
  readonly study: StudyRecord;
  readonly version: VersionRecord;
  readonly deployment: Deployment;
}

/** A study with one published version of `itemCount` items, Q1 …, and its open link. */
export async function publishedStudy(
  db: OpenDatabase,
  itemCount = 6,
  key = `study-${newKey()}`,
): Promise<PublishedStudy> {
  const studies = studyStore(db);
  const study = await studies.insertStudy(null, key, '{}', 1);
  const version = await publishNext(db, study, 1, itemCount);
  const deployment = (await studies.findOptionalDeployment(study.id))!;
  return { study, version, deployment };
}

export function publishNext(
  db: OpenDatabase,
  study: StudyRecord,
  expectedRevision = 1,
  itemCount = 6,
): Promise<VersionRecord> {
  return studyStore(db).publishVersion({
    studyId: study.id,
    expectedRevision,
    document: '{}',
    contentHash: 'a'.repeat(64),
    answerKeys: Array.from({ length: itemCount }, (_, index) => `Q${index + 1}`),
    note: '',
    accountId: null,
    newCode: newKey(),
    now: 1,
  });
}

export type Begin = Extract<SubmissionWrite, { kind: 'begin' }>;
export type SavePage = Extract<SubmissionWrite, { kind: 'save-page' }>;

export function begin(
  { version, deployment }: PublishedStudy,
  key = newKey(),
  change: Partial<Begin> = {},
): Begin {
  return {
    kind: 'begin',
    key,
    deploymentId: deployment.id,
    versionId: version.id,
    language: 'fa',
    consentHash: CONSENT_HASH,
    day: DAY,
    answerCount: version.answerKeys.length,
    ...change,
  };
}

/** Page `page` of three items: the answers stand at 3 × (page − 1) and the two places after. */
export function page(
  key: string,
  number: number,
  answers: readonly StoredAnswer[],
  change: Partial<SavePage> = {},
): SavePage {
  return {
    kind: 'save-page',
    key,
    page: number,
    answers: answers.map((answer, index) => [3 * (number - 1) + index, answer] as const),
    layout: null,
    finish: false,
    day: DAY,
    ...change,
  };
}
