import type { Account } from '../domain/account.ts';
import { problems } from '../domain/problem.ts';
import type { Deps } from './deps.ts';

// Verified when the e-mail is unknown, so that an unknown account takes as long to refuse as a wrong password.
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$W5oYX1mPXOb8v9Wqg3EIZWvX1nPlVdHJm0pTVaGvdDs';

/** Throws signInFailed for a wrong password and an unknown e-mail alike. */
export async function signIn(deps: Deps, email: string, password: string): Promise<Account> {
  const account = await deps.accounts.findOptionalAccountByEmail(email);
  const right = await deps.passwords.verify(account?.passwordHash ?? NOBODY, password);
  if (!account || !right) throw problems.signInFailed();
  const { passwordHash: _, ...known } = account;
  return known;
}
