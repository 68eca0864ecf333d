import { logBetaPrefactor, logBetaTails } from './incomplete-beta.ts';
import { solveLogTail } from './solve-log-tail.ts';

// Fisher's F distribution with d1 and d2 degrees of freedom, both > 0 and not necessarily whole.
// Source: Abramowitz & Stegun 1964, 26.6. Checked: mpmath, test/fixtures/distributions.json, 1e-12.

/** P(F <= x). Throws RangeError unless d1, d2 > 0. */
export function fCdf(x: number, d1: number, d2: number): number {
  return Math.exp(logTails(x, d1, d2).lower);
}

/** P(F > x), relatively exact. Throws RangeError unless d1, d2 > 0. */
export function fUpper(x: number, d1: number, d2: number): number {
  return Math.exp(logTails(x, d1, d2).upper);
}

/** ln P(F > x), also where the p value itself would underflow. */
export function fLogUpper(x: number, d1: number, d2: number): number {
  return logTails(x, d1, d2).upper;
}

/** x with P(F <= x) = p. Throws RangeError unless 0 < p < 1 and d1, d2 > 0. */
export function fQuantile(p: number, d1: number, d2: number): number {
  return p <= 0.5 ? solve(p, d1, d2, false) : solve(1 - p, d1, d2, true);
}

/** x with P(F > x) = p, exact for small p. Throws RangeError unless 0 < p < 1 and d1, d2 > 0. */
export function fUpperQuantile(p: number, d1: number, d2: number): number {
  return p <= 0.5 ? solve(p, d1, d2, true) : solve(1 - p, d1, d2, false);
}

function logTails(x: number, d1: number, d2: number): { lower: number; upper: number } {
  if (!(d1 > 0 && d2 > 0)) throw new RangeError('the F distribution requires degrees of freedom above 0');
  if (Number.isNaN(x)) throw new RangeError('the F distribution requires a number');
  if (x <= 0) return { lower: -Infinity, upper: 0 };
  if (x === Infinity) return { lower: 0, upper: -Infinity };
  const share = shares(x, d1, d2);
  return logBetaTails(share.x, share.y, d1 / 2, d2 / 2);
}

// d1 x / (d1 x + d2) and its complement, by quotients that neither overflow nor cancel.
function shares(x: number, d1: number, d2: number): { x: number; y: number } {
  const ratio = x * (d1 / d2);
  return ratio > 1
    ? { x: 1 / (1 + 1 / ratio), y: 1 / ratio / (1 + 1 / ratio) }
    : { x: ratio / (1 + ratio), y: 1 / (1 + ratio) };
}

function solve(p: number, d1: number, d2: number, upper: boolean): number {
  if (!(p > 0 && p < 1)) throw new RangeError('fQuantile requires 0 < p < 1');
  return solveLogTail(
    (x) => logTails(x, d1, d2)[upper ? 'upper' : 'lower'],
    (x) => {
      // The density of F in ln x is that of the beta variable times x y, and a x^a y^b / (a B) is x times it.
      const share = shares(x, d1, d2);
      return logBetaPrefactor(share.x, share.y, d1 / 2, d2 / 2) + Math.log(d1 / 2) - Math.log(x);
    },
    upper,
    Math.log(p),
    1,
  );
}
