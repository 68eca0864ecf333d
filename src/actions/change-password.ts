import type { Account } from '../domain/account.ts';
import { checkPassword } from '../domain/check-account.ts';
import { fault } from '../domain/fault.ts';
import { problems } from '../domain/problem.ts';
import type { Deps } from './deps.ts';
import { findLink, useLink } from './one-time-link.ts';

/** Ends every other session of the account: whoever stole the old password is out. */
export async function changePassword(
  deps: Deps,
  account: Account,
  input: { current: string; next: string; sessionId: string },
): Promise<void> {
  const stored = await deps.accounts.findOptionalAccountByEmail(account.email);
  const right = stored !== null && (await deps.passwords.verify(stored.passwordHash, input.current));
  const faults = [
    ...(right ? [] : [fault('current', 'password-wrong')]),
    ...checkPassword(input.next, 'next'),
  ];
  if (faults.length > 0) throw problems.invalid(faults);
  await deps.accounts.changePassword(account.id, await deps.passwords.hash(input.next), input.sessionId);
}

/** By a link that `axial account` printed. */
export async function resetPassword(deps: Deps, secret: string, password: string): Promise<void> {
  const link = await findLink(deps, 'reset-password', secret);
  const faults = checkPassword(password);
  if (faults.length > 0) throw problems.invalid(faults);
  if (link.accountId === undefined) throw problems.linkUnknown();
  const passwordHash = await deps.passwords.hash(password);
  await useLink(deps, secret);
  await deps.accounts.changePassword(link.accountId, passwordHash, null);
}
