import { fault } from '../domain/fault.ts';
import type { StudyRole } from '../domain/permission.ts';
import { problems } from '../domain/problem.ts';
import type { StudyMember } from '../domain/study-record.ts';
import type { Deps } from './deps.ts';
import { makeOneTimeLink } from './one-time-link.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

export const studyRoles: readonly StudyRole[] = ['owner', 'designer', 'analyst'];

export async function listMembers(deps: Deps, actor: StudyActor): Promise<readonly StudyMember[]> {
  requirePermission(actor, 'manage-members');
  return deps.studies.listMembers(actor.study.id);
}

/** Returns the secret of the link; it is shown once. */
export async function inviteMember(deps: Deps, actor: StudyActor, role: string): Promise<string> {
  requirePermission(actor, 'manage-members');
  const wanted = asRole(role);
  const secret = await makeOneTimeLink(deps, { purpose: 'invite', studyId: actor.study.id, role: wanted });
  await audit(deps, actor, 'invite-member', wanted);
  return secret;
}

/** An empty role removes the member. The store sees to it that a study keeps an owner. */
export async function changeMember(
  deps: Deps,
  actor: StudyActor,
  accountId: number,
  role: string,
): Promise<void> {
  requirePermission(actor, 'manage-members');
  const members = await deps.studies.listMembers(actor.study.id);
  const member = members.find((candidate) => candidate.accountId === accountId);
  if (!member) throw problems.invalid([fault('member', 'member-unknown')]);
  if (role === '') await deps.studies.removeMember(actor.study.id, accountId);
  else await deps.studies.setMember(actor.study.id, accountId, asRole(role));
  await audit(deps, actor, 'change-member', `${accountId} ${role || 'removed'}`);
}

function asRole(role: string): StudyRole {
  const known = studyRoles.find((candidate) => candidate === role);
  if (!known) throw problems.invalid([fault('role', 'role-unknown', { role })]);
  return known;
}

async function audit(deps: Deps, actor: StudyActor, verb: string, detail: string): Promise<void> {
  await deps.studies.recordAudit({
    accountId: actor.account.id,
    studyId: actor.study.id,
    verb,
    detail,
    now: deps.now(),
  });
}
