import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { covarianceListwise } from '../descriptive/covariance.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

/**
 * Cronbach's alpha, raw: from covariances, not from correlations.
 * alpha = k / (k - 1) (1 - Σ variances / Σ all covariances)
 *
 * covariance  k × k of the items keyed in one direction; the divisor does not matter
 * returns   1 at best, may be negative; NotEstimable 'too-few-items' (k < 2), 'no-variance' (of the sum score)
 * throws    RangeError: cronbachAlpha requires a square matrix
 * source    Cronbach 1951, Psychometrika 16, 297-334, doi:10.1007/BF02310555
 * checked   R psych::alpha raw_alpha, test/fixtures/r/reliability.json, 1e-9
 */
export function cronbachAlpha(covariance: Matrix): Estimate<number> {
  if (covariance.rows !== covariance.cols) throw new RangeError('cronbachAlpha requires a square matrix');
  const k = covariance.rows;
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  const { trace, total } = matrixSums(covariance);
  if (!(total > 1e-14 * trace)) return notEstimable('no-variance', { items: k });
  return (k / (k - 1)) * (1 - trace / total);
}

/**
 * Standardised alpha: the alpha of the correlation matrix, k r̄ / (1 + (k - 1) r̄). It is the reliability of a sum of
 * z-scores, which is seldom the score in use; SmartPLS and seminr call it Cronbach's alpha.
 *
 * covariance  k × k covariances or correlations
 * returns   as cronbachAlpha; 'no-variance' also when one item is constant
 * source    Falk & Savalei 2011, J. Pers. Assess. 93, 445-453, doi:10.1080/00223891.2011.594129
 * checked   R psych::alpha std.alpha, test/fixtures/r/reliability.json, 1e-9
 */
export function standardizedAlpha(covariance: Matrix): Estimate<number> {
  const correlation = correlationMatrix(covariance);
  return isNotEstimable(correlation) ? correlation : cronbachAlpha(correlation);
}

/** Cronbach's alpha of answers: rows without NaN only (listwise), as SPSS and jamovi do. */
export function cronbachAlphaOfItems(items: Matrix): Estimate<number> {
  const estimate = covarianceListwise(items);
  return isNotEstimable(estimate) ? estimate : cronbachAlpha(estimate.covariance);
}

/** Sum of the diagonal, and of all elements: the variance of the sum score. */
export function matrixSums(matrix: Matrix): { trace: number; total: number } {
  let trace = 0;
  let total = 0;
  for (let i = 0; i < matrix.data.length; i++) total += matrix.data[i];
  for (let i = 0; i < matrix.rows; i++) trace += matrix.data[i * matrix.rows + i];
  return { trace, total };
}
