import type { Interval } from '../interval.ts';
import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type CorrelationTest, correlationTest } from './correlation-test.ts';
import { fisherInterval } from './fisher-interval.ts';
import { clampCorrelation } from './pearson.ts';

export interface PartialCorrelation {
  readonly r: number;
  readonly n: number;
  readonly test: Estimate<CorrelationTest>;
  readonly interval: Estimate<Interval>;
}

/**
 * Correlation of two variables with others held constant, from the inverse P of their covariance matrix:
 * -P_xy / √(P_xx P_yy); df = n - 2 - controls, interval error 1 / √(n - 3 - controls).
 *
 * covariance  of all variables (correlations serve as well), from n cases
 * x, y, controls  positions in it, all different
 * returns   NotEstimable 'not-positive-definite', 'no-variance'
 * throws    RangeError: partialCorrelation requires different variables of the matrix
 * source    Fisher 1924, Metron 3, 329-332
 * checked   R: residuals of lm, test/fixtures/r/correlation.json, 1e-9
 */
export function partialCorrelation(
  covariance: Matrix,
  n: number,
  x: number,
  y: number,
  controls: readonly number[],
  level = 0.95,
): Estimate<PartialCorrelation> {
  const chosen = [x, y, ...controls];
  const p = covariance.rows;
  if (new Set(chosen).size < chosen.length || !chosen.every((i) => Number.isInteger(i) && i >= 0 && i < p))
    throw new RangeError('partialCorrelation requires different variables of the matrix');
  const q = chosen.length;
  const block = createMatrix(q, q);
  chosen.forEach((from, j) => {
    chosen.forEach((to, i) => {
      block.data[j * q + i] = covariance.data[from * p + to];
    });
  });
  for (let j = 0; j < q; j++)
    if (!(block.data[j * q + j] > 0)) return notEstimable('no-variance', { column: chosen[j] });
  const inverse = invertPositiveDefinite(block);
  if (isNotEstimable(inverse)) return inverse;
  const r = clampCorrelation(-inverse.data[1] / Math.sqrt(inverse.data[0] * inverse.data[q + 1]));
  return {
    r,
    n,
    test: correlationTest(r, n - 2 - controls.length),
    interval: fisherInterval(r, 1 / Math.sqrt(n - 3 - controls.length), level),
  };
}
