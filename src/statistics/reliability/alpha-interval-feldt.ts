import { fUpperQuantile } from '../distributions/f-distribution.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Feldt's interval of alpha. Exact for normal, tau-equivalent items with equal variances; too narrow for Likert items.
 * (1 - alpha) / (1 - alphâ) ~ F with n - 1 and (n - 1)(k - 1) degrees of freedom
 *
 * alpha     the estimate, at most 1
 * items     k >= 2
 * n         cases that entered the covariance (psych takes all rows of the data instead)
 * level     0.95 when left out
 * returns   the interval; NotEstimable 'too-few-cases' (n < 2)
 * throws    RangeError: alphaIntervalFeldt requires two items or more / a level between 0 and 1
 * source    Feldt, Woodruff & Salih 1987, Appl. Psychol. Meas. 11, 93-103, doi:10.1177/014662168701100107
 * checked   R psych::alpha.ci, test/fixtures/r/reliability.json, 1e-9
 */
export function alphaIntervalFeldt(
  alpha: number,
  items: number,
  n: number,
  level = 0.95,
): Estimate<Interval> {
  requireLevel(level, 'alphaIntervalFeldt');
  if (!(items >= 2)) throw new RangeError('alphaIntervalFeldt requires two items or more');
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const d1 = n - 1;
  const d2 = (n - 1) * (items - 1);
  const outside = (1 - level) / 2;
  return {
    lower: 1 - (1 - alpha) * fUpperQuantile(outside, d1, d2),
    upper: 1 - (1 - alpha) * fUpperQuantile(1 - outside, d1, d2),
    level,
  };
}
