import { betaTailMixture, negativeBinomialWeights } from '../distributions/beta-tail-mixture.ts';
import { normalCdf } from '../distributions/normal.ts';
import { studentTTwoSided, studentTUpperQuantile } from '../distributions/student-t.ts';
import type { Estimate } from '../not-estimable.ts';
import { type PowerAim, requireAim } from './power-aim.ts';
import { smallestSample } from './smallest-sample.ts';

export interface CorrelationAim extends PowerAim {
  /** 'exact' (default): the distribution of r in bivariate normal data. 'fisher': Fisher's z, as the R package pwr. */
  readonly method?: 'exact' | 'fisher';
}

/**
 * Power of the t test of a correlation.
 * Exact: given one variable r is a noncentral t, whose noncentrality is ρ / √(1 - ρ²) times the root of a chi-square;
 * averaged over that, power is a mixture of beta tails with negative binomial weights ((n - 1) / 2, ρ²).
 * A one-sided test is taken in the direction of rho.
 *
 * rho       the correlation planned for, -1 < rho < 1
 * n         cases, 4 or more
 * returns   0 … 1
 * throws    RangeError: correlationPower requires |rho| < 1 and four cases or more
 * source    Hotelling 1953, J. R. Stat. Soc. B 15, 193-232; Cohen 1988, ch. 3 (Fisher's z)
 * checked   R: numerical integration of the density of r, and pwr::pwr.r.test; test/fixtures/r/planning.json, 1e-9
 */
export function correlationPower(rho: number, n: number, aim: CorrelationAim = {}): number {
  const { level, sides } = requireAim(aim, 'correlationPower');
  if (!(Math.abs(rho) < 1) || !(n >= 4))
    throw new RangeError('correlationPower requires |rho| < 1 and four cases or more');
  const t = studentTUpperQuantile((1 - level) / sides, n - 2);
  return aim.method === 'fisher'
    ? fisherPower(Math.abs(rho), n, t, sides)
    : exactPower(Math.abs(rho), n, (t / (n - 2)) * t, sides);
}

/**
 * The smallest number of cases with the power asked for.
 *
 * aim       power, 0.8; level, 0.95; sides, 2; method, 'exact'
 * returns   NotEstimable 'outside-range' (more than ten million)
 * throws    RangeError: correlationSampleSize requires 0 < |rho| < 1
 */
export function correlationSampleSize(rho: number, aim: CorrelationAim = {}): Estimate<number> {
  const { power } = requireAim(aim, 'correlationSampleSize');
  if (!(Math.abs(rho) > 0 && Math.abs(rho) < 1))
    throw new RangeError('correlationSampleSize requires 0 < |rho| < 1');
  return smallestSample(4, (n) => correlationPower(rho, n, aim) >= power);
}

function exactPower(rho: number, n: number, ratio: number, sides: 1 | 2): number {
  const size = (n - 1) / 2;
  const b = (n - 2) / 2;
  const weights = negativeBinomialWeights(size, rho * rho);
  const even = betaTailMixture(ratio, 0.5, b, weights);
  if (sides === 2) return even;
  if (rho === 0) return even / 2;
  const odd = betaTailMixture(ratio, 1, b, {
    peak: weights.peak,
    // By how much a positive r is likelier than a negative one.
    total: 1 - studentTTwoSided(rho * Math.sqrt((n - 1) / (1 - rho * rho)), n - 1),
    logWeight: (j) => weights.logWeight(j + 0.5),
  });
  return (even + odd) / 2;
}

function fisherPower(r: number, n: number, t: number, sides: 1 | 2): number {
  const critical = Math.atanh(t / Math.sqrt(t * t + n - 2));
  const z = Math.atanh(r) + r / (2 * (n - 1));
  const scale = Math.sqrt(n - 3);
  const upper = normalCdf((z - critical) * scale);
  return sides === 1 ? upper : upper + normalCdf((-z - critical) * scale);
}
