import type { Matrix } from '../matrix.ts';

/** Answers of respondents. */
export interface SemAnswers {
  /** Names of the columns; the model's observed variables must be among them. */
  readonly names: readonly string[];
  /** Respondents by variables; NaN where unanswered. */
  readonly answers: Matrix;
  /** Group of each respondent, 0, 1, …; absent for a single group. */
  readonly groups?: ArrayLike<number>;
}

/** Covariances instead of answers: enough for ML, not for FIML, MLR or WLSMV. */
export interface SemMoments {
  readonly names: readonly string[];
  readonly moments: readonly GroupMoments[];
  /** What the covariances were divided by: 'n-1' (default) or 'n'. */
  readonly divisor?: 'n-1' | 'n';
}

export interface GroupMoments {
  readonly covariance: Matrix;
  readonly means?: ArrayLike<number>;
  readonly n: number;
}

export type SemData = SemAnswers | SemMoments;

export function hasAnswers(data: SemData): data is SemAnswers {
  return 'answers' in data;
}

/** Rows of the data by group. */
export function rowsByGroup(data: SemAnswers): number[][] {
  const { answers, groups } = data;
  const rows: number[][] = [];
  for (let i = 0; i < answers.rows; i++) {
    const group = groups === undefined ? 0 : groups[i];
    if (!Number.isInteger(group) || group < 0)
      throw new RangeError('fitSem requires groups numbered 0, 1, …');
    while (rows.length <= group) rows.push([]);
    rows[group].push(i);
  }
  return rows.length === 0 ? [[]] : rows;
}

/** Places of the wanted names. */
export function columnsOf(names: readonly string[], wanted: readonly string[]): number[] {
  return wanted.map((name) => {
    const column = names.indexOf(name);
    if (column < 0) throw new RangeError(`fitSem requires data for every variable of the model: ${name}`);
    return column;
  });
}
