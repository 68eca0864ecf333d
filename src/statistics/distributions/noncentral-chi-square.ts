import { findRoot } from './find-root.ts';
import { logGammaTails, logPoissonDensity } from './incomplete-gamma.ts';

// The noncentral chi-square distribution: a Poisson(λ / 2) mixture of chi-squares with df + 2j degrees of freedom.
// Every term is positive and each tail is summed on its own, so both keep their relative precision.
// Source: Patnaik 1949, Biometrika 36, 202-232, doi:10.1093/biomet/36.1-2.202.
// Checked: mpmath, test/fixtures/distributions.json, 1e-11.

/** P(X <= x) for df > 0 and noncentrality >= 0, else RangeError. */
export function noncentralChiSquareCdf(x: number, df: number, noncentrality: number): number {
  return mixture(x, df, noncentrality, false);
}

/** P(X > x) for df > 0 and noncentrality >= 0, else RangeError. */
export function noncentralChiSquareUpper(x: number, df: number, noncentrality: number): number {
  return mixture(x, df, noncentrality, true);
}

/** x with P(X <= x) = p, for 0 < p < 1. */
export function noncentralChiSquareQuantile(p: number, df: number, noncentrality: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('noncentralChiSquareQuantile requires 0 < p < 1');
  const excess = (x: number) =>
    p <= 0.5
      ? noncentralChiSquareCdf(x, df, noncentrality) - p
      : 1 - p - noncentralChiSquareUpper(x, df, noncentrality);
  let high = df + noncentrality + 1;
  while (excess(high) < 0) high *= 2;
  return findRoot(excess, 0, high);
}

/**
 * The noncentrality under which P(X <= x) = p; 0 when even the central distribution has P(X <= x) < p. With p = .95
 * and .05 these are the limits of the 90% interval of a noncentrality, and so of RMSEA.
 */
export function noncentralityForCdf(x: number, df: number, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('noncentralityForCdf requires 0 < p < 1');
  if (noncentralChiSquareCdf(x, df, 0) <= p) return 0;
  const excess = (lambda: number) => noncentralChiSquareCdf(x, df, lambda) - p;
  let high = Math.max(1, x);
  while (excess(high) > 0) high *= 2;
  return findRoot(excess, 0, high);
}

function mixture(x: number, df: number, noncentrality: number, upper: boolean): number {
  if (!(df > 0)) throw new RangeError('the noncentral chi-square distribution requires df > 0');
  if (!(noncentrality >= 0) || noncentrality === Infinity)
    throw new RangeError('the noncentral chi-square distribution requires a noncentrality of 0 or more');
  if (x <= 0) return upper ? 1 : 0;
  const mean = noncentrality / 2;
  const spread = 9 * Math.sqrt(mean) + 40;
  // Lower tails weigh small j, upper tails large j; the Poisson weight alone bounds the other side.
  const first = upper ? Math.max(0, Math.floor(mean - spread)) : Math.ceil(mean + spread);
  const direction = upper ? 1 : -1;
  let tail = Math.exp(logGammaTails(df / 2 + first, x / 2)[upper ? 'upper' : 'lower']);
  let sum = 0;
  for (let j = first; j >= 0; j += direction) {
    const weight = mean === 0 ? (j === 0 ? 1 : 0) : Math.exp(logWeight(j, mean));
    const term = weight * tail;
    sum += term;
    if (upper ? j > mean && term <= sum * 1e-17 : j < mean && sum > 0 && term <= sum * 1e-17) break;
    // P(a, x) falls, and Q(a, x) rises, by e^-x x^a / Γ(a + 1) from a to a + 1.
    const from = df / 2 + j + (upper ? 0 : -1);
    if (from > 0) tail += Math.exp(logPoissonDensity(from, x / 2));
  }
  return Math.min(1, sum);
}

function logWeight(j: number, mean: number): number {
  return j === 0 ? -mean : logPoissonDensity(j, mean);
}
