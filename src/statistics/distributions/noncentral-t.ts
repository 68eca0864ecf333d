import { betaTailMixture, logPoisson, poissonWeights } from './beta-tail-mixture.ts';
import { normalUpper } from './normal.ts';

/**
 * P(T > t) for the noncentral t distribution: power of one-sided t tests, and intervals of standardised differences.
 * For t >= 0 half the sum of two mixtures of beta tails, with Poisson(δ² / 2) weights at 0, 1, 2 … and, signed as δ,
 * at ½, 1½, 2½ …; P(T > 0) = Φ(δ).
 *
 * t         a number
 * df        > 0
 * delta     noncentrality
 * returns   exact to about 1e-15, not relatively: far tails are not for this. Time grows with the smaller of |t| and |δ|
 * throws    RangeError: noncentralTUpper requires df > 0 and numbers
 * source    Lenth 1989, AS 243, Appl. Stat. 38, 185-189, doi:10.2307/2347693
 * checked   R pt(ncp) and power.t.test, test/fixtures/r/planning.json, 1e-9
 */
export function noncentralTUpper(t: number, df: number, delta: number): number {
  if (!(df > 0) || !Number.isFinite(delta) || !Number.isFinite(t))
    throw new RangeError('noncentralTUpper requires df > 0 and numbers');
  if (t < 0) return 1 - noncentralTUpper(-t, df, -delta);
  if (t === 0) return normalUpper(-delta);
  const mean = (delta * delta) / 2;
  const ratio = (t / df) * t;
  const even = betaTailMixture(ratio, 0.5, df / 2, poissonWeights(mean));
  if (delta === 0) return even / 2;
  const odd = betaTailMixture(ratio, 1, df / 2, {
    peak: mean,
    total: 1 - 2 * normalUpper(Math.abs(delta)),
    logWeight: (j) => logPoisson(j + 0.5, mean),
  });
  return Math.min(1, Math.max(0, (even + Math.sign(delta) * odd) / 2));
}
