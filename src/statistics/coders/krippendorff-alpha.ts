import { requireLevel } from '../interval.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { type PercentileInterval, percentileInterval } from '../resampling/percentile-interval.ts';
import { type Coincidences, coincidences } from './coincidences.ts';

/** Which codes differ how much: all alike; by ranks of the codings between them; by the squared difference. */
export type CodeMetric = 'nominal' | 'ordinal' | 'interval';

export interface KrippendorffAlpha {
  readonly alpha: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** Units coded by two or more. */
  readonly units: number;
  readonly unitsLeftOut: number;
  /** Codings in those units. */
  readonly pairable: number;
  readonly codes: Float64Array;
}

/**
 * Krippendorff's alpha: agreement of any number of coders, with missing codings.
 * alpha = 1 - Do / De = 1 - (n - 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, over the coincidences o of the n pairable codings;
 * δ² is 1 (nominal), (Σ of n_g from c to k - (n_c + n_k) / 2)² (ordinal) or (c - k)² (interval).
 *
 * ratings   units × coders, codes; NaN where a coder gave none. A unit coded once only does not count
 * metric    'nominal' when left out
 * returns   1 at best, 0 as by chance, may be negative; NotEstimable 'no-overlap' (no unit coded twice), 'no-variance'
 *           (one code only: nothing could have disagreed)
 * source    Krippendorff 2011, Computing Krippendorff's alpha-reliability,
 *           https://repository.upenn.edu/asc_papers/43; Hayes & Krippendorff 2007, doi:10.1080/19312450709336664
 * checked   the example of the 2011 paper, and R code of the definition, test/fixtures/r/coders.json, 1e-9
 */
export function krippendorffAlpha(
  ratings: Matrix,
  metric: CodeMetric = 'nominal',
): Estimate<KrippendorffAlpha> {
  const pairs = coincidences(ratings);
  const { codes, units, pairable, unitsLeftOut } = pairs;
  if (units.length === 0) return notEstimable('no-overlap', { n: 0 });
  if (codes.length < 2) return notEstimable('no-variance', { n: units.length });
  const table = new Float64Array(codes.length ** 2);
  addUnits(table, pairs, new Float64Array(units.length).fill(1));
  return { ...disagreements(table, codes, metric), units: units.length, unitsLeftOut, pairable, codes };
}

export interface KrippendorffBootstrap extends PercentileInterval {
  readonly seed: number;
}

/**
 * Percentile bootstrap interval of Krippendorff's alpha: units are drawn with replacement, and observed and expected
 * disagreement are both computed anew (Hayes and Krippendorff's macro keeps the expected one fixed, and is narrower).
 *
 * options   seed; metric, 'nominal'; resamples, 2000; level, 0.95. Resample b uses stream b of the seed
 * returns   NotEstimable as krippendorffAlpha, and 'too-few-cases' where most resamples have one code only
 * throws    RangeError: krippendorffBootstrap requires 100 resamples or more / a level between 0 and 1
 * source    Zapf et al. 2016, BMC Med. Res. Methodol. 16, 93, doi:10.1186/s12874-016-0200-9
 * checked   coverage by simulation, test/statistics/coders/krippendorff-alpha.test.ts
 */
export function krippendorffBootstrap(
  ratings: Matrix,
  options: {
    readonly seed: number;
    readonly metric?: CodeMetric;
    readonly resamples?: number;
    readonly level?: number;
  },
): Estimate<KrippendorffBootstrap> {
  const { seed, metric = 'nominal', resamples = 2000, level = 0.95 } = options;
  requireLevel(level, 'krippendorffBootstrap');
  if (!(resamples >= 100)) throw new RangeError('krippendorffBootstrap requires 100 resamples or more');
  const estimate = krippendorffAlpha(ratings, metric);
  if ('notEstimable' in estimate) return estimate;
  const interval = percentileInterval(
    resampledKrippendorffAlphas(ratings, metric, seed, 0, resamples),
    level,
  );
  return 'notEstimable' in interval ? interval : { ...interval, seed };
}

/** The alphas of resamples first … first + count - 1, NaN where a resample has one code only. */
export function resampledKrippendorffAlphas(
  ratings: Matrix,
  metric: CodeMetric,
  seed: number,
  first: number,
  count: number,
): Float64Array {
  const pairs = coincidences(ratings);
  const n = pairs.units.length;
  const drawn = new Int32Array(n);
  const times = new Float64Array(n);
  const table = new Float64Array(pairs.codes.length ** 2);
  const alphas = new Float64Array(count);
  for (let b = 0; b < count; b++) {
    xoshiro128(seed, first + b).fillBelow(n, drawn);
    times.fill(0);
    for (let i = 0; i < n; i++) times[drawn[i]]++;
    addUnits(table.fill(0), pairs, times);
    alphas[b] = disagreements(table, pairs.codes, metric).alpha;
  }
  return alphas;
}

function addUnits(table: Float64Array, { units }: Coincidences, times: Float64Array): void {
  units.forEach(({ cells, weights }, unit) => {
    const factor = times[unit];
    if (factor === 0) return;
    for (let i = 0; i < cells.length; i++) table[cells[i]] += factor * weights[i];
  });
}

function disagreements(table: Float64Array, codes: Float64Array, metric: CodeMetric) {
  const k = codes.length;
  const totals = new Float64Array(k);
  for (let c = 0; c < k; c++) for (let j = 0; j < k; j++) totals[c] += table[c * k + j];
  const n = totals.reduce((sum, total) => sum + total, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < k; c++) {
    let passed = totals[c] / 2;
    for (let j = c + 1; j < k; j++) {
      passed += totals[j];
      const ranks = passed - totals[j] / 2;
      const delta = metric === 'nominal' ? 1 : metric === 'ordinal' ? ranks : codes[j] - codes[c];
      observed += 2 * table[c * k + j] * delta * delta;
      expected += 2 * totals[c] * totals[j] * delta * delta;
    }
  }
  const observedDisagreement = observed / n;
  const expectedDisagreement = expected / (n * (n - 1));
  // A resample may hold one code only; it then has no alpha, and the caller leaves it out.
  const alpha = expected > 0 ? 1 - observedDisagreement / expectedDisagreement : Number.NaN;
  return { alpha, observedDisagreement, expectedDisagreement };
}
