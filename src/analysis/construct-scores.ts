import type { Construct, Study } from '../domain/study.ts';
import { columnOf, createMatrix, type Matrix, matrixFromColumns } from '../statistics/matrix.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import type { AnswerMatrix } from './answer-matrix.ts';

/** Digits of a role's score: far below any difference between two scores, far above the noise of adding thirds. */
const PER_UNIT = 1e10;

export type ScoreRule = Pick<AnalysisOptions, 'missing' | 'personMeanShare'>;

/** Numbers of the construct's items in the order of the codebook. */
export function itemsOfConstruct(study: Study, construct: Construct): readonly number[] {
  return study.items.flatMap((item, index) => (item.construct === construct.key ? [index] : []));
}

/** How many of k parts must be there for a mean of them to count. */
export function neededParts(k: number, { missing, personMeanShare }: ScoreRule): number {
  if (missing === 'listwise') return Math.max(1, k);
  return missing === 'pairwise' ? 1 : Math.max(1, Math.ceil(k * personMeanShare - 1e-9));
}

/**
 * Submissions × constructs: the mean of the construct's keyed items; NaN where the missing rule gives no score.
 * Codes are whole numbers, so a score is one correctly rounded division: equal scores are equal doubles (7/3 and 14/6 too).
 */
export function constructScores(
  study: Study,
  { keyed }: Pick<AnswerMatrix, 'keyed'>,
  rule: ScoreRule,
): Matrix {
  const scores = createMatrix(keyed.rows, study.constructs.length);
  study.constructs.forEach((construct, index) => {
    const parts = itemsOfConstruct(study, construct).map((item) => columnOf(keyed, item));
    meanOfParts(parts, neededParts(parts.length, rule), columnOf(scores, index));
  });
  return scores;
}

export interface RoleScores {
  readonly roles: readonly string[];
  readonly scores: Matrix;
}

/**
 * Submissions × roles that have a construct: the mean of the scores of the role's constructs, under the same rule.
 * (5 + 8 + 8)/9 and (7 + 7 + 7)/9 are the same score but, as means of means, not the same double: unrounded, ties would break
 * in ranks, and a constant would have a variance. Rounded here once, so that every number and file sees the same value.
 */
export function roleScores(study: Study, scores: Matrix, rule: ScoreRule): RoleScores {
  const constructsOf = (role: string) => {
    const categories = study.categories.filter((category) => category.role === role).map(({ key }) => key);
    return study.constructs.flatMap(({ category }, index) => (categories.includes(category) ? [index] : []));
  };
  const present = study.paradigm.roles
    .map(({ key }) => ({ key, parts: constructsOf(key) }))
    .filter(({ parts }) => parts.length > 0);
  const columns = present.map(({ parts }) => {
    const target = new Float64Array(scores.rows);
    const columnsOfRole = parts.map((construct) => columnOf(scores, construct));
    meanOfParts(columnsOfRole, neededParts(parts.length, rule), target);
    return target.map((score) => Math.round(score * PER_UNIT) / PER_UNIT);
  });
  return {
    roles: present.map(({ key }) => key),
    scores: columns.length > 0 ? matrixFromColumns(columns) : createMatrix(scores.rows, 0),
  };
}

function meanOfParts(parts: readonly Float64Array[], needed: number, target: Float64Array): void {
  const answered = new Uint16Array(target.length);
  for (const part of parts)
    for (let i = 0; i < target.length; i++) {
      const value = part[i]!;
      if (!Number.isNaN(value)) {
        target[i]! += value;
        answered[i]! += 1;
      }
    }
  for (let i = 0; i < target.length; i++)
    target[i] = answered[i]! >= needed ? target[i]! / answered[i]! : Number.NaN;
}
