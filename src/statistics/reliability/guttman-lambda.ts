import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { matrixSums } from './cronbach-alpha.ts';

/**
 * Guttman's lambda-2, a lower bound of reliability never below alpha.
 * (Σ off-diagonal + √(k / (k - 1) Σ off-diagonal squares)) / Σ all
 *
 * matrix    k × k covariances (raw) or correlations (standardised variant); the result belongs to what is given
 * returns   NotEstimable 'too-few-items', 'no-variance'
 * throws    RangeError: guttmanLambda2 requires a square matrix
 * source    Guttman 1945, Psychometrika 10, 255-282, doi:10.1007/BF02288892
 * checked   R psych::guttman (correlations) and the formula, test/fixtures/r/reliability.json, 1e-9
 */
export function guttmanLambda2(matrix: Matrix): Estimate<number> {
  const k = matrix.rows;
  const problem = unfit(matrix, 'guttmanLambda2');
  if (problem) return problem;
  const { trace, total } = matrixSums(matrix);
  let squares = 0;
  for (let j = 0; j < k; j++) for (let i = 0; i < k; i++) if (i !== j) squares += matrix.data[j * k + i] ** 2;
  return (total - trace + Math.sqrt((k / (k - 1)) * squares)) / total;
}

/**
 * Guttman's lambda-6: 1 - Σ e_j² / Σ all, with e_j² the variance of item j that the other items do not explain.
 * From covariances it is Guttman's own; from correlations it is psych's G6(smc). They differ.
 *
 * returns   NotEstimable 'too-few-items', 'no-variance', 'not-positive-definite'
 * throws    RangeError: guttmanLambda6 requires a square matrix
 * source    Guttman 1945, Psychometrika 10, 255-282, doi:10.1007/BF02288892
 * checked   R psych::alpha G6 (correlations) and the formula, test/fixtures/r/reliability.json, 1e-9
 */
export function guttmanLambda6(matrix: Matrix): Estimate<number> {
  const problem = unfit(matrix, 'guttmanLambda6');
  if (problem) return problem;
  const inverse = invertPositiveDefinite(matrix);
  if (isNotEstimable(inverse)) return inverse;
  let unexplained = 0;
  for (let j = 0; j < matrix.rows; j++) unexplained += 1 / inverse.data[j * matrix.rows + j];
  return 1 - unexplained / matrixSums(matrix).total;
}

/** Squared multiple correlation of each item with the others, 1 - 1 / (R⁻¹)_jj. Reasons as guttmanLambda6. */
export function squaredMultipleCorrelations(covariance: Matrix): Estimate<Float64Array> {
  const correlation = correlationMatrix(covariance);
  if (isNotEstimable(correlation)) return correlation;
  const inverse = invertPositiveDefinite(correlation);
  if (isNotEstimable(inverse)) return inverse;
  return Float64Array.from(
    { length: covariance.rows },
    (_, j) => 1 - 1 / inverse.data[j * covariance.rows + j],
  );
}

function unfit(matrix: Matrix, name: string) {
  if (matrix.rows !== matrix.cols) throw new RangeError(`${name} requires a square matrix`);
  if (matrix.rows < 2) return notEstimable('too-few-items', { items: matrix.rows, needed: 2 });
  const { trace, total } = matrixSums(matrix);
  return total > 1e-14 * trace ? undefined : notEstimable('no-variance', { items: matrix.rows });
}
