import { problems } from '../domain/problem.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Deployment } from '../domain/study-record.ts';
import type { Submission } from '../domain/submission.ts';
import type { Deps } from './deps.ts';
import type { QuestionnaireShelf } from './questionnaire-shelf.ts';

/** A way in and what it opens now. */
export interface FoundQuestionnaire {
  readonly deployment: Deployment;
  readonly questionnaire: Questionnaire;
}

/** Somebody's submission and the version that it began with, which need not be the one that the link opens now. */
export interface FoundSubmission extends FoundQuestionnaire {
  readonly submission: Submission;
}

/** Throws questionnaireUnknown. Finds closed ones too: their page must speak the survey's language. */
export async function findQuestionnaire(
  deps: Deps,
  shelf: QuestionnaireShelf,
  code: string,
): Promise<FoundQuestionnaire> {
  const deployment = await findDeployment(deps, code);
  return { deployment, questionnaire: await shelf(deployment.versionId) };
}

/** Throws questionnaireUnknown, or submissionUnknown for a key that did not come in by this link. */
export async function findSubmission(
  deps: Deps,
  shelf: QuestionnaireShelf,
  code: string,
  key: string,
): Promise<FoundSubmission> {
  const deployment = await findDeployment(deps, code);
  const submission = await deps.submissions.findOptionalSubmission(key);
  if (!submission || submission.deploymentId !== deployment.id) throw problems.submissionUnknown();
  return { deployment, submission, questionnaire: await shelf(submission.versionId) };
}

export function requireOpen(deployment: Deployment): void {
  if (deployment.state !== 'open') throw problems.questionnaireClosed();
}

async function findDeployment(deps: Deps, code: string): Promise<Deployment> {
  const deployment = await deps.studies.findOptionalDeploymentByCode(code);
  if (!deployment) throw problems.questionnaireUnknown();
  return deployment;
}
