import type { OneTimeLink, OneTimeLinkPurpose } from '../domain/account.ts';
import { problems } from '../domain/problem.ts';
import type { Deps } from './deps.ts';

const DAY = 24 * 60 * 60 * 1000;
const lifetime: Readonly<Record<OneTimeLinkPurpose, number>> = {
  'first-account': 7 * DAY,
  invite: 14 * DAY,
  'reset-password': 1 * DAY,
};

/** Makes a one-time link and returns its secret, which exists nowhere else from then on. */
export async function makeOneTimeLink(deps: Deps, link: Omit<OneTimeLink, 'expiresAt'>): Promise<string> {
  const secret = deps.newSecret();
  await deps.accounts.insertLink(deps.sha256(secret), {
    ...link,
    expiresAt: deps.now() + lifetime[link.purpose],
  });
  return secret;
}

/** The link, if it may still be used for the purpose. Throws linkUnknown. */
export async function findLink(
  deps: Deps,
  purpose: OneTimeLinkPurpose,
  secret: string,
): Promise<OneTimeLink> {
  const link = await deps.accounts.findOptionalLink(deps.sha256(secret), deps.now());
  if (!link || link.purpose !== purpose) throw problems.linkUnknown();
  return link;
}

/** Uses the link up. Throws linkUsed when somebody was faster. */
export async function useLink(deps: Deps, secret: string): Promise<void> {
  if (!(await deps.accounts.useLink(deps.sha256(secret), deps.now()))) throw problems.linkUsed();
}
