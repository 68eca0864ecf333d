import type { Kysely } from 'kysely';
import type { AccountStore } from '../domain/account.ts';
import type { Schema } from './schema.ts';

type LinkMethods = Pick<AccountStore, 'insertLink' | 'findOptionalLink' | 'useLink' | 'deleteLinks'>;

export function oneTimeLinkMethods(db: Kysely<Schema>): LinkMethods {
  return {
    async insertLink(secretHash, link) {
      await db
        .insertInto('one_time_link')
        .values({
          secret_hash: secretHash,
          purpose: link.purpose,
          study_id: link.studyId ?? null,
          role: link.role ?? null,
          account_id: link.accountId ?? null,
          expires_at: link.expiresAt,
          used_at: null,
        })
        .execute();
    },

    async findOptionalLink(secretHash, now) {
      const row = await db
        .selectFrom('one_time_link')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (!row) return null;
      return {
        purpose: row.purpose,
        ...(row.study_id === null ? {} : { studyId: row.study_id }),
        ...(row.role === null ? {} : { role: row.role }),
        ...(row.account_id === null ? {} : { accountId: row.account_id }),
        expiresAt: row.expires_at,
      };
    },

    async useLink(secretHash, now) {
      const used = await db
        .updateTable('one_time_link')
        .set({ used_at: now })
        .where('secret_hash', '=', secretHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return used.numUpdatedRows === 1n;
    },

    async deleteLinks(purpose) {
      await db
        .deleteFrom('one_time_link')
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .execute();
    },
  };
}
