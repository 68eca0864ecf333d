import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { quantileOfSorted } from '../descriptive/quantile.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface InterItemCorrelations {
  readonly mean: number;
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly meanCovariance: number;
}

/**
 * Mean, median and range of the correlations between different items.
 *
 * covariance  k × k of the items
 * returns   NotEstimable 'too-few-items' (k < 2), 'no-variance' with the constant item
 * throws    RangeError: correlationMatrix requires a square matrix
 * checked   R psych::alpha average_r and median_r, test/fixtures/r/reliability.json, 1e-9
 */
export function interItemCorrelations(covariance: Matrix): Estimate<InterItemCorrelations> {
  const correlation = correlationMatrix(covariance);
  const k = covariance.rows;
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  if (isNotEstimable(correlation)) return correlation;
  const values = new Float64Array((k * (k - 1)) / 2);
  let at = 0;
  let covariances = 0;
  for (let j = 1; j < k; j++)
    for (let i = 0; i < j; i++) {
      values[at++] = correlation.data[j * k + i];
      covariances += covariance.data[j * k + i];
    }
  values.sort();
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    median: quantileOfSorted(values, 0.5),
    minimum: values[0],
    maximum: values[values.length - 1],
    meanCovariance: covariances / values.length,
  };
}
