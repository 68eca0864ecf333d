import type { Account } from '../domain/account.ts';
import { mayDo, type Permission, type StudyRole } from '../domain/permission.ts';
import { problems } from '../domain/problem.ts';
import type { StudyRecord } from '../domain/study-record.ts';
import type { Deps } from './deps.ts';

/** Somebody acting in a study of which they are a member. */
export interface StudyActor {
  readonly account: Account;
  readonly study: StudyRecord;
  readonly role: StudyRole;
}

/** Throws studyUnknown for no study and for no member alike: two studies on one server never see each other. */
export async function findStudyActor(deps: Deps, account: Account, studyKey: string): Promise<StudyActor> {
  const study = await deps.studies.findOptionalStudyByKey(studyKey);
  const role = study && (await deps.studies.findRole(study.id, account.id));
  if (!study || !role) throw problems.studyUnknown();
  return { account, study, role };
}

/** The first line of every action in a study. */
export function requirePermission(actor: StudyActor, permission: Permission): void {
  if (!mayDo(actor.role, permission)) throw problems.notAllowed();
}
