import { checkStudy } from '../domain/check-study.ts';
import { problems } from '../domain/problem.ts';
import type { Study } from '../domain/study.ts';
import { writeStudyFile } from '../formats/study-file/write-study-file.ts';
import type { Deps } from './deps.ts';
import { readStoredStudy } from './read-stored-study.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

export interface StudyEdit {
  /** The revision that the form was made from. */
  readonly revision: number;
  /** Pure; throws a problem 'invalid' when what was typed breaks a rule. */
  readonly edit: (study: Study) => Study;
  /** For the audit: what was edited, and a word more. */
  readonly verb: string;
  readonly detail: string;
}

/**
 * Changes the draft. Throws draftChanged when somebody was faster, before anything else is judged: what was typed belongs to
 * a study that is no longer there. An edit that changes nothing stores nothing and keeps the bytes of an imported file.
 */
export async function editStudy(
  deps: Deps,
  actor: StudyActor,
  input: StudyEdit,
): Promise<{ study: Study; revision: number }> {
  requirePermission(actor, 'edit-study');
  const { id, draft, draftRevision } = actor.study;
  if (draftRevision !== input.revision) throw problems.draftChanged();
  const before = readStoredStudy(draft);
  const study = input.edit(before);
  const faults = checkStudy(study);
  if (faults.length > 0) throw problems.invalid(faults);
  const text = writeStudyFile(study);
  if (text === writeStudyFile(before)) return { study: before, revision: input.revision };
  const now = deps.now();
  const revision = await deps.studies.saveDraft(id, input.revision, text, now);
  await deps.studies.recordAudit({
    accountId: actor.account.id,
    studyId: id,
    verb: input.verb,
    detail: input.detail,
    now,
  });
  return { study, revision };
}
