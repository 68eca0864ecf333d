import type { Kysely } from 'kysely';
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
      await db
        .insertInto('study_member')
        .values({ study_id: studyId, account_id: accountId, role })
        .onConflict((conflict) => conflict.columns(['study_id', 'account_id']).doUpdateSet({ role }))
        .execute();
    },

    async removeMember(studyId, accountId) {
      await db
        .deleteFrom('study_member')
        .where('study_id', '=', studyId)
        .where('account_id', '=', accountId)
        .execute();
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
