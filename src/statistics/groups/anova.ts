import { fUpper } from '../distributions/f-distribution.ts';
import { findRoot } from '../distributions/find-root.ts';
import { noncentralFUpper } from '../distributions/noncentral-f.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type GroupMoments, groupMoments } from './group-moments.ts';

export interface Anova {
  readonly groups: readonly GroupMoments[];
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** η²: share of the sum of squares; too large in small samples. */
  readonly etaSquared: number;
  /** 'outside-range' when F is so large that the interval is η² itself to three digits. */
  readonly etaSquaredInterval: Estimate<Interval>;
  /** ω²: nearly unbiased; below 0 when F < 1. */
  readonly omegaSquared: number;
}

export interface WelchAnova {
  readonly groups: readonly GroupMoments[];
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * One-way analysis of variance, equal variances assumed, with η² and its interval by the noncentral F distribution
 * (λ limits turned into λ / (λ + N)).
 *
 * groups    two or more; NaN is left out
 * returns   NotEstimable 'too-few-groups', 'too-few-cases' (a group below two), 'no-variance' (within the groups)
 * source    Fisher 1925; interval: Steiger 2004, Psychol. Methods 9, 164-182, doi:10.1037/1082-989X.9.2.164
 * checked   R aov and pf(ncp), test/fixtures/r/groups.json, 1e-9 (interval 1e-6)
 */
export function anova(groups: readonly ArrayLike<number>[], level = 0.95): Estimate<Anova> {
  requireLevel(level, 'anova');
  const moments = groupMoments(groups);
  if (isNotEstimable(moments)) return moments;
  const total = moments.reduce((sum, { n }) => sum + n, 0);
  const grand = moments.reduce((sum, { n, mean }) => sum + n * mean, 0) / total;
  const between = moments.reduce((sum, { n, mean }) => sum + n * (mean - grand) ** 2, 0);
  const within = moments.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0);
  if (!(within > 0)) return notEstimable('no-variance', { n: total });
  const df1 = moments.length - 1;
  const df2 = total - moments.length;
  const meanSquare = within / df2;
  const f = between / df1 / meanSquare;
  return {
    groups: moments,
    f,
    df1,
    df2,
    p: fUpper(f, df1, df2),
    etaSquared: between / (between + within),
    etaSquaredInterval: etaSquaredInterval(f, df1, df2, level),
    omegaSquared: (between - df1 * meanSquare) / (between + within + meanSquare),
  };
}

// The noncentral distribution is summed in about √λ terms, and beyond this η² is above .99 for any study one can run.
const LARGEST_SUM = 1e6;

function etaSquaredInterval(f: number, df1: number, df2: number, level: number): Estimate<Interval> {
  if (f * df1 > LARGEST_SUM) return notEstimable('outside-range', { f });
  const outside = (1 - level) / 2;
  const share = (lambda: number) => lambda / (lambda + df1 + df2 + 1);
  return {
    lower: share(noncentralityOfF(f, df1, df2, outside)),
    upper: share(noncentralityOfF(f, df1, df2, 1 - outside)),
    level,
  };
}

/** The λ >= 0 under which P(F > f) is p; 0 when even λ = 0 gives more. */
export function noncentralityOfF(f: number, df1: number, df2: number, p: number): number {
  const excess = (lambda: number) => noncentralFUpper(f, df1, df2, lambda) - p;
  if (excess(0) >= 0) return 0;
  let high = Math.max(1, 2 * f * df1);
  while (excess(high) < 0) high *= 2;
  return findRoot(excess, 0, high);
}

/**
 * Welch's analysis of variance: means compared with equal variances not assumed.
 *
 * returns   NotEstimable 'too-few-groups', 'too-few-cases' (a group below two), 'no-variance' (in one group)
 * source    Welch 1951, Biometrika 38, 330-336
 * checked   R oneway.test, test/fixtures/r/groups.json, 1e-9
 */
export function welchAnova(groups: readonly ArrayLike<number>[]): Estimate<WelchAnova> {
  const moments = groupMoments(groups);
  if (isNotEstimable(moments)) return moments;
  const constant = moments.findIndex(({ variance }) => !(variance > 0));
  if (constant >= 0) return notEstimable('no-variance', { group: constant });
  const k = moments.length;
  const weights = moments.map(({ n, variance }) => n / variance);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const grand = moments.reduce((all, { mean }, i) => all + weights[i] * mean, 0) / sum;
  const spread = moments.reduce((all, { n }, i) => all + (1 - weights[i] / sum) ** 2 / (n - 1), 0);
  const between = moments.reduce((all, { mean }, i) => all + weights[i] * (mean - grand) ** 2, 0) / (k - 1);
  const f = between / (1 + (2 * (k - 2) * spread) / (k * k - 1));
  const df2 = (k * k - 1) / (3 * spread);
  return { groups: moments, f, df1: k - 1, df2, p: fUpper(f, k - 1, df2) };
}
