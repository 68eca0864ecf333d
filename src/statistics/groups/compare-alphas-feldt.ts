import { fQuantile, fUpper, fUpperQuantile } from '../distributions/f-distribution.ts';
import { normalCdf, normalDensity, normalUpper } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { alphaIntervalFeldt } from '../reliability/alpha-interval-feldt.ts';

/** What a publication tells of a scale's alpha. */
export interface ReportedAlpha {
  readonly alpha: number;
  readonly items: number;
  readonly n: number;
}

export interface FeldtComparison {
  /** First minus second. */
  readonly difference: number;
  /** Of the difference, by the method of variance estimates recovery from both of Feldt's intervals. */
  readonly interval: Interval;
  /** (1 - first) / (1 - second), Feldt's W. */
  readonly w: number;
  readonly p: number;
}

/**
 * Do two independent groups have the same alpha, from no more than alpha, items and n (say, one's own and a published
 * one)? Feldt's W, with its exact distribution for normal, tau-equivalent items, where he approximates it by an F; with
 * answers at hand compareAlphas and distribution-free errors suit Likert items better.
 * Under equality W is the product of an F((k1 - 1)(n1 - 1), n1 - 1) and an independent F(n2 - 1, (k2 - 1)(n2 - 1)).
 *
 * first, second  alpha at most 1, items >= 2, n >= 2
 * returns   p two-sided, twice the smaller tail; NotEstimable 'too-few-cases' (n < 2), 'outside-range' (an alpha of 1)
 * throws    RangeError: compareAlphasFeldt requires alphas of at most 1 and two items or more / a level
 * source    Feldt 1969, Psychometrika 34, 363-373, doi:10.1007/BF02289364; interval: Zou & Donner 2008,
 *           doi:10.1002/sim.3095
 * checked   R, integrating over one F, test/fixtures/r/groups-tables.json, 1e-9; coverage by simulation
 */
export function compareAlphasFeldt(
  first: ReportedAlpha,
  second: ReportedAlpha,
  level = 0.95,
): Estimate<FeldtComparison> {
  requireLevel(level, 'compareAlphasFeldt');
  for (const { alpha, items } of [first, second])
    if (!(alpha <= 1 && items >= 2))
      throw new RangeError('compareAlphasFeldt requires alphas of at most 1 and two items or more');
  const a = alphaIntervalFeldt(first.alpha, first.items, first.n, level);
  const b = alphaIntervalFeldt(second.alpha, second.items, second.n, level);
  if (isNotEstimable(a)) return a;
  if (isNotEstimable(b)) return b;
  for (const { alpha } of [first, second]) if (alpha === 1) return notEstimable('outside-range', { alpha });
  const w = (1 - first.alpha) / (1 - second.alpha);
  const upper = upperTail(w, first, second);
  const lower = upperTail(1 / w, second, first);
  const difference = first.alpha - second.alpha;
  return {
    difference,
    interval: {
      lower: difference - Math.hypot(first.alpha - a.lower, b.upper - second.alpha),
      upper: difference + Math.hypot(a.upper - first.alpha, second.alpha - b.lower),
      level,
    },
    w,
    p: Math.min(1, 2 * Math.min(upper, lower)),
  };
}

// P(product > w), one factor at its normal-score quantiles: the trapezoid rule converges there as for any analytic
// function that falls like the normal density.
function upperTail(w: number, first: ReportedAlpha, second: ReportedAlpha): number {
  const d2 = first.n - 1;
  const d1 = d2 * (first.items - 1);
  const step = 0.25;
  let sum = 0;
  for (let z = -8.5; z <= 8.5; z += step) {
    const factor = z < 0 ? fQuantile(normalCdf(z), d1, d2) : fUpperQuantile(normalUpper(z), d1, d2);
    sum += step * normalDensity(z) * fUpper(w / factor, second.n - 1, (second.n - 1) * (second.items - 1));
  }
  return sum;
}
