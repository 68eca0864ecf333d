import type { Study } from '../domain/study.ts';
import type { StoredAnswer } from '../domain/submission.ts';
import { columnOf } from '../statistics/matrix.ts';
import { answerColumnsFromRows } from './answer-columns-from-rows.ts';
import { answerMatrix } from './answer-matrix.ts';
import { constructScores, type ScoreRule } from './construct-scores.ts';

export interface ScoredRow {
  /** One an answer key: keyed in the direction of the construct; a grouping question's code as given; NaN for missing. */
  readonly values: readonly number[];
  /** One a construct. */
  readonly scores: readonly number[];
}

/** Submissions a row, scored by what scores the report, for files that are written piece by piece. */
export function scoreRows(
  study: Study,
  rows: ReadonlyArray<readonly StoredAnswer[]>,
  rule: ScoreRule,
): readonly ScoredRow[] {
  const width = rows[0]?.length ?? 0;
  // Scores look at neither: where the rows came from matters only to the choice of rows, which was made before.
  const origin = { mode: 'web', language: '', stamp: '' } as const;
  const answers = answerColumnsFromRows(rows, width, origin);
  const matrix = answerMatrix(
    study,
    answers,
    Int32Array.from(rows, (_, i) => i),
  );
  const scores = constructScores(study, matrix, rule);
  const items = study.items.map((_, item) => columnOf(matrix.keyed, item));
  const constructs = study.constructs.map((_, construct) => columnOf(scores, construct));
  return rows.map((row, i) => ({
    values: row.map((answer, key) => items[key]?.[i] ?? (typeof answer === 'number' ? answer : Number.NaN)),
    scores: constructs.map((column) => column[i]!),
  }));
}
