import { completeRows } from '../descriptive/complete-rows.ts';
import { covarianceListwise } from '../descriptive/covariance.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { emCovariance } from '../missing/em-covariance.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';

export interface MahalanobisDistances {
  /** Squared distance of each person; NaN, missing, for a person whom the rule leaves out. */
  readonly squared: Float64Array;
  /** Items it was computed from: the degrees of freedom. */
  readonly df: Int32Array;
  /** Upper chi-square probability; NaN with the distance. */
  readonly p: Float64Array;
}

/**
 * Squared Mahalanobis distance of each person from the mean of all: D² = (x - m)' S⁻¹ (x - m).
 * 'listwise' (default): mean and covariance (n - 1) of the complete rows, distances of those rows only. 'em': maximum
 * likelihood mean and covariance of all rows, each person judged on the items he answered, so df differ.
 *
 * answers   people × items, keyed or not (the distance is the same); NaN is missing
 * returns   NotEstimable 'not-positive-definite' (an item that others determine, or fewer complete rows than items), and
 *           the reasons of the covariance
 * source    Mahalanobis 1936; Curran 2016, J. Exp. Soc. Psychol. 66, 4-19, doi:10.1016/j.jesp.2015.07.006
 * checked   R mahalanobis, test/fixtures/r/people.json, 1e-9
 */
export function mahalanobisDistance(
  answers: Matrix,
  { missing = 'listwise' }: { readonly missing?: 'listwise' | 'em' } = {},
): Estimate<MahalanobisDistances> {
  const moments = missing === 'em' ? emCovariance(answers) : covarianceListwise(answers);
  if (isNotEstimable(moments)) return moments;
  const { rows: n, cols: p, data } = answers;
  const squared = new Float64Array(n).fill(Number.NaN);
  const df = new Int32Array(n);
  const tail = new Float64Array(n).fill(Number.NaN);
  const factors = new Map<string, Matrix>();
  const rows = missing === 'em' ? Int32Array.from({ length: n }, (_, i) => i) : completeRows(answers).rows;
  for (const i of rows) {
    const present: number[] = [];
    for (let j = 0; j < p; j++) if (!Number.isNaN(data[j * n + i])) present.push(j);
    if (present.length === 0) continue;
    const key = present.join();
    let factor = factors.get(key);
    if (factor === undefined) {
      const made = cholesky(block(moments.covariance, present));
      if (isNotEstimable(made)) return made;
      factor = made;
      factors.set(key, factor);
    }
    const deviation = createMatrix(present.length, 1);
    present.forEach((j, k) => {
      deviation.data[k] = data[j * n + i] - moments.means[j];
    });
    const solved = choleskySolve(factor, deviation);
    let sum = 0;
    for (let k = 0; k < present.length; k++) sum += deviation.data[k] * solved.data[k];
    squared[i] = sum;
    df[i] = present.length;
    tail[i] = chiSquareUpper(sum, present.length);
  }
  return { squared, df, p: tail };
}

function block(covariance: Matrix, present: readonly number[]): Matrix {
  const q = present.length;
  const result = createMatrix(q, q);
  for (let j = 0; j < q; j++)
    for (let i = 0; i < q; i++)
      result.data[j * q + i] = covariance.data[present[j] * covariance.rows + present[i]];
  return result;
}
