import { completeCases } from '../descriptive/complete-rows.ts';
import { quantileOfSorted } from '../descriptive/quantile.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { cronbachAlphaOfItems } from './cronbach-alpha.ts';

export interface AlphaBootstrap extends Interval {
  /** Resamples that had an alpha; a resample of identical people has none. */
  readonly resamples: number;
  readonly seed: number;
  /** Standard deviation of the resampled alphas. */
  readonly standardError: number;
  readonly n: number;
}

/**
 * Percentile bootstrap interval of alpha: cases drawn with replacement, quantiles of type 7 of the resampled alphas.
 *
 * items     n × k; rows with NaN are left out before resampling
 * options   seed; resamples, 2000; level, 0.95
 * returns   the interval; NotEstimable as cronbachAlpha, and 'too-few-cases' (n < 3)
 * throws    RangeError: alphaIntervalBootstrap requires 100 resamples or more / a level between 0 and 1
 * source    Efron & Tibshirani 1993; recommended for Likert items by Bonett & Wright 2015, doi:10.1002/job.1960
 * checked   coverage and the normal-theory error by simulation, test/statistics/reliability/alpha-interval.test.ts
 */
export function alphaIntervalBootstrap(
  items: Matrix,
  options: { readonly seed: number; readonly resamples?: number; readonly level?: number },
): Estimate<AlphaBootstrap> {
  const { seed, resamples = 2000, level = 0.95 } = options;
  requireLevel(level, 'alphaIntervalBootstrap');
  if (!(resamples >= 100)) throw new RangeError('alphaIntervalBootstrap requires 100 resamples or more');
  const { values } = completeCases(items);
  const alpha = cronbachAlphaOfItems(values);
  if (isNotEstimable(alpha)) return alpha;
  if (values.rows < 3) return notEstimable('too-few-cases', { n: values.rows, needed: 3 });
  return percentileInterval(resampledAlphas(values, seed, 0, resamples), values.rows, seed, level);
}

/**
 * The alphas of resamples first … first + count - 1, NaN where a resample has none. Resample b uses stream b of the
 * seed, so a caller may spread them over threads and join the parts in order.
 *
 * items     complete: no NaN
 */
export function resampledAlphas(items: Matrix, seed: number, first: number, count: number): Float64Array {
  const { rows: n, cols: k } = items;
  const columns = caseColumns(items);
  const alphas = new Float64Array(count);
  const drawn = new Int32Array(n);
  const times = new Float64Array(n);
  const sums = new Float64Array(k + 2);
  for (let b = 0; b < count; b++) {
    xoshiro128(seed, first + b).fillBelow(n, drawn);
    times.fill(0);
    for (let i = 0; i < n; i++) times[drawn[i]]++;
    for (let j = 0; j < k + 2; j++) sums[j] = dotProduct(times, columns[j]);
    alphas[b] = alphaOfSums(sums, n, k);
  }
  return alphas;
}

// A resample is how often each case was drawn, and all alpha needs are weighted sums of fixed columns: the centred
// items, the sum of their squares (the trace needs no single item's square), and the squared total.
function caseColumns(items: Matrix): Float64Array[] {
  const { rows: n, cols: k } = items;
  const columns = Array.from({ length: k + 2 }, () => new Float64Array(n));
  const total = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    const item = columnOf(items, j);
    let mean = 0;
    for (let i = 0; i < n; i++) mean += item[i] / n;
    for (let i = 0; i < n; i++) {
      const value = item[i] - mean;
      columns[j][i] = value;
      columns[k][i] += value * value;
      total[i] += value;
    }
  }
  for (let i = 0; i < n; i++) columns[k + 1][i] = total[i] * total[i];
  return columns;
}

function dotProduct(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    first += a[i] * b[i];
    second += a[i + 1] * b[i + 1];
    third += a[i + 2] * b[i + 2];
    fourth += a[i + 3] * b[i + 3];
  }
  for (; i < n; i++) first += a[i] * b[i];
  return first + second + third + fourth;
}

function alphaOfSums(sums: Float64Array, n: number, k: number): number {
  let trace = sums[k];
  let total = 0;
  for (let j = 0; j < k; j++) {
    trace -= (sums[j] * sums[j]) / n;
    total += sums[j];
  }
  const variance = sums[k + 1] - (total * total) / n;
  return variance > 1e-12 * trace ? (k / (k - 1)) * (1 - trace / variance) : Number.NaN;
}

function percentileInterval(
  alphas: Float64Array,
  n: number,
  seed: number,
  level: number,
): Estimate<AlphaBootstrap> {
  const sorted = alphas.filter((alpha) => !Number.isNaN(alpha)).sort();
  const resamples = sorted.length;
  if (resamples < 100) return notEstimable('no-variance', { resamples });
  const mean = sorted.reduce((sum, alpha) => sum + alpha, 0) / resamples;
  const squares = sorted.reduce((sum, alpha) => sum + (alpha - mean) ** 2, 0);
  const outside = (1 - level) / 2;
  return {
    lower: quantileOfSorted(sorted, outside),
    upper: quantileOfSorted(sorted, 1 - outside),
    level,
    resamples,
    seed,
    standardError: Math.sqrt(squares / (resamples - 1)),
    n,
  };
}
