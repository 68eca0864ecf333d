import { adjustHolm } from '../correlation/adjust-p.ts';
import { midRanks } from '../correlation/mid-ranks.ts';
import { quantileOfSorted } from '../descriptive/quantile.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { answered } from './group-moments.ts';
import { tieSum } from './mann-whitney.ts';

export interface KruskalWallis {
  readonly n: readonly number[];
  readonly meanRanks: readonly number[];
  readonly h: number;
  readonly df: number;
  readonly p: number;
  /** ε² = H / (N - 1), 0 … 1. */
  readonly epsilonSquared: number;
}

export interface DunnComparison {
  readonly first: number;
  readonly second: number;
  /** Mean rank of the first minus that of the second. */
  readonly difference: number;
  readonly z: number;
  readonly p: number;
  /** Holm, over all pairs. */
  readonly adjustedP: number;
}

/**
 * Kruskal-Wallis test that groups have the same distribution, corrected for ties, chi-square approximation.
 *
 * groups    two or more; NaN is left out
 * returns   NotEstimable 'too-few-groups', 'too-few-cases' (an empty group), 'no-variance' (all values equal)
 * source    Kruskal & Wallis 1952, JASA 47, 583-621; ε²: Tomczak & Tomczak 2014
 * checked   R kruskal.test, test/fixtures/r/groups.json, 1e-9
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): Estimate<KruskalWallis> {
  const ranked = rankGroups(groups);
  if (isNotEstimable(ranked)) return ranked;
  const { sizes, meanRanks, total, correction } = ranked;
  const squares = sizes.reduce((sum, n, g) => sum + n * (meanRanks[g] - (total + 1) / 2) ** 2, 0);
  const h = (12 * squares) / (total * (total + 1)) / correction;
  const df = sizes.length - 1;
  return { n: sizes, meanRanks, h, df, p: chiSquareUpper(h, df), epsilonSquared: h / (total - 1) };
}

/**
 * Percentile bootstrap interval of ε², resampling within the groups.
 *
 * options   seed; resamples, 1000; level, 0.95
 * returns   as kruskalWallis
 */
export function kruskalWallisInterval(
  groups: readonly ArrayLike<number>[],
  options: { readonly seed: number; readonly resamples?: number; readonly level?: number },
): Estimate<Interval> {
  const { seed, resamples = 1000, level = 0.95 } = options;
  requireLevel(level, 'kruskalWallisInterval');
  const kept = groups.map(answered);
  const whole = kruskalWallis(kept);
  if (isNotEstimable(whole)) return whole;
  const values: number[] = [];
  for (let b = 0; b < resamples; b++) {
    const random = xoshiro128(seed, b);
    const drawn = kept.map((group) => {
      const cases = new Int32Array(group.length);
      random.fillBelow(group.length, cases);
      return Float64Array.from(cases, (i) => group[i]);
    });
    const result = kruskalWallis(drawn);
    if (!isNotEstimable(result)) values.push(result.epsilonSquared);
  }
  if (values.length < resamples / 2) return notEstimable('no-variance', { resamples: values.length });
  values.sort((a, b) => a - b);
  const outside = (1 - level) / 2;
  return { lower: quantileOfSorted(values, outside), upper: quantileOfSorted(values, 1 - outside), level };
}

/**
 * Dunn's comparisons of all pairs of groups after Kruskal-Wallis, from the joint ranks, corrected for ties; Holm.
 *
 * returns   as kruskalWallis; pairs in the order 0-1, 0-2, …, 1-2, …
 * source    Dunn 1964, Technometrics 6, 241-252
 * checked   the formula in R, test/fixtures/r/groups.json, 1e-9
 */
export function dunnComparisons(groups: readonly ArrayLike<number>[]): Estimate<DunnComparison[]> {
  const ranked = rankGroups(groups);
  if (isNotEstimable(ranked)) return ranked;
  const { sizes, meanRanks, total, correction } = ranked;
  const variance = ((total * (total + 1)) / 12) * correction;
  const pairs: Omit<DunnComparison, 'adjustedP'>[] = [];
  for (let first = 0; first < sizes.length; first++)
    for (let second = first + 1; second < sizes.length; second++) {
      const difference = meanRanks[first] - meanRanks[second];
      const z = difference / Math.sqrt(variance * (1 / sizes[first] + 1 / sizes[second]));
      pairs.push({ first, second, difference, z, p: normalTwoSided(z) });
    }
  const adjusted = adjustHolm(pairs.map(({ p }) => p));
  return pairs.map((pair, i) => ({ ...pair, adjustedP: adjusted[i] }));
}

// Mean ranks over all groups together, and 1 - Σ (t³ - t) / (N³ - N).
function rankGroups(
  groups: readonly ArrayLike<number>[],
): Estimate<{ sizes: number[]; meanRanks: number[]; total: number; correction: number }> {
  if (groups.length < 2) return notEstimable('too-few-groups', { groups: groups.length, needed: 2 });
  const kept = groups.map(answered);
  const sizes = kept.map((group) => group.length);
  const empty = sizes.indexOf(0);
  if (empty >= 0) return notEstimable('too-few-cases', { group: empty, n: 0, needed: 1 });
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const all = new Float64Array(total);
  let at = 0;
  for (const group of kept) {
    all.set(group, at);
    at += group.length;
  }
  const ranks = midRanks(all);
  const correction = 1 - tieSum(ranks) / (total ** 3 - total);
  if (!(correction > 1e-12)) return notEstimable('no-variance', { n: total });
  let from = 0;
  const meanRanks = sizes.map((n) => {
    const sum = ranks.subarray(from, from + n).reduce((all_, rank) => all_ + rank, 0);
    from += n;
    return sum / n;
  });
  return { sizes, meanRanks, total, correction };
}
