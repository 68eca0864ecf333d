import { normalCriticalValue } from '../distributions/normal.ts';
import { studentTCriticalValue, studentTTwoSided } from '../distributions/student-t.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type GroupMoments, groupMoments } from './group-moments.ts';

export interface WelchTTest {
  readonly groups: readonly [GroupMoments, GroupMoments];
  /** Mean of the first minus mean of the second. */
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  /** Difference over the root of the mean of both variances. */
  readonly d: number;
  readonly dInterval: Interval;
  /** d without its small-sample bias. */
  readonly g: number;
}

/**
 * Welch's t test of two independent groups, equal variances not assumed, with the standardised difference.
 * d = difference / √((s1² + s2²) / 2), interval after Bonett; g = d (1 - 3 / (4 (n1 + n2) - 9))
 *
 * first, second  NaN is left out
 * returns   NotEstimable 'too-few-cases' (a group below two), 'no-variance' (both groups constant)
 * source    Welch 1947, Biometrika 34, 28-35; Bonett 2008, Psychol. Methods 13, 99-109,
 *           doi:10.1037/1082-989X.13.2.99
 * checked   R t.test and Bonett's formula in R, test/fixtures/r/groups.json, 1e-9
 */
export function welchTTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): Estimate<WelchTTest> {
  requireLevel(level, 'welchTTest');
  const moments = groupMoments([first, second]);
  if (isNotEstimable(moments)) return moments;
  const [a, b] = moments;
  const errorA = a.variance / a.n;
  const errorB = b.variance / b.n;
  const error = errorA + errorB;
  if (!(error > 0)) return notEstimable('no-variance', { n: a.n + b.n });
  const df = (error * error) / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  const difference = a.mean - b.mean;
  const t = difference / Math.sqrt(error);
  const reach = studentTCriticalValue(level, df) * Math.sqrt(error);
  const variance = (a.variance + b.variance) / 2;
  const d = difference / Math.sqrt(variance);
  const dVariance =
    (d * d * (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1))) / (8 * variance * variance) +
    (a.variance / (a.n - 1) + b.variance / (b.n - 1)) / variance;
  const dReach = normalCriticalValue(level) * Math.sqrt(dVariance);
  return {
    groups: [a, b],
    difference,
    interval: { lower: difference - reach, upper: difference + reach, level },
    t,
    df,
    p: studentTTwoSided(t, df),
    d,
    dInterval: { lower: d - dReach, upper: d + dReach, level },
    g: d * (1 - 3 / (4 * (a.n + b.n) - 9)),
  };
}
