import type { Kysely, Transaction } from 'kysely';
import { fault } from '../domain/fault.ts';
import { problems } from '../domain/problem.ts';
import type { StudyStore } from '../domain/study-record.ts';
import type { Schema } from './schema.ts';

type MemberMethods = Pick<
  StudyStore,
  'findRole' | 'listMembers' | 'setMember' | 'removeMember' | 'adoptOrphanStudies'
>;

export function studyMemberMethods(db: Kysely<Schema>): MemberMethods {
  return {
    async findRole(studyId, accountId) {
      const member = await db
        .selectFrom('study_member')
        .select('role')
        .where('study_id', '=', studyId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return member?.role ?? null;
    },

    async listMembers(studyId) {
      return db
        .selectFrom('study_member')
        .innerJoin('account', 'account.id', 'study_member.account_id')
        .where('study_member.study_id', '=', studyId)
        .select(['account.id as accountId', 'account.name', 'account.email', 'study_member.role'])
        .orderBy('account.name')
        .orderBy('account.id')
        .execute();
    },

    async setMember(studyId, accountId, role) {
      await db.transaction().execute(async (trx) => {
        const wasOwner = await isOwner(trx, studyId, accountId);
        await trx
          .insertInto('study_member')
          .values({ study_id: studyId, account_id: accountId, role })
          .onConflict((conflict) => conflict.columns(['study_id', 'account_id']).doUpdateSet({ role }))
          .execute();
        if (wasOwner && role !== 'owner') await afterOwnerLeft(trx, studyId);
      });
    },

    async removeMember(studyId, accountId) {
      await db.transaction().execute(async (trx) => {
        const wasOwner = await isOwner(trx, studyId, accountId);
        await trx
          .deleteFrom('study_member')
          .where('study_id', '=', studyId)
          .where('account_id', '=', accountId)
          .execute();
        if (wasOwner) await afterOwnerLeft(trx, studyId);
      });
    },

    async adoptOrphanStudies(accountId) {
      await db
        .insertInto('study_member')
        .columns(['study_id', 'account_id', 'role'])
        .expression((eb) =>
          eb
            .selectFrom('study')
            .select((orphan) => [
              'study.id',
              orphan.val(accountId).as('account_id'),
              orphan.val('owner' as const).as('role'),
            ])
            .where((orphan) =>
              orphan.not(
                orphan.exists(
                  orphan
                    .selectFrom('study_member')
                    .select('study_member.study_id')
                    .whereRef('study_member.study_id', '=', 'study.id'),
                ),
              ),
            ),
        )
        .execute();
    },
  };
}

async function isOwner(trx: Transaction<Schema>, studyId: number, accountId: number): Promise<boolean> {
  const member = await trx
    .selectFrom('study_member')
    .select('role')
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return member?.role === 'owner';
}

/** Somebody must be left who may do everything; and whoever is no owner any more must not come back by a link made before. */
async function afterOwnerLeft(trx: Transaction<Schema>, studyId: number): Promise<void> {
  const left = await trx
    .selectFrom('study_member')
    .select('account_id')
    .where('study_id', '=', studyId)
    .where('role', '=', 'owner')
    .executeTakeFirst();
  if (!left) throw problems.invalid([fault('member', 'last-owner')]);
  await trx
    .deleteFrom('one_time_link')
    .where('study_id', '=', studyId)
    .where('used_at', 'is', null)
    .execute();
}
