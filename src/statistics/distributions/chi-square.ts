import { logGammaTails, logPoissonDensity } from './incomplete-gamma.ts';
import { solveLogTail } from './solve-log-tail.ts';

// The chi-square distribution with df degrees of freedom, df > 0 and not necessarily whole.
// Source: Abramowitz & Stegun 1964, 26.4. Checked: mpmath, test/fixtures/distributions.json, 1e-12.

/** P(X <= x). Throws RangeError unless df > 0. */
export function chiSquareCdf(x: number, df: number): number {
  return Math.exp(logTails(x, df, 'chiSquareCdf').lower);
}

/** P(X > x), the p value of a chi-square statistic, relatively exact. Throws RangeError unless df > 0. */
export function chiSquareUpper(x: number, df: number): number {
  return Math.exp(logTails(x, df, 'chiSquareUpper').upper);
}

/** ln P(X > x), also where the p value itself would underflow. */
export function chiSquareLogUpper(x: number, df: number): number {
  return logTails(x, df, 'chiSquareLogUpper').upper;
}

/** x with P(X <= x) = p. Throws RangeError unless 0 < p < 1 and df > 0. */
export function chiSquareQuantile(p: number, df: number): number {
  return p <= 0.5 ? solve(p, df, false) : solve(1 - p, df, true);
}

/** x with P(X > x) = p, exact for small p. Throws RangeError unless 0 < p < 1 and df > 0. */
export function chiSquareUpperQuantile(p: number, df: number): number {
  return p <= 0.5 ? solve(p, df, true) : solve(1 - p, df, false);
}

function logTails(x: number, df: number, name: string): { lower: number; upper: number } {
  if (!(df > 0)) throw new RangeError(`${name} requires df > 0`);
  if (Number.isNaN(x)) throw new RangeError(`${name} requires a number`);
  return logGammaTails(df / 2, Math.max(0, x) / 2);
}

function solve(p: number, df: number, upper: boolean): number {
  if (!(p > 0 && p < 1)) throw new RangeError('chiSquareQuantile requires 0 < p < 1');
  if (!(df > 0)) throw new RangeError('chiSquareQuantile requires df > 0');
  return solveLogTail(
    (x) => logTails(x, df, 'chiSquareQuantile')[upper ? 'upper' : 'lower'],
    (x) => logPoissonDensity(df / 2, x / 2) + Math.log(df / 2) - Math.log(x),
    upper,
    Math.log(p),
    df,
  );
}
