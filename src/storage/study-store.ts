import type { Kysely } from 'kysely';
import type { StudyStore } from '../domain/study-record.ts';
import { auditMethods } from './audit.ts';
import { deploymentMethods } from './deployment.ts';
import type { Schema } from './schema.ts';
import { studyMethods } from './study.ts';
import { studyMemberMethods } from './study-member.ts';
import { versionMethods } from './version.ts';

/** One method = one transaction. */
export function studyStore(db: Kysely<Schema>): StudyStore {
  return {
    ...studyMethods(db),
    ...studyMemberMethods(db),
    ...versionMethods(db),
    ...deploymentMethods(db),
    ...auditMethods(db),
  };
}
