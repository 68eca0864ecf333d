import { normalCriticalValue } from '../distributions/normal.ts';
import { requireLevel } from '../interval.ts';

export interface SurveySampleSize {
  /** What the formula gives. */
  readonly value: number;
  /** Rounded up: the formula is the least that suffices. */
  readonly n: number;
}

/**
 * Cochran's sample size for estimating a share, with the correction for a finite population when one is given.
 * n0 = z² p q / d²;  n = N n0 / (N + n0), which is N z² p q / (N d² + z² p q)
 * Some textbooks and calculators write n0 - 1 for n0 in the denominator; the difference is below one case.
 *
 * options   population N, left out when it is very large; margin d, 0.05; share p, 0.5 (the most cautious);
 *           level, 0.95
 * throws    RangeError: cochranSampleSize requires a margin and a share between 0 and 1 and a population of 1 or more
 * source    Cochran 1977, Sampling Techniques, 3rd ed., 4.4
 * checked   by hand and in R, test/fixtures/r/planning.json, 1e-9
 */
export function cochranSampleSize(
  options: {
    readonly population?: number;
    readonly margin?: number;
    readonly share?: number;
    readonly level?: number;
  } = {},
): SurveySampleSize {
  const { population, margin = 0.05, share = 0.5, level = 0.95 } = options;
  requireLevel(level, 'cochranSampleSize');
  if (!(margin > 0 && margin < 1 && share > 0 && share < 1))
    throw new RangeError('cochranSampleSize requires a margin and a share between 0 and 1');
  if (population !== undefined && !(population >= 1))
    throw new RangeError('cochranSampleSize requires a population of 1 or more');
  const z = normalCriticalValue(level);
  const infinite = (z * z * share * (1 - share)) / (margin * margin);
  const value = population === undefined ? infinite : infinite / (1 + infinite / population);
  return { value, n: Math.ceil(value * (1 - 1e-12)) };
}
