import { type Fault, fault } from '../domain/fault.ts';
import { textIn } from '../domain/localized-text.ts';
import { problems } from '../domain/problem.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Deps } from './deps.ts';
import { type FoundQuestionnaire, requireOpen } from './find-questionnaire.ts';

/** 128 bits or more, as newSecret writes them. */
export function isSubmissionKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,86}$/.test(text);
}

export interface BeginInput {
  readonly key: string;
  readonly language: string;
  readonly consent: boolean;
  /** The version whose consent text the respondent read; null when the form did not say. */
  readonly versionRead: number | null;
}

/** Stores that somebody agreed and begins. Sent again with the same key it changes nothing. */
export async function beginSubmission(
  deps: Deps,
  { deployment, questionnaire }: FoundQuestionnaire,
  input: BeginInput,
): Promise<void> {
  requireOpen(deployment);
  const faults: Fault[] = [];
  if (!isSubmissionKey(input.key)) faults.push(fault('key', 'key-malformed'));
  if (!input.consent) faults.push(fault('consent', 'consent-needed'));
  if (input.versionRead !== null && input.versionRead !== questionnaire.versionNumber)
    faults.push(fault('version', 'questionnaire-changed'));
  if (faults.length > 0) throw problems.invalid(faults);
  const result = await deps.submissionWriter.write({
    kind: 'begin',
    key: input.key,
    deploymentId: deployment.id,
    versionId: deployment.versionId,
    language: input.language,
    consentHash: deps.sha256(consentText(questionnaire, input.language)),
    day: new Date(deps.now()).toISOString().slice(0, 10),
    answerCount: questionnaire.answerCount,
  });
  // The key is in use behind another link.
  if (result === 'unknown') throw problems.submissionUnknown();
}

/** The words that are shown and agreed to. */
export function consentText({ study }: Questionnaire, language: string): string {
  return textIn(study.consent.text, language, ...study.languages);
}
