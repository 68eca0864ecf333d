import { problems } from '../domain/problem.ts';
import type { Deployment } from '../domain/study-record.ts';
import type { Deps } from './deps.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

/** Opens or closes the questionnaire. Answers that are in stay; a closed questionnaire takes no more. */
export async function setDeploymentState(
  deps: Deps,
  actor: StudyActor,
  state: Deployment['state'],
): Promise<void> {
  requirePermission(actor, 'publish-version');
  const deployment = await deps.studies.findOptionalDeployment(actor.study.id);
  if (!deployment) throw problems.questionnaireUnknown();
  if (deployment.state === state) return;
  await deps.studies.setDeploymentState(deployment.id, state);
  await deps.studies.recordAudit({
    accountId: actor.account.id,
    studyId: actor.study.id,
    verb: state === 'open' ? 'open-questionnaire' : 'close-questionnaire',
    detail: deployment.code,
    now: deps.now(),
  });
}
