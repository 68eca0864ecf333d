import type { Kysely } from 'kysely';
import type { StudyStore } from '../domain/study-record.ts';
import type { Schema } from './schema.ts';

export function auditMethods(db: Kysely<Schema>): Pick<StudyStore, 'recordAudit'> {
  return {
    async recordAudit({ accountId, studyId, verb, detail, now }) {
      await db
        .insertInto('audit')
        .values({ at: now, account_id: accountId, study_id: studyId, verb, detail })
        .execute();
    },
  };
}
