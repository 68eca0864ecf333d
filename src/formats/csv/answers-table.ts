import { ANSWER_FILE_COLUMNS, SCORE_COLUMN_PREFIX } from '../../domain/study-limits.ts';
import type { StoredAnswer, Submission } from '../../domain/submission.ts';
import type { Cell } from './write-table-csv.ts';

/** 'words': skipped, no-answer and not-reached are told apart. 'empty': all three are empty, as analysis programs want them. */
export type MissingAs = 'words' | 'empty';

type Described = Pick<Submission, 'mode' | 'language' | 'state'>;

/** Raw answers: what was stored, reverse items not recoded. */
export function answersHeader(answerKeys: readonly string[]): readonly string[] {
  return [...ANSWER_FILE_COLUMNS, ...answerKeys];
}

/** `number` counts the rows from 1: a submission's own key would let its holder change the answers, so it never leaves. */
export function answersRow(
  number: number,
  submission: Described & Pick<Submission, 'answers'>,
  missingAs: MissingAs,
): readonly Cell[] {
  return [
    ...description(number, submission),
    ...submission.answers.map((answer) => cellOf(answer, missingAs)),
  ];
}

/** Scored answers: items recoded in the direction of their construct, then a column `score.<construct>` for each construct. */
export function scoredHeader(
  answerKeys: readonly string[],
  constructKeys: readonly string[],
): readonly string[] {
  return [...answersHeader(answerKeys), ...constructKeys.map((key) => `${SCORE_COLUMN_PREFIX}${key}`)];
}

/** What is missing is NaN in `values` and `scores` and becomes an empty cell. */
export function scoredRow(
  number: number,
  submission: Described,
  values: Iterable<number>,
  scores: Iterable<number>,
): readonly Cell[] {
  return [...description(number, submission), ...values, ...scores];
}

function description(number: number, { mode, language, state }: Described): readonly Cell[] {
  return [number, mode, language, state];
}

function cellOf(answer: StoredAnswer, missingAs: MissingAs): Cell {
  if (typeof answer === 'number') return answer;
  if (missingAs === 'empty') return null;
  return answer ?? 'not-reached';
}
