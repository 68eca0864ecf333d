import { type CaseCounts, completeCases } from '../descriptive/complete-rows.ts';
import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { covarianceOfComplete } from '../descriptive/covariance.ts';
import { requireLevel } from '../interval.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type PercentileInterval, percentileInterval } from '../resampling/percentile-interval.ts';
import { resampledCovariances } from '../resampling/resampled-covariances.ts';
import { blocksOfMixedSign, type HtmtPair, type HtmtVariant, htmt } from './htmt.ts';

export interface HtmtOptions {
  readonly variant: HtmtVariant;
  readonly seed: number;
  /** 2000. */
  readonly resamples?: number;
  /** 0.95. */
  readonly level?: number;
}

export interface HtmtBootstrap {
  readonly pairs: readonly (HtmtPair & { readonly interval: Estimate<PercentileInterval> })[];
  readonly counts: CaseCounts;
  readonly mixedSigns: readonly number[];
  readonly seed: number;
}

/**
 * HTMT of every pair of constructs with a percentile bootstrap interval; the one-sided upper limit is what the rule of
 * "below .85 (.90, 1) with 95 % confidence" asks for.
 *
 * items      n × k; rows with a missing answer to any item of the blocks are left out before resampling
 * returns    NotEstimable: no-answers / too-few-cases (n < 3), no-variance. Resamples without a value are left out and
 *            counted by the interval's `resamples`
 * throws     RangeError: htmtBootstrap requires 100 resamples or more / a level between 0 and 1; those of htmt
 * source     Henseler, Ringle & Sarstedt 2015, doi:10.1007/s11747-014-0403-8; Ringle et al. 2023
 * checked    values as htmt; intervals by simulation, test/statistics/validity/htmt.test.ts
 */
export function htmtBootstrap(
  items: Matrix,
  blocks: readonly (readonly number[])[],
  options: HtmtOptions,
): Estimate<HtmtBootstrap> {
  const { variant, seed, resamples = 2000, level = 0.95 } = options;
  requireLevel(level, 'htmtBootstrap');
  if (!(resamples >= 100)) throw new RangeError('htmtBootstrap requires 100 resamples or more');
  const { values, counts } = completeCases(items);
  if (values.rows === 0) return notEstimable('no-answers', { n: 0 });
  if (values.rows < 3) return notEstimable('too-few-cases', { n: values.rows, needed: 3 });
  const correlation = correlationMatrix(covarianceOfComplete(values).covariance);
  if (isNotEstimable(correlation)) return correlation;
  const pairs = htmt(correlation, blocks, variant);
  const drawn = resampledHtmt(values, blocks, variant, seed, 0, resamples);
  return {
    pairs: pairs.map((pair, p) => ({
      ...pair,
      interval: isNotEstimable(pair.value) ? pair.value : percentileInterval(drawn[p], level),
    })),
    counts,
    mixedSigns: blocksOfMixedSign(correlation, blocks),
    seed,
  };
}

/** Per pair the HTMT of resamples first … first + count - 1, NaN where a resample has none. Items complete. */
export function resampledHtmt(
  items: Matrix,
  blocks: readonly (readonly number[])[],
  variant: HtmtVariant,
  seed: number,
  first: number,
  count: number,
): Float64Array[] {
  const pairCount = (blocks.length * (blocks.length - 1)) / 2;
  const drawn = Array.from({ length: pairCount }, () => new Float64Array(count).fill(Number.NaN));
  resampledCovariances(items, seed, first, count, (covariance, b) => {
    const correlation = correlationMatrix(covariance);
    if (isNotEstimable(correlation)) return;
    htmt(correlation, blocks, variant).forEach(({ value }, p) => {
      if (!isNotEstimable(value)) drawn[p][b - first] = value;
    });
  });
  return drawn;
}
