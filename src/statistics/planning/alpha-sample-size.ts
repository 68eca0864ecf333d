import { normalQuantile, normalUpperQuantile } from '../distributions/normal.ts';
import { requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { alphaIntervalBonett } from '../reliability/alpha-interval-bonett.ts';
import { alphaIntervalFeldt } from '../reliability/alpha-interval-feldt.ts';
import { type PowerAim, requireAim } from './power-aim.ts';
import { smallestSample } from './smallest-sample.ts';

/**
 * The smallest number of cases for which the interval of alpha is no wider than asked. Both intervals assume normal,
 * tau-equivalent items; with Likert items plan for more.
 *
 * alpha     the alpha planned for, below 1
 * items     k >= 2
 * width     upper minus lower limit, above 0
 * options   method, 'feldt' (default) or 'bonett'; level, 0.95
 * returns   NotEstimable 'outside-range' (more than ten million)
 * throws    RangeError: alphaIntervalSampleSize requires an alpha below 1, two items or more and a width above 0
 * source    Feldt, Woodruff & Salih 1987, doi:10.1177/014662168701100107; Bonett 2002, doi:10.3102/10769986027004335
 * checked   R, by trying every n, test/fixtures/r/planning.json
 */
export function alphaIntervalSampleSize(
  alpha: number,
  items: number,
  width: number,
  options: { readonly method?: 'feldt' | 'bonett'; readonly level?: number } = {},
): Estimate<number> {
  const { method = 'feldt', level = 0.95 } = options;
  requireLevel(level, 'alphaIntervalSampleSize');
  if (!(alpha < 1 && items >= 2 && width > 0))
    throw new RangeError(
      'alphaIntervalSampleSize requires an alpha below 1, two items or more and a width above 0',
    );
  const intervalOf = method === 'feldt' ? alphaIntervalFeldt : alphaIntervalBonett;
  return smallestSample(3, (n) => {
    const interval = intervalOf(alpha, items, n, level);
    return !isNotEstimable(interval) && interval.upper - interval.lower <= width;
  });
}

/**
 * The number of cases for a test that alpha differs from a value, by Bonett's normal approximation of ln(1 - alpha).
 * n = 2k / (k - 1) ((z + z_power) / ln((1 - value) / (1 - alpha)))² + 2, rounded up
 *
 * alpha     the alpha planned for, below 1
 * value     the alpha tested against, below 1, another one
 * throws    RangeError: alphaTestSampleSize requires two different alphas below 1 and two items or more
 * source    Bonett 2002, J. Educ. Behav. Stat. 27, 335-340, doi:10.3102/10769986027004335
 * checked   the formula in R, test/fixtures/r/planning.json
 */
export function alphaTestSampleSize(alpha: number, value: number, items: number, aim: PowerAim = {}): number {
  const { power, level, sides } = requireAim(aim, 'alphaTestSampleSize');
  if (!(alpha < 1 && value < 1 && alpha !== value && items >= 2))
    throw new RangeError('alphaTestSampleSize requires two different alphas below 1 and two items or more');
  const z = normalUpperQuantile((1 - level) / sides) + normalQuantile(power);
  return Math.ceil(((2 * items) / (items - 1)) * (z / Math.log((1 - value) / (1 - alpha))) ** 2 + 2);
}
