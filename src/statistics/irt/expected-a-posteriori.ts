import type { Matrix } from '../matrix.ts';
import { gradedExpectation, rectangularQuadrature } from './graded-expectation.ts';
import type { GradedItem } from './graded-item.ts';
import { responsePatterns } from './response-patterns.ts';

export interface ExpectedAPosteriori {
  /** Per case the mean of theta's posterior, NaN where the case answered nothing, and its standard deviation. */
  readonly scores: Float64Array;
  readonly standardErrors: Float64Array;
  /** Variance of the scores over that variance plus the mean squared error. */
  readonly reliability: number;
}

/**
 * EAP scores: the expected theta of each case given its answers, theta standard normal beforehand.
 *
 * items      n × k, NaN missing; answers among the values its item was estimated with (`values`)
 * throws     RangeError: expectedAPosteriori requires a column for each item; responsePatterns requires answers among the
 *            categories
 * source     Bock & Mislevy 1982, Appl. Psychol. Meas. 6, 431-444, doi:10.1177/014662168200600405
 * checked    R integrate(), test/fixtures/r/graded-response.json, 1e-6
 */
export function expectedAPosteriori(
  items: Matrix,
  estimates: readonly (GradedItem & { readonly values: readonly number[] })[],
  points = 61,
): ExpectedAPosteriori {
  if (items.cols !== estimates.length)
    throw new RangeError('expectedAPosteriori requires a column for each item');
  const categories = estimates.map(({ values }) => values);
  const patterns = responsePatterns(items, undefined, categories);
  const theta = rectangularQuadrature(points, 6);
  const means = new Float64Array(patterns.counts.length);
  const errors = new Float64Array(patterns.counts.length);
  gradedExpectation(patterns, estimates, [{ mean: 0, sd: 1 }], theta, (pattern, posterior) => {
    let mean = 0;
    let square = 0;
    for (let q = 0; q < theta.length; q++) {
      mean += posterior[q] * theta[q];
      square += posterior[q] * theta[q] ** 2;
    }
    means[pattern] = mean;
    errors[pattern] = Math.sqrt(Math.max(square - mean * mean, 0));
  });
  const of = (values: Float64Array) =>
    Float64Array.from({ length: items.rows }, (_, i) =>
      patterns.patternOf[i] < 0 ? Number.NaN : values[patterns.patternOf[i]],
    );
  let n = 0;
  let sum = 0;
  patterns.counts.forEach((count, pattern) => {
    n += count;
    sum += count * means[pattern];
  });
  let variance = 0;
  let error = 0;
  patterns.counts.forEach((count, pattern) => {
    variance += (count * (means[pattern] - sum / n) ** 2) / n;
    error += (count * errors[pattern] ** 2) / n;
  });
  return {
    scores: of(means),
    standardErrors: of(errors),
    reliability: variance + error > 0 ? variance / (variance + error) : 0,
  };
}
