import type { Kysely, Selectable, Transaction } from 'kysely';
import { problems } from '../domain/problem.ts';
import type { StudyStore, VersionRecord } from '../domain/study-record.ts';
import { pointOpenLinkAt } from './deployment.ts';
import type { Schema, VersionTable } from './schema.ts';

type VersionMethods = Pick<
  StudyStore,
  'publishVersion' | 'listVersions' | 'findOptionalVersion' | 'findOptionalVersionById'
>;

export function versionMethods(db: Kysely<Schema>): VersionMethods {
  return {
    publishVersion: (input) =>
      db.transaction().execute(async (trx) => {
        await requireDraft(trx, input.studyId, input.expectedRevision);
        const version = await trx
          .insertInto('version')
          .values({
            study_id: input.studyId,
            number: await nextNumber(trx, input.studyId),
            document: input.document,
            content_hash: input.contentHash,
            answer_keys: JSON.stringify(input.answerKeys),
            note: input.note,
            published_at: input.now,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await pointOpenLinkAt(trx, version, input.newCode);
        await trx
          .insertInto('audit')
          .values({
            at: input.now,
            account_id: input.accountId,
            study_id: input.studyId,
            verb: 'publish-version',
            detail: JSON.stringify({ number: version.number, contentHash: version.content_hash }),
          })
          .execute();
        return versionRecord(version);
      }),

    async listVersions(studyId) {
      const rows = await db
        .selectFrom('version')
        .selectAll()
        .where('study_id', '=', studyId)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(versionRecord);
    },

    async findOptionalVersion(studyId, number) {
      const row = await db
        .selectFrom('version')
        .selectAll()
        .where('study_id', '=', studyId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row ? versionRecord(row) : null;
    },

    async findOptionalVersionById(versionId) {
      const row = await db.selectFrom('version').selectAll().where('id', '=', versionId).executeTakeFirst();
      return row ? versionRecord(row) : null;
    },
  };
}

async function requireDraft(
  trx: Transaction<Schema>,
  studyId: number,
  expectedRevision: number,
): Promise<void> {
  const study = await trx
    .selectFrom('study')
    .select('draft_revision')
    .where('id', '=', studyId)
    .executeTakeFirst();
  if (study?.draft_revision !== expectedRevision) throw problems.draftChanged();
}

async function nextNumber(trx: Transaction<Schema>, studyId: number): Promise<number> {
  const last = await trx
    .selectFrom('version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

function versionRecord(row: Selectable<VersionTable>): VersionRecord {
  return {
    id: row.id,
    studyId: row.study_id,
    number: row.number,
    document: row.document,
    contentHash: row.content_hash,
    answerKeys: JSON.parse(row.answer_keys) as string[],
    note: row.note,
    publishedAt: row.published_at,
  };
}
