import { normalCriticalValue } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface AikensV {
  /** 0 (all give the lowest rating) … 1 (all give the highest). */
  readonly v: number;
  readonly n: number;
  /** Score interval. */
  readonly interval: Interval;
  /** Exact probability of such a V or more, were all ratings equally likely. */
  readonly p: number;
}

/**
 * Aiken's V of one item: the mean rating as a share of the rating scale's length.
 * V = (mean - minimum) / (maximum - minimum);  interval: the roots of the score equation with n (maximum - minimum)
 * trials
 *
 * ratings   whole numbers from minimum to maximum; NaN where an expert did not rate, and not in the denominator
 * minimum, maximum  ends of the rating scale, not of the data
 * level     0.95 when left out
 * returns   NotEstimable 'no-answers'
 * throws    RangeError: aikensV requires whole ratings from minimum to maximum, maximum above minimum
 * source    Aiken 1985, Educ. Psychol. Meas. 45, 131-142, doi:10.1177/0013164485451012; interval: Penfield & Giacobbi
 *           2004, Meas. Phys. Educ. Exerc. Sci. 8, 213-225, doi:10.1207/s15327841mpee0804_3
 * checked   R prop.test (the same interval for n k trials), p by listing all outcomes; test/fixtures/r/experts.json, 1e-9
 */
export function aikensV(
  ratings: ArrayLike<number>,
  minimum: number,
  maximum: number,
  level = 0.95,
): Estimate<AikensV> {
  requireLevel(level, 'aikensV');
  const message = 'aikensV requires whole ratings from minimum to maximum, maximum above minimum';
  if (!Number.isInteger(minimum) || !Number.isInteger(maximum) || maximum <= minimum)
    throw new RangeError(message);
  let n = 0;
  let sum = 0;
  for (let i = 0; i < ratings.length; i++) {
    const rating = ratings[i];
    if (Number.isNaN(rating)) continue;
    if (!Number.isInteger(rating) || rating < minimum || rating > maximum) throw new RangeError(message);
    n++;
    sum += rating - minimum;
  }
  if (n === 0) return notEstimable('no-answers', { n });
  const steps = maximum - minimum;
  const v = sum / (n * steps);
  return { v, n, interval: scoreInterval(v, n * steps, level), p: upperTailOfSum(sum, n, steps) };
}

// Wilson's roots; Penfield and Giacobbi treat the n ratings as n k steps taken or not.
function scoreInterval(v: number, trials: number, level: number): Interval {
  const z = normalCriticalValue(level);
  const centre = 2 * trials * v + z * z;
  const reach = z * Math.sqrt(4 * trials * v * (1 - v) + z * z);
  const scale = 2 * (trials + z * z);
  return {
    lower: Math.max(0, (centre - reach) / scale),
    upper: Math.min(1, (centre + reach) / scale),
    level,
  };
}

// P(sum of n equally likely 0 … steps is at least `sum`), by adding one rating at a time.
function upperTailOfSum(sum: number, n: number, steps: number): number {
  let chances = Float64Array.of(1);
  for (let rating = 0; rating < n; rating++) {
    const next = new Float64Array(chances.length + steps);
    for (let s = 0; s < chances.length; s++)
      for (let step = 0; step <= steps; step++) next[s + step] += chances[s] / (steps + 1);
    chances = next;
  }
  let tail = 0;
  for (let s = chances.length - 1; s >= sum; s--) tail += chances[s];
  return Math.min(1, tail);
}
