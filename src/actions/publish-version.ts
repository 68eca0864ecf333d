import { problems } from '../domain/problem.ts';
import { publishFindings } from '../domain/publish-check.ts';
import type { VersionRecord } from '../domain/study-record.ts';
import { answerKeysOf } from '../domain/version.ts';
import type { Deps } from './deps.ts';
import { readStoredStudy } from './read-stored-study.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

/** Freezes the draft as it is, byte for byte, and opens the questionnaire with it. */
export async function publishVersion(
  deps: Deps,
  actor: StudyActor,
  input: { readonly revision: number; readonly note: string },
): Promise<VersionRecord> {
  requirePermission(actor, 'publish-version');
  const { id, draft, draftRevision } = actor.study;
  if (draftRevision !== input.revision) throw problems.draftChanged();
  const study = readStoredStudy(draft);
  const blocking = publishFindings(study).filter((finding) => finding.severity === 'blocking');
  if (blocking.length > 0) throw problems.invalid(blocking);
  const [last] = await deps.studies.listVersions(id);
  if (last?.document === draft) throw problems.nothingToPublish();
  // The store writes the audit entry in the same transaction.
  return deps.studies.publishVersion({
    studyId: id,
    expectedRevision: input.revision,
    document: draft,
    contentHash: deps.sha256(draft),
    answerKeys: answerKeysOf(study),
    note: input.note,
    accountId: actor.account.id,
    newCode: deps.newCode(),
    now: deps.now(),
  });
}
