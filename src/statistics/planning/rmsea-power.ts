import {
  noncentralChiSquareCdf,
  noncentralChiSquareQuantile,
  noncentralChiSquareUpper,
} from '../distributions/noncentral-chi-square.ts';
import type { Estimate } from '../not-estimable.ts';
import { type PowerAim, requireAim } from './power-aim.ts';
import { smallestSample } from './smallest-sample.ts';

export interface RmseaHypotheses {
  /** RMSEA under the hypothesis tested: 0.05 for close and not-close fit, 0 for exact fit. */
  readonly tested: number;
  /** RMSEA that is true: 0.08 for the test of close fit, 0.01 for that of not-close fit. */
  readonly actual: number;
  readonly df: number;
}

/**
 * Power of a test of a model's fit. Where the actual RMSEA lies above the tested one, of rejecting fit as good as tested
 * (close fit); where it lies below, of rejecting fit as bad as tested (not-close fit).
 * The chi-square statistic is noncentral with λ = (n - 1) df RMSEA².
 *
 * n         cases, 2 or more; the original's n - 1, where lavaan's own RMSEA counts n
 * throws    RangeError: rmseaPower requires two different RMSEA from 0 to 1, df of 1 or more and two cases or more
 * source    MacCallum, Browne & Sugawara 1996, Psychol. Methods 1, 130-149, doi:10.1037/1082-989X.1.2.130
 * checked   R semTools::findRMSEApower and the paper's table 4, test/fixtures/r/planning.json, 1e-9
 */
export function rmseaPower(
  hypotheses: RmseaHypotheses,
  n: number,
  aim: Omit<PowerAim, 'sides'> = {},
): number {
  const { level } = requireAim(aim, 'rmseaPower');
  const { tested, actual, df } = hypotheses;
  if (!(tested >= 0 && tested <= 1 && actual >= 0 && actual <= 1 && tested !== actual && df >= 1 && n >= 2))
    throw new RangeError(
      'rmseaPower requires two different RMSEA from 0 to 1, df of 1 or more and two cases or more',
    );
  const lambda = (rmsea: number) => (n - 1) * df * rmsea * rmsea;
  const isAbove = actual > tested;
  const critical = noncentralChiSquareQuantile(isAbove ? level : 1 - level, df, lambda(tested));
  return isAbove
    ? noncentralChiSquareUpper(critical, df, lambda(actual))
    : noncentralChiSquareCdf(critical, df, lambda(actual));
}

/**
 * The smallest number of cases with the power asked for.
 *
 * returns   NotEstimable 'outside-range' (more than ten million)
 */
export function rmseaSampleSize(
  hypotheses: RmseaHypotheses,
  aim: Omit<PowerAim, 'sides'> = {},
): Estimate<number> {
  const { power } = requireAim(aim, 'rmseaSampleSize');
  return smallestSample(2, (n) => rmseaPower(hypotheses, n, aim) >= power);
}
