// Kernels: they check nothing and compute their number.

import { noncentralChiSquareUpper, noncentralityForCdf } from '../distributions/noncentral-chi-square.ts';

/** Comparative fit index, Bentler 1990, doi:10.1037/0033-2909.107.2.238; factors c > 1 give the robust form. */
export function comparativeFitIndex(
  chiSquare: number,
  df: number,
  baseline: number,
  baselineDf: number,
  c = 1,
  baselineC = 1,
): number {
  const own = Math.max(chiSquare - c * df, 0);
  const worst = Math.max(chiSquare - c * df, baseline - baselineC * baselineDf, 0);
  return worst === 0 ? 1 : 1 - own / worst;
}

/** Tucker-Lewis index (NNFI), Tucker & Lewis 1973, doi:10.1007/BF02291170. Not bounded by 0 and 1. */
export function tuckerLewisIndex(
  chiSquare: number,
  df: number,
  baseline: number,
  baselineDf: number,
  c = 1,
  baselineC = 1,
): number {
  const own = (chiSquare - c * df) * baselineDf;
  const worst = (baseline - baselineC * baselineDf) * df;
  return df > 0 && Math.abs(worst) > 0 ? 1 - own / worst : 1;
}

/** RMSEA over all groups, Steiger 1998; divisor n. c is the scaling factor of the robust form. */
export function rmsea(chiSquare: number, df: number, n: number, groups: number, c = 1): number {
  return df > 0 ? Math.sqrt(Math.max(chiSquare / n / df - c / n, 0)) * Math.sqrt(groups) : 0;
}

/** Interval of RMSEA from noncentral chi-square (Browne & Cudeck 1993); level .90 matches the close-fit test at .05. */
export function rmseaInterval(
  chiSquare: number,
  df: number,
  n: number,
  groups: number,
  c = 1,
  level = 0.9,
): { readonly lower: number; readonly upper: number } {
  if (!(df > 0)) return { lower: 0, upper: 0 };
  const tail = (1 - level) / 2;
  const scale = (lambda: number) => Math.sqrt((c * lambda) / (n * df)) * Math.sqrt(groups);
  return {
    lower: scale(noncentralityForCdf(chiSquare, df, 1 - tail)),
    upper: scale(noncentralityForCdf(chiSquare, df, tail)),
  };
}

/** p of the hypothesis that RMSEA is at most a value (Browne & Cudeck 1993). */
export function rmseaCloseFit(
  chiSquare: number,
  df: number,
  n: number,
  groups: number,
  c = 1,
  bound = 0.05,
): number {
  return noncentralChiSquareUpper(chiSquare, df, (n * df * bound ** 2) / (c * groups));
}
