import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalCriticalValue } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface GroupAlpha {
  readonly alpha: number;
  /** Of alpha: the ADF one for Likert items, or another asymptotic one. */
  readonly standardError: number;
}

export interface AlphaComparison {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** With two groups: first minus second, and its interval. */
  readonly difference?: number;
  readonly interval?: Interval;
}

/**
 * Do independent groups have the same alpha? Wald test on the scale ln(1 - alpha), on which alphas are nearly normal:
 * error SE / (1 - alpha); Σ w (y - ȳ)² is chi-square with groups - 1 df. With the distribution-free SE it needs no
 * normal items, unlike the tests of Feldt (1969) and Hakstian & Whalen (1976).
 *
 * groups    alpha and standard error of each
 * returns   NotEstimable 'too-few-groups', 'outside-range' (an alpha of 1 or a standard error of 0)
 * throws    RangeError: compareAlphas requires a level between 0 and 1
 * source    Bonett 2003, J. Educ. Behav. Stat. 28, 51-64 (the scale); Maydeu-Olivares et al. 2007,
 *           doi:10.1037/1082-989X.12.2.157 (the error)
 * checked   level of the test by simulation, test/statistics/groups/groups.test.ts
 */
export function compareAlphas(groups: readonly GroupAlpha[], level = 0.95): Estimate<AlphaComparison> {
  requireLevel(level, 'compareAlphas');
  if (groups.length < 2) return notEstimable('too-few-groups', { groups: groups.length, needed: 2 });
  for (const { alpha, standardError } of groups)
    if (!(alpha < 1) || !(standardError > 0)) return notEstimable('outside-range', { alpha });
  const scale = groups.map(({ alpha }) => Math.log(1 - alpha));
  const weights = groups.map(({ alpha, standardError }) => ((1 - alpha) / standardError) ** 2);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const mean = scale.reduce((all, y, i) => all + weights[i] * y, 0) / sum;
  const chiSquare = scale.reduce((all, y, i) => all + weights[i] * (y - mean) ** 2, 0);
  const df = groups.length - 1;
  const result = { chiSquare, df, p: chiSquareUpper(chiSquare, df) };
  if (groups.length > 2) return result;
  const [a, b] = groups;
  const difference = a.alpha - b.alpha;
  const reach = normalCriticalValue(level) * Math.hypot(a.standardError, b.standardError);
  return { ...result, difference, interval: { lower: difference - reach, upper: difference + reach, level } };
}
