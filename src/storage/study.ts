import type { Kysely, Selectable } from 'kysely';
import { problems } from '../domain/problem.ts';
import type { StudyRecord, StudyStore } from '../domain/study-record.ts';
import { withConstraintProblems } from './constraint-problem.ts';
import type { Schema, StudyTable } from './schema.ts';

type StudyMethods = Pick<StudyStore, 'insertStudy' | 'findOptionalStudyByKey' | 'listStudies' | 'saveDraft'>;

export function studyMethods(db: Kysely<Schema>): StudyMethods {
  return {
    insertStudy: (ownerId, key, draft, now) =>
      withConstraintProblems({ 'study.key': () => problems.studyKeyTaken(key) }, () =>
        db.transaction().execute(async (trx) => {
          const study = await trx
            .insertInto('study')
            .values({ key, draft, draft_changed_at: now })
            .returningAll()
            .executeTakeFirstOrThrow();
          if (ownerId !== null) {
            await trx
              .insertInto('study_member')
              .values({ study_id: study.id, account_id: ownerId, role: 'owner' })
              .execute();
          }
          return studyRecord(study);
        }),
      ),

    async findOptionalStudyByKey(key) {
      const study = await db.selectFrom('study').selectAll().where('key', '=', key).executeTakeFirst();
      return study ? studyRecord(study) : null;
    },

    async listStudies(accountId) {
      const rows = await db
        .selectFrom('study')
        .innerJoin('study_member', 'study_member.study_id', 'study.id')
        .where('study_member.account_id', '=', accountId)
        .select(['study.id', 'study.key', 'study.draft', 'study_member.role'])
        .select((eb) => [
          eb
            .selectFrom('version')
            .whereRef('version.study_id', '=', 'study.id')
            .select((max) => max.fn.max('version.number').as('number'))
            .as('latest_version'),
          eb
            .selectFrom('submission_tally')
            .innerJoin('version', 'version.id', 'submission_tally.version_id')
            .whereRef('version.study_id', '=', 'study.id')
            .select((sum) => sum.fn.sum<number | null>('submission_tally.finished').as('finished'))
            .as('submissions'),
        ])
        .orderBy('study.key')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        key: row.key,
        draft: row.draft,
        role: row.role,
        latestVersion: row.latest_version,
        submissions: Number(row.submissions ?? 0),
      }));
    },

    async saveDraft(studyId, expectedRevision, draft, now) {
      const saved = await db
        .updateTable('study')
        .set({ draft, draft_changed_at: now, draft_revision: expectedRevision + 1 })
        .where('id', '=', studyId)
        .where('draft_revision', '=', expectedRevision)
        .executeTakeFirst();
      if (saved.numUpdatedRows === 0n) throw problems.draftChanged();
      return expectedRevision + 1;
    },
  };
}

function studyRecord(row: Selectable<StudyTable>): StudyRecord {
  return {
    id: row.id,
    key: row.key,
    draft: row.draft,
    draftRevision: row.draft_revision,
    draftChangedAt: row.draft_changed_at,
  };
}
