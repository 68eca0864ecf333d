import { betaTailMixture, poissonWeights } from '../distributions/beta-tail-mixture.ts';
import { noncentralTUpper } from '../distributions/noncentral-t.ts';
import { studentTUpperQuantile } from '../distributions/student-t.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { type PowerAim, requireAim } from './power-aim.ts';
import { smallestSample } from './smallest-sample.ts';

export interface GroupSizes {
  readonly first: number;
  readonly second: number;
}

/**
 * Power of the t test of two independent means with equal variances. Welch's test has nearly the same when they are
 * equal. The two-sided power counts both tails (power.t.test with strict = TRUE, pwr, G*Power).
 * T is noncentral with δ = d √(n1 n2 / (n1 + n2)) and n1 + n2 - 2 degrees of freedom.
 *
 * d         standardised difference (Cohen's d of the population); a one-sided test is taken in its direction
 * sizes     cases in each group, 1 or more, 3 or more together
 * throws    RangeError: meanDifferencePower requires a number d and groups of one or more, three together
 * source    Cohen 1988, ch. 2
 * checked   R power.t.test(strict = TRUE) and pwr::pwr.t2n.test, test/fixtures/r/planning.json, 1e-9
 */
export function meanDifferencePower(d: number, sizes: GroupSizes, aim: PowerAim = {}): number {
  const { level, sides } = requireAim(aim, 'meanDifferencePower');
  const { first, second } = sizes;
  const df = first + second - 2;
  if (!Number.isFinite(d) || !(first >= 1 && second >= 1 && df >= 1))
    throw new RangeError('meanDifferencePower requires a number d and groups of one or more, three together');
  const delta = Math.abs(d) * Math.sqrt((first * second) / (first + second));
  const critical = studentTUpperQuantile((1 - level) / sides, df);
  return sides === 1
    ? noncentralTUpper(critical, df, delta)
    : betaTailMixture((critical / df) * critical, 0.5, df / 2, poissonWeights((delta * delta) / 2));
}

/**
 * The smallest groups with the power asked for.
 *
 * aim       power, 0.8; level, 0.95; sides, 2; ratio, 1: cases in the second group for one in the first
 * returns   sizes, the second rounded up; NotEstimable 'outside-range' (a first group above ten million)
 * throws    RangeError: meanDifferenceSampleSize requires d other than 0 and a ratio above 0
 */
export function meanDifferenceSampleSize(
  d: number,
  aim: PowerAim & { readonly ratio?: number } = {},
): Estimate<GroupSizes> {
  const { power } = requireAim(aim, 'meanDifferenceSampleSize');
  const { ratio = 1 } = aim;
  if (!(Math.abs(d) > 0) || !(ratio > 0))
    throw new RangeError('meanDifferenceSampleSize requires d other than 0 and a ratio above 0');
  const sizes = (first: number) => ({ first, second: secondSize(first, ratio) });
  const first = smallestSample(2, (n) => meanDifferencePower(d, sizes(n), aim) >= power);
  return isNotEstimable(first) ? first : sizes(first);
}

/** ratio · first rounded up, without letting the rounding of the product add a case. */
export function secondSize(first: number, ratio: number): number {
  return Math.max(1, Math.ceil(first * ratio * (1 - 1e-12)));
}
