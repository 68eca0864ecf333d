import { completeRows } from '../statistics/descriptive/complete-rows.ts';
import { covarianceOfComplete } from '../statistics/descriptive/covariance.ts';
import { moments } from '../statistics/descriptive/moments.ts';
import { matrixFromColumns } from '../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../statistics/not-estimable.ts';
import { regress } from '../statistics/regression/ols.ts';
import type { CorrelationEstimate } from './correlate-scores.ts';

/** Coefficients of a plane in two variables and their product, and one residual degree of freedom at least. */
const NEEDED = 6;

/**
 * Least-squares regression of the outcome on predictor, moderator and their product, all three standardised first and the
 * product left as it is (so its coefficient is the change of the predictor's slope, in standard deviations of the outcome,
 * for a moderator one standard deviation higher). Interval and p from t with n − 4 degrees of freedom.
 *
 * predictor, moderator, outcome   one a case; a case with NaN in any is left out
 */
export function moderationOfScores(
  predictor: Float64Array,
  moderator: Float64Array,
  outcome: Float64Array,
  level: number,
): { n: number; estimate: Estimate<CorrelationEstimate> } {
  const columns = completeColumns([predictor, moderator, outcome]);
  const n = columns[0]!.length;
  if (n === 0) return { n, estimate: notEstimable('no-overlap', { n }) };
  if (n < NEEDED) return { n, estimate: notEstimable('too-few-cases', { n, needed: NEEDED }) };
  const standardised = columns.map(standardise);
  if (standardised.includes(null)) return { n, estimate: notEstimable('no-variance', { n }) };
  const [x, m, y] = standardised as [Float64Array, Float64Array, Float64Array];
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) product[i] = x[i]! * m[i]!;
  const moments = { ...covarianceOfComplete(matrixFromColumns([x, m, product, y])), n };
  const regression = regress(moments, 3, [0, 1, 2], level);
  if (isNotEstimable(regression)) return { n, estimate: regression };
  const { estimate: value, interval, p } = regression.coefficients[2]!;
  return { n, estimate: { value, interval, p } };
}

/** The cases that have all of them. */
function completeColumns(columns: readonly Float64Array[]): readonly Float64Array[] {
  const rows = completeRows(matrixFromColumns(columns)).rows;
  return columns.map((column) => {
    const complete = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) complete[i] = column[rows[i]!]!;
    return complete;
  });
}

/** Null for a constant. */
function standardise(values: Float64Array): Float64Array | null {
  const { mean, standardDeviation } = moments(values);
  if (typeof mean !== 'number' || typeof standardDeviation !== 'number' || standardDeviation === 0)
    return null;
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = (values[i]! - mean) / standardDeviation;
  return result;
}
