// One construct or item against one grouping: what the Explore page draws and its table prints.

import type { Study } from '../domain/study.ts';
import { type AnswerColumns, SUBMISSION_MODES } from '../domain/submission.ts';
import { studentTCriticalValue } from '../statistics/distributions/student-t.ts';
import type { Interval } from '../statistics/interval.ts';
import { columnOf } from '../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../statistics/not-estimable.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import { answerMatrix } from './answer-matrix.ts';
import { constructScores } from './construct-scores.ts';
import { type GroupRow, groupReport } from './group-report.ts';
import { selectSubmissions } from './select-submissions.ts';

export interface ExploreChoice {
  /** By kind, because a construct and an item may have the same key. */
  readonly of: { readonly construct: string } | { readonly item: string };
  /** Key of a grouping question, or how the answers came in; 'nothing' for everybody together. */
  readonly by: { readonly question: string } | 'language' | 'mode' | 'nothing';
}

export interface ExploreGroup extends GroupRow {
  /** Code of the question's option, language tag, or mode; null for everybody, and for cases without a group. */
  readonly value: number | string | null;
  /** Of the mean, from t; normal theory within the group. */
  readonly interval: Estimate<Interval>;
}

export interface ExploreReport {
  readonly kind: 'construct' | 'item';
  /** Codes of the item's scale as asked; none for a construct. */
  readonly codes: readonly number[];
  readonly groups: readonly ExploreGroup[];
}

/** Items are shown as asked, before recoding; constructs by the score of the missing rule. Throws RangeError for unknown keys. */
export function explore(
  study: Study,
  answers: AnswerColumns,
  options: AnalysisOptions,
  choice: ExploreChoice,
): ExploreReport {
  const { rows } = selectSubmissions(answers, options);
  const matrix = answerMatrix(study, answers, rows);
  const { of } = choice;
  const item = 'item' in of ? study.items.findIndex(({ key }) => key === of.item) : -1;
  const construct = 'item' in of ? -1 : study.constructs.findIndex(({ key }) => key === of.construct);
  if (item < 0 && construct < 0) throw new RangeError('explore requires the key of a construct or an item');
  const codes = item < 0 ? [] : matrix.columns[item]!.scale.options.map(({ value }) => value);
  const values =
    item < 0
      ? columnOf(constructScores(study, matrix, options), construct)
      : asAsked(columnOf(matrix.keyed, item), codes, study.items[item]!.reverse);
  const { groups, names } = groupsOf(study, answers, rows, choice.by);
  const reports = groupReport(values, groups, names.length, codes);
  return {
    kind: item < 0 ? 'construct' : 'item',
    codes,
    groups: reports.map((row) => ({
      ...row,
      value: names[row.group]!,
      interval: intervalOfMean(row, options.level),
    })),
  };
}

function asAsked(keyed: Float64Array, codes: readonly number[], reverse: boolean): Float64Array {
  const turn = Math.min(...codes) + Math.max(...codes);
  return reverse ? keyed.map((value) => turn - value) : keyed;
}

function groupsOf(
  study: Study,
  answers: AnswerColumns,
  rows: Int32Array,
  by: ExploreChoice['by'],
): { groups: Int16Array; names: readonly (number | string | null)[] } {
  if (by === 'nothing') return { groups: new Int16Array(rows.length), names: [null] };
  if (by === 'mode') return { groups: picked(answers.mode, rows), names: SUBMISSION_MODES };
  if (by === 'language') return { groups: picked(answers.language, rows), names: answers.languages };
  const questions = study.questions ?? [];
  const place = questions.findIndex(({ key }) => key === by.question);
  if (place < 0) throw new RangeError('explore requires the key of a grouping question');
  const values = questions[place]!.options.map(({ value }) => value);
  const column = answers.columns[study.items.length + place]!;
  const groups = Int16Array.from(rows, (row) => {
    const group = values.indexOf(column[row]!);
    // Who did not say stands in a group of its own, after the others.
    return group < 0 ? values.length : group;
  });
  return { groups, names: [...values, null] };
}

function picked(column: Uint8Array, rows: Int32Array): Int16Array {
  return Int16Array.from(rows, (row) => column[row]!);
}

function intervalOfMean(row: GroupRow, level: number): Estimate<Interval> {
  const { n, mean, standardDeviation } = row;
  if (isNotEstimable(mean)) return mean;
  if (isNotEstimable(standardDeviation)) return standardDeviation;
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const reach = (studentTCriticalValue(level, n - 1) * standardDeviation) / Math.sqrt(n);
  return { lower: mean - reach, upper: mean + reach, level };
}
