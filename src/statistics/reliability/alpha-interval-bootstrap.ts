import { completeCases } from '../descriptive/complete-rows.ts';
import { requireLevel } from '../interval.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { packColumns, unpackSums } from '../resampling/packed-columns.ts';
import { type PercentileInterval, percentileInterval } from '../resampling/percentile-interval.ts';
import { cronbachAlphaOfItems } from './cronbach-alpha.ts';

export interface AlphaBootstrap extends PercentileInterval {
  readonly seed: number;
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
  const interval = percentileInterval(resampledAlphas(values, seed, 0, resamples), level);
  return isNotEstimable(interval) ? interval : { ...interval, seed, n: values.rows };
}

/**
 * The alphas of resamples first … first + count - 1, NaN where a resample has none. Resample b uses stream b of the
 * seed, so a caller may spread them over threads and join the parts in order.
 *
 * items     complete: no NaN
 */
export function resampledAlphas(items: Matrix, seed: number, first: number, count: number): Float64Array {
  const { rows: n, cols: k } = items;
  const alphas = new Float64Array(count);
  const drawn = new Int32Array(n);
  const columns = caseColumns(items, wholeMinima(items) ?? columnMeans(items));
  const packed = packColumns(columns, n);
  const words = packed?.words ?? columns;
  const wordSums = new Float64Array(words.length);
  const sums = new Float64Array(k + 2);
  for (let b = 0; b < count; b++) {
    xoshiro128(seed, first + b).fillBelow(n, drawn);
    drawnSums(drawn, words, wordSums);
    if (packed) unpackSums(wordSums, packed, sums);
    else sums.set(wordSums);
    alphas[b] = alphaOfSums(sums, n, k);
  }
  return alphas;
}

// All alpha needs of a resample are sums of fixed columns over the cases drawn: the items about an origin (whole answers
// about their minima, so that sums are exact; others about their means), the sum of their squares (the trace needs no
// single item's square), the squared total.
function caseColumns(items: Matrix, origins: Float64Array): Float64Array[] {
  const { rows: n, cols: k } = items;
  const columns = Array.from({ length: k + 2 }, () => new Float64Array(n));
  const total = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    const item = columnOf(items, j);
    for (let i = 0; i < n; i++) {
      const value = item[i] - origins[j];
      columns[j][i] = value;
      columns[k][i] += value * value;
      total[i] += value;
    }
  }
  for (let i = 0; i < n; i++) columns[k + 1][i] = total[i] * total[i];
  return columns;
}

function wholeMinima(items: Matrix): Float64Array | undefined {
  if (!items.data.every(Number.isInteger)) return undefined;
  return Float64Array.from({ length: items.cols }, (_, j) =>
    columnOf(items, j).reduce((least, value) => Math.min(least, value), Infinity),
  );
}

function columnMeans(items: Matrix): Float64Array {
  return Float64Array.from(
    { length: items.cols },
    (_, j) => columnOf(items, j).reduce((sum, value) => sum + value, 0) / items.rows,
  );
}

// Three columns at a time, so that each case drawn is looked up once for three.
function drawnSums(drawn: Int32Array, columns: readonly Float64Array[], sums: Float64Array): void {
  const last = columns.length - 1;
  for (let j = 0; j <= last; j += 3) {
    const a = columns[j];
    const b = columns[Math.min(last, j + 1)];
    const c = columns[Math.min(last, j + 2)];
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    for (let i = 0; i < drawn.length; i++) {
      const at = drawn[i];
      sumA += a[at];
      sumB += b[at];
      sumC += c[at];
    }
    sums[j] = sumA;
    if (j + 1 <= last) sums[j + 1] = sumB;
    if (j + 2 <= last) sums[j + 2] = sumC;
  }
}

function alphaOfSums(sums: Float64Array, n: number, k: number): number {
  let trace = sums[k];
  let total = 0;
  for (let j = 0; j < k; j++) {
    trace -= (sums[j] * sums[j]) / n;
    total += sums[j];
  }
  const variance = sums[k + 1] - (total * total) / n;
  // A resample of people who answered alike leaves rounding only, small beside the sums it is the difference of.
  return variance > 1e-12 * (sums[k] + sums[k + 1]) ? (k / (k - 1)) * (1 - trace / variance) : Number.NaN;
}
