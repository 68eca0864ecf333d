import type { Deps } from '../actions/deps.ts';
import { problems } from '../domain/problem.ts';
import { publishFindings } from '../domain/publish-check.ts';
import type { Study } from '../domain/study.ts';
import type { Deployment, StudyRecord, VersionRecord } from '../domain/study-record.ts';
import { answerKeysOf } from '../domain/version.ts';

/** Throws what stands in the way of publishing. */
export function requirePublishable(study: Study): void {
  const blocking = publishFindings(study).filter((finding) => finding.severity === 'blocking');
  if (blocking.length > 0) throw problems.invalid(blocking);
}

/** Freezes a draft without an account: for the example and the command line, whose user owns the file anyway. */
export async function publishStudy(
  deps: Deps,
  record: StudyRecord,
  study: Study,
  note = '',
): Promise<{ version: VersionRecord; deployment: Deployment }> {
  requirePublishable(study);
  const version = await deps.studies.publishVersion({
    studyId: record.id,
    expectedRevision: record.draftRevision,
    document: record.draft,
    contentHash: deps.sha256(record.draft),
    answerKeys: answerKeysOf(study),
    note,
    accountId: null,
    newCode: deps.newCode(),
    now: deps.now(),
  });
  const deployment = await deps.studies.findOptionalDeployment(record.id);
  if (!deployment) throw new Error('a published version has no way in');
  return { version, deployment };
}
