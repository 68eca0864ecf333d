import { completeRows } from '../descriptive/complete-rows.ts';
import type { CovarianceEstimate } from '../descriptive/covariance.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { missingPatterns } from '../sem/missing-patterns.ts';
import { saturatedMoments } from '../sem/saturated-moments.ts';

export interface EmCovariance extends CovarianceEstimate {
  readonly iterations: number;
}

/**
 * Maximum-likelihood means and covariances of a multivariate normal population from incomplete rows, by EM; divisor n,
 * not n - 1. Unbiased where values are missing at random, given the other columns.
 * One step costs missing patterns, not rows.
 *
 * values    n × p; NaN is missing; rows without any value are left out and counted
 * options   tolerance: largest change of a mean or covariance in standard deviations, 1e-10; limit: most steps, 5000
 * returns   covariance, means, n (rows with any value) and the account; NotEstimable 'no-answers', 'too-few-cases',
 *           'no-variance', 'not-positive-definite', 'not-converged'
 * throws    RangeError: emCovariance requires at least one column
 * source    Dempster, Laird & Rubin 1977, JRSS B 39, 1-38; Little & Rubin 2002, ch. 11
 * checked   R lavaan (missing = 'ml', saturated), test/fixtures/r/descriptive.json, 1e-6
 */
export function emCovariance(
  values: Matrix,
  options: { readonly tolerance?: number; readonly limit?: number } = {},
): Estimate<EmCovariance> {
  if (values.cols === 0) throw new RangeError('emCovariance requires at least one column');
  const { counts } = completeRows(values);
  const patterns = missingPatterns(
    values,
    Int32Array.from({ length: values.rows }, (_, i) => i),
  );
  const saturated = saturatedMoments(patterns, values.cols, options);
  if (isNotEstimable(saturated)) return saturated;
  const { means, covariance, iterations } = saturated;
  return { covariance, means, n: counts.total - counts.empty, counts, iterations };
}
