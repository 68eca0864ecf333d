import { fQuantile, fUpperQuantile } from './f-distribution.ts';
import { logBetaTails } from './incomplete-beta.ts';

// Student's t distribution with df degrees of freedom, df > 0 and not necessarily whole.
// Source: Abramowitz & Stegun 1964, 26.7. Checked: mpmath, test/fixtures/distributions.json, 1e-12.

/** P(T <= t), relatively exact however small. Throws RangeError unless df > 0. */
export function studentTCdf(t: number, df: number): number {
  return studentTUpper(-t, df);
}

/** P(T > t), relatively exact however small. Throws RangeError unless df > 0. */
export function studentTUpper(t: number, df: number): number {
  const half = Math.exp(studentTLogTwoSided(t, df)) / 2;
  return t >= 0 ? half : 1 - half;
}

/** P(|T| > |t|): the two-sided p value, relatively exact however small. Throws RangeError unless df > 0. */
export function studentTTwoSided(t: number, df: number): number {
  return Math.exp(studentTLogTwoSided(t, df));
}

/** ln P(|T| > |t|), also where the p value itself would underflow. */
export function studentTLogTwoSided(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError('the t distribution requires df > 0');
  if (Number.isNaN(t)) throw new RangeError('the t distribution requires a number');
  const ratio = (t / df) * t;
  if (ratio === Infinity) return t === Infinity || t === -Infinity ? -Infinity : farTail(t, df);
  return logBetaTails(1 / (1 + ratio), ratio / (1 + ratio), df / 2, 0.5).lower;
}

/** t with P(T <= t) = p. Throws RangeError unless 0 < p < 1 and df > 0. */
export function studentTQuantile(p: number, df: number): number {
  return -studentTUpperQuantile(p, df);
}

/** t with P(T > t) = p, exact for small p. Throws RangeError unless 0 < p < 1 and df > 0. */
export function studentTUpperQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('studentTQuantile requires 0 < p < 1');
  if (!(df > 0)) throw new RangeError('studentTQuantile requires df > 0');
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentTUpperQuantile(1 - p, df);
  return Math.sqrt(2 * p <= 0.5 ? fUpperQuantile(2 * p, 1, df) : fQuantile(1 - 2 * p, 1, df));
}

/** Two-sided critical value of a confidence level: t with P(|T| <= t) = level. */
export function studentTCriticalValue(level: number, df: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError('studentTCriticalValue requires 0 < level < 1');
  return studentTUpperQuantile((1 - level) / 2, df);
}

// Where t² overflows only the first term of the tail counts: it falls as t^-df.
function farTail(t: number, df: number): number {
  const near = 1e100;
  return studentTLogTwoSided(near, df) - df * (Math.log(Math.abs(t)) - Math.log(near));
}
