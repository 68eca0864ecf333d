import { requireCorrelation } from '../factor/require-correlation.ts';
import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';

/**
 * Full collinearity VIF of each construct, regressed on all others: the diagonal of the inverse correlation matrix.
 *
 * Above 3.3 (scores of PLS) a model is suspected of common-method bias; with covariance-based scores 5 or 10 are in use.
 * correlation k × k of the construct scores
 * returns    one VIF per construct, 1 at least; NotEstimable: not-positive-definite
 * throws     RangeError: fullCollinearity requires a correlation matrix
 * source     Kock 2015, Int. J. e-Collaboration 11(4), 1-10, doi:10.4018/ijec.2015100101
 * checked    R lm(), test/fixtures/r/common-method.json, 1e-9
 */
export function fullCollinearity(correlation: Matrix): Estimate<Float64Array> {
  requireCorrelation('fullCollinearity', correlation);
  const k = correlation.rows;
  const inverse = invertPositiveDefinite(correlation);
  if (isNotEstimable(inverse)) return inverse;
  return Float64Array.from({ length: k }, (_, i) => Math.max(inverse.data[i * k + i], 1));
}
