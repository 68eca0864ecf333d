import type { Request } from 'express';
import type { Account } from '../../../domain/account.ts';

/** Signs the visitor in under a new session id, so that an id known before is worth nothing. */
export async function startSession(request: Request, account: Account): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error) => (error ? reject(error) : resolve()));
  });
  request.session.accountId = account.id;
}
