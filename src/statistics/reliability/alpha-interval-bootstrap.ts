import { completeCases } from '../descriptive/complete-rows.ts';
import { requireLevel } from '../interval.ts';
import { columnOf, type Matrix, selectRows } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
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
  const { patternOf, patterns } = answerPatterns(items);
  const columns = patternColumns(patterns, columnMeans(items));
  const times = new Float64Array(patterns.rows);
  const sums = new Float64Array(k + 2);
  for (let b = 0; b < count; b++) {
    xoshiro128(seed, first + b).fillBelow(n, drawn);
    times.fill(0);
    for (let i = 0; i < n; i++) times[patternOf[drawn[i]]]++;
    weightedSums(times, columns, sums);
    alphas[b] = alphaOfSums(sums, n, k);
  }
  return alphas;
}

// People who answered alike are one pattern: with a few ordinal items there are far fewer patterns than people.
function answerPatterns(items: Matrix): { patternOf: Int32Array; patterns: Matrix } {
  const { rows: n, cols: k, data } = items;
  const patternOf = new Int32Array(n);
  const numbers = new Map<string, number>();
  const firstCases: number[] = [];
  for (let i = 0; i < n; i++) {
    let key = '';
    for (let j = 0; j < k; j++) key += `${data[j * n + i]} `;
    let number = numbers.get(key);
    if (number === undefined) {
      number = firstCases.length;
      numbers.set(key, number);
      firstCases.push(i);
    }
    patternOf[i] = number;
  }
  return { patternOf, patterns: selectRows(items, firstCases) };
}

// A resample is how often each pattern was drawn, and all alpha needs are weighted sums of fixed columns: the items
// about the sample's means, the sum of their squares (the trace needs no single item's square), the squared total.
function patternColumns(patterns: Matrix, means: Float64Array): Float64Array[] {
  const { rows: n, cols: k } = patterns;
  const columns = Array.from({ length: k + 2 }, () => new Float64Array(n));
  const total = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    const item = columnOf(patterns, j);
    for (let i = 0; i < n; i++) {
      const value = item[i] - means[j];
      columns[j][i] = value;
      columns[k][i] += value * value;
      total[i] += value;
    }
  }
  for (let i = 0; i < n; i++) columns[k + 1][i] = total[i] * total[i];
  return columns;
}

function columnMeans(items: Matrix): Float64Array {
  return Float64Array.from(
    { length: items.cols },
    (_, j) => columnOf(items, j).reduce((sum, value) => sum + value, 0) / items.rows,
  );
}

// Σ weight · column for each column, four columns at a time, so that each weight is read once for four products.
function weightedSums(weights: Float64Array, columns: readonly Float64Array[], sums: Float64Array): void {
  const n = weights.length;
  const last = columns.length - 1;
  for (let j = 0; j <= last; j += 4) {
    const a = columns[j];
    const b = columns[Math.min(last, j + 1)];
    const c = columns[Math.min(last, j + 2)];
    const d = columns[Math.min(last, j + 3)];
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let i = 0; i < n; i++) {
      const weight = weights[i];
      sumA += weight * a[i];
      sumB += weight * b[i];
      sumC += weight * c[i];
      sumD += weight * d[i];
    }
    sums[j] = sumA;
    if (j + 1 <= last) sums[j + 1] = sumB;
    if (j + 2 <= last) sums[j + 2] = sumC;
    if (j + 3 <= last) sums[j + 3] = sumD;
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
