import type { StudyStore } from '../domain/study-record.ts';
import { auditMethods } from './audit.ts';
import type { OpenDatabase } from './database.ts';
import { deploymentMethods } from './deployment.ts';
import { studyMethods } from './study.ts';
import { studyMemberMethods } from './study-member.ts';
import { versionMethods } from './version.ts';

/** One method = one transaction. */
export function studyStore({ kysely: db, reader }: Pick<OpenDatabase, 'kysely' | 'reader'>): StudyStore {
  return {
    ...studyMethods(db),
    ...studyMemberMethods(db),
    ...versionMethods(db),
    ...deploymentMethods(db, reader),
    ...auditMethods(db),
  };
}
