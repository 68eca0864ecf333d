import { fisherInterval } from '../correlation/fisher-interval.ts';
import { midRanks } from '../correlation/mid-ranks.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import type { Interval } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { answered } from './group-moments.ts';

export interface MannWhitney {
  readonly n: readonly [number, number];
  /** Pairs in which the first group's value is the larger, ties counting half. */
  readonly u: number;
  readonly z: number;
  readonly p: number;
  /** Rank-biserial correlation 2U / (n1 n2) - 1: 1 when every first value is above every second. */
  readonly rankBiserial: number;
  readonly interval: Estimate<Interval>;
  /** U / (n1 n2): the chance that a first value is above a second one. */
  readonly probabilityOfSuperiority: number;
}

/**
 * Mann-Whitney U (Wilcoxon rank sum): normal approximation with tie correction, without continuity correction (as SPSS;
 * R corrects unless correct = FALSE). Interval of the rank-biserial r on Fisher's z with error
 * √((n1 + n2 + 1) / (3 n1 n2)).
 *
 * first, second  NaN is left out
 * returns   NotEstimable 'too-few-cases' (an empty group), 'no-variance' (all values equal)
 * source    Mann & Whitney 1947; Kerby 2014, doi:10.2466/11.IT.3.1
 * checked   R wilcox.test(exact = FALSE, correct = FALSE), test/fixtures/r/groups.json, 1e-9
 */
export function mannWhitney(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): Estimate<MannWhitney> {
  const a = answered(first);
  const b = answered(second);
  const n1 = a.length;
  const n2 = b.length;
  if (n1 < 1 || n2 < 1) return notEstimable('too-few-cases', { n: Math.min(n1, n2), needed: 1 });
  const all = new Float64Array(n1 + n2);
  all.set(a);
  all.set(b, n1);
  const ranks = midRanks(all);
  let rankSum = 0;
  for (let i = 0; i < n1; i++) rankSum += ranks[i];
  const u = rankSum - (n1 * (n1 + 1)) / 2;
  const n = n1 + n2;
  const variance = ((n1 * n2) / 12) * (n + 1 - tieSum(ranks) / (n * (n - 1)));
  if (!(variance > 1e-9)) return notEstimable('no-variance', { n });
  const z = (u - (n1 * n2) / 2) / Math.sqrt(variance);
  const rankBiserial = (2 * u) / (n1 * n2) - 1;
  return {
    n: [n1, n2],
    u,
    z,
    p: normalTwoSided(z),
    rankBiserial,
    interval: fisherInterval(rankBiserial, Math.sqrt((n + 1) / (3 * n1 * n2)), level),
    probabilityOfSuperiority: u / (n1 * n2),
  };
}

/** Σ (t³ - t) over groups of t tied values. */
export function tieSum(ranks: Float64Array): number {
  const sorted = ranks.slice().sort();
  let sum = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[i]) end++;
    sum += (end - i) ** 3 - (end - i);
    i = end;
  }
  return sum;
}
