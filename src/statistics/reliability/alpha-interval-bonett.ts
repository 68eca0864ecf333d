import { normalCriticalValue } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Bonett's interval of alpha, on the scale ln(1 - alpha); same assumptions as Feldt's.
 * ln(1 - alphâ) ± z √(2k / ((k - 1)(n - 2)))
 *
 * alpha     the estimate, below 1
 * items     k >= 2
 * n         cases that entered the covariance
 * returns   the interval; NotEstimable 'too-few-cases' (n < 3), 'outside-range' (alpha = 1)
 * throws    RangeError: alphaIntervalBonett requires two items or more / a level between 0 and 1
 * source    Bonett 2002, J. Educ. Behav. Stat. 27, 335-340, doi:10.3102/10769986027004335
 * checked   the formula in R, test/fixtures/r/reliability.json, 1e-9
 */
export function alphaIntervalBonett(
  alpha: number,
  items: number,
  n: number,
  level = 0.95,
): Estimate<Interval> {
  requireLevel(level, 'alphaIntervalBonett');
  if (!(items >= 2)) throw new RangeError('alphaIntervalBonett requires two items or more');
  if (n < 3) return notEstimable('too-few-cases', { n, needed: 3 });
  if (!(alpha < 1)) return notEstimable('outside-range', { alpha });
  const reach = normalCriticalValue(level) * Math.sqrt((2 * items) / ((items - 1) * (n - 2)));
  return { lower: 1 - (1 - alpha) * Math.exp(reach), upper: 1 - (1 - alpha) * Math.exp(-reach), level };
}
