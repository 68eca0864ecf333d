import { logBetaPrefactor, logBetaTails } from './incomplete-beta.ts';
import { logPoissonDensity } from './incomplete-gamma.ts';

/**
 * P(F > x) for the noncentral F distribution, the power of F tests; with d1 = 1 and noncentrality δ² also that of the
 * two-sided t test.
 * Poisson(λ / 2) mixture of incomplete beta functions with first parameter d1 / 2 + j.
 *
 * x         >= 0
 * d1, d2    > 0
 * noncentrality  λ >= 0
 * throws    RangeError: noncentralFUpper requires d1, d2 > 0 and a noncentrality of 0 or more
 * source    Abramowitz & Stegun 1964, 26.6.20
 * checked   mpmath, test/fixtures/distributions.json, 1e-11
 */
export function noncentralFUpper(x: number, d1: number, d2: number, noncentrality: number): number {
  if (!(d1 > 0 && d2 > 0 && noncentrality >= 0 && noncentrality < Infinity))
    throw new RangeError('noncentralFUpper requires d1, d2 > 0 and a noncentrality of 0 or more');
  if (x <= 0) return 1;
  const ratio = x * (d1 / d2);
  const share = ratio / (1 + ratio);
  const rest = 1 / (1 + ratio);
  const mean = noncentrality / 2;
  const first = Math.max(0, Math.floor(mean - 9 * Math.sqrt(mean) - 40));
  let tail = Math.exp(logBetaTails(share, rest, d1 / 2 + first, d2 / 2).upper);
  let sum = 0;
  for (let j = first; ; j++) {
    const weight = mean === 0 ? (j === 0 ? 1 : 0) : Math.exp(j === 0 ? -mean : logPoissonDensity(j, mean));
    const term = weight * tail;
    sum += term;
    if (j > mean && term <= sum * 1e-17) return Math.min(1, sum);
    tail += Math.exp(logBetaPrefactor(share, rest, d1 / 2 + j, d2 / 2));
  }
}
