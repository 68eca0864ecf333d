import { quantileOfSorted } from '../descriptive/quantile.ts';
import type { Interval } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface PercentileInterval extends Interval {
  /** Upper limit of the one-sided interval at the same level. */
  readonly upperOneSided: number;
  readonly mean: number;
  /** Standard deviation of the resampled values. */
  readonly standardError: number;
  /** Resamples that had a value. */
  readonly resamples: number;
}

/**
 * Percentile bootstrap interval: quantiles of type 7 of the values that resamples gave.
 *
 * values     one per resample, NaN where a resample had none
 * returns    NotEstimable 'too-few-cases' when fewer than 100 resamples, or fewer than half, had a value
 * source     Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13
 */
export function percentileInterval(values: ArrayLike<number>, level: number): Estimate<PercentileInterval> {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const resamples = sorted.length;
  if (resamples < 100 || resamples < values.length / 2)
    return notEstimable('too-few-cases', { resamples, needed: Math.max(100, values.length / 2) });
  const mean = sorted.reduce((sum, value) => sum + value, 0) / resamples;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    lower: quantileOfSorted(sorted, (1 - level) / 2),
    upper: quantileOfSorted(sorted, (1 + level) / 2),
    upperOneSided: quantileOfSorted(sorted, level),
    level,
    mean,
    standardError: Math.sqrt(squares / (resamples - 1)),
    resamples,
  };
}
