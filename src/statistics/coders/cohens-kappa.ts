import { normalCriticalValue, normalTwoSided } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { codeTable } from './code-table.ts';

/** Nothing but equal codes agrees; or partial agreement falls with the distance of the codes, or with its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

export interface CohensKappa {
  readonly kappa: number;
  readonly observedAgreement: number;
  /** By chance, each coder keeping to the own shares of codes. */
  readonly expectedAgreement: number;
  readonly n: number;
  /** The codes that occur, ascending. */
  readonly codes: Float64Array;
  /** Large-sample, not assuming kappa = 0. */
  readonly standardError: number;
  /** kappa ± z standard errors, cut at 1; NotEstimable 'outside-range' at full agreement, where the error is 0. */
  readonly interval: Estimate<Interval>;
  /** Test of kappa = 0, by the error that holds there; NotEstimable 'no-variance' when a coder used one code only. */
  readonly test: Estimate<{ readonly z: number; readonly p: number }>;
}

/**
 * Cohen's kappa of two coders, or weighted kappa for ordered codes.
 * kappa = (po - pe) / (1 - pe);  po = Σ w p_ij, pe = Σ w p_i. p_.j;  w = 1 for equal codes and else 0, or
 * 1 - |a - b| / range, or 1 - (a - b)² / range². Distances are of the codes' values, so an unused code keeps its place.
 *
 * first, second  a code per unit, equally long; NaN where a coder gave none, and the unit is left out
 * options   weights, 'none'; level, 0.95
 * returns   -1 … 1; NotEstimable 'no-overlap' (no unit coded by both), 'no-variance' (both used one and the same code,
 *           so that agreement by chance is full)
 * throws    RangeError: cohensKappa requires two lists of equal length / a level between 0 and 1
 * source    Cohen 1960, Educ. Psychol. Meas. 20, 37-46, doi:10.1177/001316446002000104; weights: Cohen 1968,
 *           doi:10.1037/h0026256; errors: Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72, 323-327, doi:10.1037/h0028106
 * checked   R psych::cohen.kappa, unweighted with its variance, test/fixtures/r/coders.json, 1e-9; weighted errors (where
 *           psych 2.2.9 differs) against the formula in R and by coverage, test/statistics/coders/kappa.test.ts
 */
export function cohensKappa(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: { readonly weights?: KappaWeights; readonly level?: number } = {},
): Estimate<CohensKappa> {
  if (first.length !== second.length) throw new RangeError('cohensKappa requires two lists of equal length');
  const { weights = 'none', level = 0.95 } = options;
  requireLevel(level, 'cohensKappa');
  const { codes, counts, n } = codeTable(first, second);
  if (n === 0) return notEstimable('no-overlap', { n });
  if (codes.length === 1) return notEstimable('no-variance', { n });
  const sums = weightedSums(counts, codes, n, weights);
  const { observed, expected } = sums;
  const kappa = (observed - expected) / (1 - expected);
  const scale = Math.sqrt(n) * (1 - expected);
  const spread = sums.spread(kappa) - (kappa - expected * (1 - kappa)) ** 2;
  const standardError = observed === 1 ? 0 : Math.sqrt(Math.max(0, spread)) / scale;
  return {
    kappa,
    observedAgreement: observed,
    expectedAgreement: expected,
    n,
    codes,
    standardError,
    interval: kappaInterval(kappa, standardError, normalCriticalValue(level), level),
    test: nullTest(kappa * scale, sums.nullSpread - expected * expected, n),
  };
}

function nullTest(scaled: number, variance: number, n: number): CohensKappa['test'] {
  // Rounding of a variance that is 0 exactly; one that is not is of the order of the smallest cell, 1 / n² or more.
  if (!(variance > 1e-12 / (n * n))) return notEstimable('no-variance', { n });
  const z = scaled / Math.sqrt(variance);
  return { z, p: normalTwoSided(z) };
}

/** kappa ± critical · error, cut at 1 and -1; without value where the error is 0, for that is no certainty. */
export function kappaInterval(
  kappa: number,
  standardError: number,
  critical: number,
  level: number,
): Estimate<Interval> {
  if (!(standardError > 0)) return notEstimable('outside-range', { kappa });
  const reach = critical * standardError;
  return { lower: Math.max(-1, kappa - reach), upper: Math.min(1, kappa + reach), level };
}

function weightedSums(counts: Matrix, codes: Float64Array, n: number, weights: KappaWeights) {
  const k = codes.length;
  const range = codes[k - 1] - codes[0];
  const weight = (i: number, j: number) => {
    if (weights === 'none') return i === j ? 1 : 0;
    const distance = Math.abs(codes[i] - codes[j]) / range;
    return 1 - (weights === 'linear' ? distance : distance * distance);
  };
  const share = (i: number, j: number) => counts.data[j * k + i] / n;
  const rows = new Float64Array(k);
  const cols = new Float64Array(k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      rows[i] += share(i, j);
      cols[j] += share(i, j);
    }
  // Mean weight of a row, and of a column, under the other coder's shares.
  const rowWeights = new Float64Array(k);
  const colWeights = new Float64Array(k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      rowWeights[i] += cols[j] * weight(i, j);
      colWeights[j] += rows[i] * weight(i, j);
    }
  let observed = 0;
  let expected = 0;
  let nullSpread = 0;
  const eachCell = (use: (i: number, j: number) => void) => {
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) use(i, j);
  };
  eachCell((i, j) => {
    observed += share(i, j) * weight(i, j);
    expected += rows[i] * cols[j] * weight(i, j);
    nullSpread += rows[i] * cols[j] * (weight(i, j) - rowWeights[i] - colWeights[j]) ** 2;
  });
  const spread = (kappa: number) => {
    let sum = 0;
    eachCell((i, j) => {
      sum += share(i, j) * (weight(i, j) - (rowWeights[i] + colWeights[j]) * (1 - kappa)) ** 2;
    });
    return sum;
  };
  return { observed, expected, nullSpread, spread };
}
