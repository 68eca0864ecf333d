import { pairMoments } from '../descriptive/covariance.ts';
import type { Interval } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { type CorrelationTest, correlationTest } from './correlation-test.ts';
import { fisherInterval } from './fisher-interval.ts';
import { completePairs, midRanks } from './mid-ranks.ts';
import { clampCorrelation } from './pearson.ts';
import { spearmanExactP } from './spearman-exact.ts';

export type SpearmanIntervalMethod = 'bonett-wright' | 'fieller' | 'fisher';

export interface Spearman {
  readonly rho: number;
  readonly n: number;
  /** t approximation with n - 2 df. */
  readonly test: Estimate<CorrelationTest>;
  /** Exact two-sided p over all orders, for n <= 9 without ties; to be preferred where it is given. */
  readonly exactP?: number;
  readonly interval: Estimate<Interval>;
  readonly intervalMethod: SpearmanIntervalMethod;
}

/**
 * Spearman's rank correlation: Pearson's r of mid-ranks, so ties are allowed.
 *
 * x, y      equally long; a pair with NaN on either side is left out, before ranking
 * options   level, 0.95; interval: one of 'bonett-wright' (default; error √((1 + ρ²/2) / (n - 3))), 'fieller'
 *           (√(1.06 / (n - 3))), 'fisher' (1 / √(n - 3), as psych)
 * returns   NotEstimable 'no-overlap', 'too-few-cases' (n < 3), 'no-variance'
 * throws    RangeError: spearman requires two variables of equal length
 * source    Spearman 1904; Bonett & Wright 2000, Psychometrika 65, 23-28, doi:10.1007/BF02294183;
 *           Fieller, Hartley & Pearson 1957, Biometrika 44, 470-481
 * checked   R cor.test(method = 'spearman', exact = FALSE and TRUE), test/fixtures/r/correlation.json, 1e-9
 */
export function spearman(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly level?: number; readonly interval?: SpearmanIntervalMethod } = {},
): Estimate<Spearman> {
  if (x.length !== y.length) throw new RangeError('spearman requires two variables of equal length');
  const { level = 0.95, interval: intervalMethod = 'bonett-wright' } = options;
  const pairs = completePairs(x, y);
  const n = pairs.x.length;
  if (n === 0) return notEstimable('no-overlap', { n });
  if (n < 3) return notEstimable('too-few-cases', { n, needed: 3 });
  const ranksX = midRanks(pairs.x);
  const ranksY = midRanks(pairs.y);
  const { sumXX, sumYY, sumXY } = pairMoments(ranksX, ranksY);
  if (!(sumXX > 0 && sumYY > 0)) return notEstimable('no-variance', { n });
  const rho = clampCorrelation(sumXY / Math.sqrt(sumXX * sumYY));
  const exactP = spearmanExactP(ranksX, ranksY);
  return {
    rho,
    n,
    test: correlationTest(rho, n - 2),
    ...(exactP === undefined ? {} : { exactP }),
    interval: spearmanInterval(rho, n, intervalMethod, level),
    intervalMethod,
  };
}

/** Interval of a rank correlation of n pairs; NotEstimable as fisherInterval. */
export function spearmanInterval(
  rho: number,
  n: number,
  method: SpearmanIntervalMethod,
  level = 0.95,
): Estimate<Interval> {
  const numerator = method === 'bonett-wright' ? 1 + (rho * rho) / 2 : method === 'fieller' ? 1.06 : 1;
  return fisherInterval(rho, Math.sqrt(numerator / (n - 3)), level);
}
