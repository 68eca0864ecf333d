import { logOneMinusExp } from './incomplete-gamma.ts';
import { devianceTerm, stirlingError } from './log-gamma.ts';

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, in logarithms.
 * Both x and y = 1 - x are asked for, because t and F know both without rounding and one of them may be 1e-30.
 *
 * x, y      >= 0, x + y = 1
 * a, b      > 0
 * throws    RangeError: logBetaTails requires x and y from 0 to 1 and a, b > 0
 * source    DLMF 8.17.22 (continued fraction, modified Lentz); prefactor after Loader 2000
 * checked   mpmath, test/fixtures/distributions.json, 1e-12
 */
export function logBetaTails(x: number, y: number, a: number, b: number): { lower: number; upper: number } {
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1) || !(a > 0) || !(b > 0))
    throw new RangeError('logBetaTails requires x and y from 0 to 1 and a, b > 0');
  if (x === 0) return { lower: -Infinity, upper: 0 };
  if (y === 0) return { lower: 0, upper: -Infinity };
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(0, logSmallTail(x, y, a, b));
    return { lower, upper: logOneMinusExp(lower) };
  }
  const upper = Math.min(0, logSmallTail(y, x, b, a));
  return { lower: logOneMinusExp(upper), upper };
}

/** I_x(a, b); y may be given where it is known better than 1 - x. */
export function regularizedBetaLower(x: number, a: number, b: number, y = 1 - x): number {
  return Math.exp(logBetaTails(x, y, a, b).lower);
}

/** 1 - I_x(a, b), exact where it is small. */
export function regularizedBetaUpper(x: number, a: number, b: number, y = 1 - x): number {
  return Math.exp(logBetaTails(x, y, a, b).upper);
}

/** ln of x^a y^b / (a B(a, b)). */
export function logBetaPrefactor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * y) +
    0.5 * Math.log(b / (2 * Math.PI * a * n))
  );
}

function logSmallTail(x: number, y: number, a: number, b: number): number {
  return logBetaPrefactor(x, y, a, b) + Math.log(fraction(x, a, b));
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1e7; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return h;
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
