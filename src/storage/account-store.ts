import type { Kysely, Selectable } from 'kysely';
import type { Account, AccountStore } from '../domain/account.ts';
import { foldEmail } from '../domain/check-account.ts';
import { problems } from '../domain/problem.ts';
import { withConstraintProblems } from './constraint-problem.ts';
import { oneTimeLinkMethods } from './one-time-link.ts';
import type { AccountTable, Schema } from './schema.ts';
import { storedSessionId } from './session-id.ts';

/** One method = one transaction. */
export function accountStore(db: Kysely<Schema>): AccountStore {
  return {
    ...oneTimeLinkMethods(db),

    async countAccounts() {
      const row = await db
        .selectFrom('account')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    insertAccount: ({ email, name, language, passwordHash }) =>
      withConstraintProblems({ 'account.email_folded': problems.emailTaken }, async () => {
        const row = await db
          .insertInto('account')
          .values({ email, email_folded: foldEmail(email), name, language, password_hash: passwordHash })
          .returningAll()
          .executeTakeFirstOrThrow();
        return account(row);
      }),

    async findOptionalAccount(id) {
      const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? account(row) : null;
    },

    async findOptionalAccountByEmail(email) {
      const row = await db
        .selectFrom('account')
        .selectAll()
        .where('email_folded', '=', foldEmail(email))
        .executeTakeFirst();
      return row ? { ...account(row), passwordHash: row.password_hash } : null;
    },

    async updateLanguage(accountId, language) {
      await db.updateTable('account').set({ language }).where('id', '=', accountId).execute();
    },

    changePassword: (accountId, passwordHash, keepSessionId) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('account')
          .set({ password_hash: passwordHash })
          .where('id', '=', accountId)
          .execute();
        await trx
          .deleteFrom('one_time_link')
          .where('account_id', '=', accountId)
          .where('used_at', 'is', null)
          .execute();
        await trx
          .updateTable('session')
          .set({ ended: 1, data: '' })
          .where('account_id', '=', accountId)
          .where('id', '!=', keepSessionId === null ? '' : storedSessionId(keepSessionId))
          .execute();
      }),
  };
}

function account(row: Selectable<AccountTable>): Account {
  return { id: row.id, email: row.email, name: row.name, language: row.language };
}
