import { pairMoments } from '../descriptive/covariance.ts';
import type { Interval } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { type CorrelationTest, correlationTest } from './correlation-test.ts';
import { fisherInterval } from './fisher-interval.ts';

export interface Pearson {
  readonly r: number;
  /** Pairs with both values. */
  readonly n: number;
  readonly test: Estimate<CorrelationTest>;
  readonly interval: Estimate<Interval>;
}

/**
 * Pearson's product-moment correlation, with t test (n - 2 df) and Fisher's interval (1 / √(n - 3)).
 *
 * x, y      equally long; a pair with NaN on either side is left out
 * returns   r, n, test, interval; NotEstimable 'no-overlap' (no pair), 'too-few-cases' (n < 3), 'no-variance'.
 *           Test and interval have reasons of their own (r = ±1; n < 4)
 * throws    RangeError: pearson requires two variables of equal length
 * source    Pearson 1896; Fisher 1915, Biometrika 10, 507-521
 * checked   R cor.test, test/fixtures/r/correlation.json, 1e-9
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): Estimate<Pearson> {
  if (x.length !== y.length) throw new RangeError('pearson requires two variables of equal length');
  const { n, sumXX, sumYY, sumXY } = pairMoments(x, y);
  if (n === 0) return notEstimable('no-overlap', { n });
  if (n < 3) return notEstimable('too-few-cases', { n, needed: 3 });
  if (!(sumXX > 0 && sumYY > 0)) return notEstimable('no-variance', { n });
  return pearsonFromR(clampCorrelation(sumXY / Math.sqrt(sumXX) / Math.sqrt(sumYY)), n, level);
}

/** The same for a correlation that is known already, of n pairs. */
export function pearsonFromR(r: number, n: number, level = 0.95): Pearson {
  return { r, n, test: correlationTest(r, n - 2), interval: fisherInterval(r, 1 / Math.sqrt(n - 3), level) };
}

/** Takes away the rounding that carries a perfect correlation past one. */
export function clampCorrelation(r: number): number {
  return Math.max(-1, Math.min(1, r));
}
