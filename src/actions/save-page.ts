import { checkAnswers } from '../domain/check-answers.ts';
import { problems } from '../domain/problem.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Submission, SubmissionWrite } from '../domain/submission.ts';
import type { Deps } from './deps.ts';
import { type FoundSubmission, requireOpen } from './find-questionnaire.ts';

export interface SavePageInput {
  /** 1-based. */
  readonly page: number;
  /** The answer fields by name, with every value that was sent. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** Which button: on; on without answering; to the page before; the same page again (in another language). */
  readonly go: 'next' | 'skip' | 'back' | 'stay';
  /** The respondent was already told, on this page, what is unanswered. */
  readonly reminded: boolean;
  readonly layout: 'stacked' | 'row' | null;
}

/** Where the respondent stands now. 'remind': the same page again, naming once what was left blank. */
export type SavedPage = { readonly to: 'page' | 'remind'; readonly page: number } | { readonly to: 'thanks' };

/**
 * Stores one page. A page with blanks is stored too before the respondent is reminded: whoever leaves at the reminder
 * loses nothing. Only finishing waits.
 */
export async function savePage(deps: Deps, found: FoundSubmission, input: SavePageInput): Promise<SavedPage> {
  const { questionnaire, submission, deployment } = found;
  const running = submission.state === 'in-progress';
  if (running) requireOpen(deployment);
  const asked = questionnaire.pages[input.page - 1]?.asked;
  if (!asked) throw problems.pageUnknown();
  if (input.page > lastOpenPage(questionnaire, submission))
    return { to: 'page', page: lastOpenPage(questionnaire, submission) };

  const { answers, missed, faults } = checkAnswers(asked, input.given);
  if (faults.length > 0) throw problems.invalid(faults);

  const forward = input.go === 'next' || input.go === 'skip';
  const remind = running && input.go === 'next' && !input.reminded && missed.length > 0;
  const finish = forward && !remind && input.page === questionnaire.pages.length;
  // Leafing back over a page that was never answered does not make it a page that was skipped.
  const untouched = !forward && input.page > submission.pagesSent && missed.length === asked.length;
  if (!untouched) {
    const day = new Date(deps.now()).toISOString().slice(0, 10);
    const { page, layout } = input;
    await write(deps, { kind: 'save-page', key: submission.key, page, answers, layout, finish, day });
  }
  if (remind) return { to: 'remind', page: input.page };
  if (finish) return { to: 'thanks' };
  if (forward) return { to: 'page', page: input.page + 1 };
  return { to: 'page', page: input.go === 'back' ? Math.max(1, input.page - 1) : input.page };
}

/** The first page that was never sent, or the last page. */
export function lastOpenPage(questionnaire: Questionnaire, submission: Submission): number {
  return Math.min(submission.pagesSent + 1, questionnaire.pages.length);
}

async function write(deps: Deps, page: SubmissionWrite): Promise<void> {
  const result = await deps.submissionWriter.write(page);
  if (result === 'unknown') throw problems.submissionUnknown();
  if (result === 'finished') throw problems.submissionFinished();
}
