import type { FoundSubmission } from '../../actions/find-questionnaire.ts';
import { checkAnswers } from '../../domain/check-answers.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import type { Fields } from './read-fields.ts';

/** What to show chosen on a page that could not be stored: what was sent, where it is an answer at all. */
export function keptAnswers(found: FoundSubmission, page: number, fields: Fields): readonly StoredAnswer[] {
  const answers = [...found.submission.answers];
  const { asked } = found.questionnaire.pages[page - 1]!;
  for (const [position, answer] of checkAnswers(asked, fields).answers) answers[position] = answer;
  return answers;
}
