import type { Account } from '../domain/account.ts';
import { checkEmail, checkName, checkPassword } from '../domain/check-account.ts';
import { problems } from '../domain/problem.ts';
import type { Deps } from './deps.ts';
import { findLink, useLink } from './one-time-link.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
}

/** The first account of a server, by the link printed at the first start. It gets the studies that nobody owns yet. */
export async function createFirstAccount(deps: Deps, secret: string, input: NewAccount): Promise<Account> {
  await findLink(deps, 'first-account', secret);
  const account = await insertAccount(deps, secret, input);
  await deps.accounts.deleteLinks('first-account');
  await deps.studies.adoptOrphanStudies(account.id);
  await deps.studies.recordAudit({
    accountId: account.id,
    studyId: null,
    verb: 'create-first-account',
    detail: '',
    now: deps.now(),
  });
  return account;
}

/** An account for somebody who was invited to a study and has none. */
export async function createInvitedAccount(deps: Deps, secret: string, input: NewAccount): Promise<Account> {
  const link = await findLink(deps, 'invite', secret);
  const account = await insertAccount(deps, secret, input);
  await joinStudy(deps, account, link.studyId, link.role);
  return account;
}

/** Somebody with an account accepts an invitation. */
export async function acceptInvitation(deps: Deps, secret: string, account: Account): Promise<void> {
  const link = await findLink(deps, 'invite', secret);
  await useLink(deps, secret);
  await joinStudy(deps, account, link.studyId, link.role);
}

async function insertAccount(deps: Deps, secret: string, input: NewAccount): Promise<Account> {
  const faults = [...checkName(input.name), ...checkEmail(input.email), ...checkPassword(input.password)];
  if (faults.length > 0) throw problems.invalid(faults);
  if (await deps.accounts.findOptionalAccountByEmail(input.email)) throw problems.emailTaken();
  const passwordHash = await deps.passwords.hash(input.password);
  await useLink(deps, secret);
  return deps.accounts.insertAccount({
    name: input.name,
    email: input.email,
    language: input.language,
    passwordHash,
  });
}

async function joinStudy(
  deps: Deps,
  account: Account,
  studyId: number | undefined,
  role: 'owner' | 'designer' | 'analyst' | undefined,
): Promise<void> {
  if (studyId === undefined || role === undefined) throw problems.linkUnknown();
  const known = await deps.studies.findRole(studyId, account.id);
  // Whoever is a member keeps their role: an invitation is no way to change it.
  if (known === null) await deps.studies.setMember(studyId, account.id, role);
  await deps.studies.recordAudit({
    accountId: account.id,
    studyId,
    verb: 'join-study',
    detail: role,
    now: deps.now(),
  });
}
