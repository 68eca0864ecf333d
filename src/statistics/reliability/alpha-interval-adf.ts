import { completeCases } from '../descriptive/complete-rows.ts';
import { covarianceOfComplete } from '../descriptive/covariance.ts';
import { normalCriticalValue } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { cronbachAlpha, matrixSums } from './cronbach-alpha.ts';

/**
 * Distribution-free (ADF) interval of alpha: the one to show for Likert items, beside the bootstrap.
 * The delta method with the sample's own fourth moments, without forming their matrix: each case contributes
 * w = k / (k - 1) (t T² / s² - q / s), with T its deviation of the sum score, q the sum of its items' squared
 * deviations, t = Σ variances, s = the variance of the sum score; SE² = Σ w² / (n (n - 1)).
 *
 * items     n × k; rows with NaN are left out
 * returns   the interval with the standard error and n; NotEstimable as cronbachAlpha, and 'too-few-cases' (n < 3)
 * source    Maydeu-Olivares, Coffman & Hartmann 2007, Psychol. Methods 12, 157-176, doi:10.1037/1082-989X.12.2.157
 * checked   the matrix form of the paper in R, test/fixtures/r/reliability.json, 1e-9
 */
export function alphaIntervalAdf(
  items: Matrix,
  level = 0.95,
): Estimate<Interval & { readonly standardError: number; readonly n: number }> {
  requireLevel(level, 'alphaIntervalAdf');
  const { values } = completeCases(items);
  const { rows: n, cols: k } = values;
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  if (n === 0) return notEstimable('no-answers', { n });
  if (n < 3) return notEstimable('too-few-cases', { n, needed: 3 });
  const { covariance, means } = covarianceOfComplete(values);
  const alpha = cronbachAlpha(covariance);
  if (isNotEstimable(alpha)) return alpha;
  const { trace, total } = matrixSums(covariance);
  const sums = new Float64Array(n);
  const squares = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    const from = j * n;
    for (let i = 0; i < n; i++) {
      const deviation = values.data[from + i] - means[j];
      sums[i] += deviation;
      squares[i] += deviation * deviation;
    }
  }
  let sumOfSquares = 0;
  for (let i = 0; i < n; i++) {
    const w = (k / (k - 1)) * ((trace * sums[i] * sums[i]) / (total * total) - squares[i] / total);
    sumOfSquares += w * w;
  }
  const standardError = Math.sqrt(sumOfSquares / (n * (n - 1)));
  const reach = normalCriticalValue(level) * standardError;
  return { lower: alpha - reach, upper: alpha + reach, level, standardError, n };
}
