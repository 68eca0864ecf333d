import { normalUpper, normalUpperQuantile } from '../distributions/normal.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { type GroupSizes, secondSize } from './mean-difference-power.ts';
import { type PowerAim, requireAim } from './power-aim.ts';
import { smallestSample } from './smallest-sample.ts';

/**
 * Power of the z test of two independent proportions, by the normal approximation with the pooled proportion under the
 * hypothesis and without continuity correction. The far tail is not counted (as R's power.prop.test).
 * Φ((|p1 - p2| - z √(p̄ q̄ (1/n1 + 1/n2))) / √(p1 q1 / n1 + p2 q2 / n2))
 *
 * first, second  proportions, 0 … 1, not both 0 or both 1
 * throws    RangeError: proportionDifferencePower requires two different proportions from 0 to 1 and groups of one or more
 * source    Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, ch. 4
 * checked   R power.prop.test (equal groups) and the formula in R, test/fixtures/r/planning.json, 1e-9
 */
export function proportionDifferencePower(
  first: number,
  second: number,
  sizes: GroupSizes,
  aim: PowerAim = {},
): number {
  const { level, sides } = requireAim(aim, 'proportionDifferencePower');
  const { first: n1, second: n2 } = sizes;
  if (!(first >= 0 && first <= 1 && second >= 0 && second <= 1) || first === second || !(n1 >= 1 && n2 >= 1))
    throw new RangeError(
      'proportionDifferencePower requires two different proportions from 0 to 1 and groups of one or more',
    );
  const pooled = (n1 * first + n2 * second) / (n1 + n2);
  const null0 = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const alternative = Math.sqrt((first * (1 - first)) / n1 + (second * (1 - second)) / n2);
  const z = normalUpperQuantile((1 - level) / sides);
  const reach = Math.abs(first - second) - z * null0;
  // With 0 against 1 nothing varies under the alternative.
  if (alternative === 0) return reach > 0 ? 1 : 0;
  return normalUpper(-reach / alternative);
}

/**
 * The smallest groups with the power asked for; options and result as meanDifferenceSampleSize.
 *
 * throws    as proportionDifferencePower; RangeError: proportionDifferenceSampleSize requires a ratio above 0
 */
export function proportionDifferenceSampleSize(
  first: number,
  second: number,
  aim: PowerAim & { readonly ratio?: number } = {},
): Estimate<GroupSizes> {
  const { power } = requireAim(aim, 'proportionDifferenceSampleSize');
  const { ratio = 1 } = aim;
  if (!(ratio > 0)) throw new RangeError('proportionDifferenceSampleSize requires a ratio above 0');
  const sizes = (n: number) => ({ first: n, second: secondSize(n, ratio) });
  const n = smallestSample(2, (size) => proportionDifferencePower(first, second, sizes(size), aim) >= power);
  return isNotEstimable(n) ? n : sizes(n);
}
