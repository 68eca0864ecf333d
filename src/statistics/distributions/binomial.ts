import { type Interval, requireLevel } from '../interval.ts';
import { findRoot } from './find-root.ts';
import { regularizedBetaLower, regularizedBetaUpper } from './incomplete-beta.ts';

// Tails of the binomial distribution through the incomplete beta function, and the interval made of them.
// Source: Abramowitz & Stegun 1964, 26.5.24. Checked: R pbinom and binom.test, test/fixtures/r/experts.json, 1e-9.

/** P(X >= count) among n trials of the given probability, relatively exact however small. */
export function binomialUpper(count: number, n: number, probability: number): number {
  requireTrials(count, n, 'binomialUpper');
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError('binomialUpper requires a probability from 0 to 1');
  return count === 0 ? 1 : regularizedBetaLower(probability, count, n - count + 1);
}

/**
 * The exact interval of a probability (Clopper and Pearson): the values that neither one-sided binomial test rejects.
 * It never covers less than it says, and with few trials more.
 *
 * count     successes, 0 … n
 * n         trials, at least 1
 * throws    RangeError: exactBinomialInterval requires 0 <= count <= n, whole, n at least 1 / a level between 0 and 1
 * source    Clopper & Pearson 1934, Biometrika 26, 404-413, doi:10.1093/biomet/26.4.404
 */
export function exactBinomialInterval(count: number, n: number, level = 0.95): Interval {
  requireTrials(count, n, 'exactBinomialInterval');
  requireLevel(level, 'exactBinomialInterval');
  const outside = (1 - level) / 2;
  return {
    lower:
      count === 0
        ? 0
        : findRoot((p) => regularizedBetaLower(p, count, n - count + 1) - outside, 0, count / n),
    upper:
      count === n
        ? 1
        : findRoot((p) => regularizedBetaUpper(p, count + 1, n - count) - outside, count / n, 1),
    level,
  };
}

function requireTrials(count: number, n: number, name: string): void {
  if (!Number.isInteger(n) || !Number.isInteger(count) || n < 1 || count < 0 || count > n)
    throw new RangeError(`${name} requires 0 <= count <= n, whole, n at least 1`);
}
