import { chiSquareUpper } from '../distributions/chi-square.ts';
import { noncentralityForCdf } from '../distributions/noncentral-chi-square.ts';
import { logDeterminant, solvePositiveDefinite } from '../linalg/positive-definite.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { factorDegreesOfFreedom } from './factor-extraction.ts';

export interface FactorFit {
  /** Likelihood-ratio chi-square with Bartlett's factor n - 1 - (2p + 5)/6 - 2m/3. */
  readonly chiSquare: number;
  /** The same with n - 1. */
  readonly chiSquareUncorrected: number;
  readonly df: number;
  readonly p: number;
  /** ln|S| - ln|R| + tr(R S^-1) - p at these loadings, whatever criterion made them. */
  readonly discrepancy: number;
  readonly tli: number;
  /** With its 90% interval. */
  readonly rmsea: number;
  readonly rmseaLower: number;
  readonly rmseaUpper: number;
  readonly bic: number;
}

/**
 * How well m factors reproduce a correlation matrix, by the likelihood.
 *
 * Definitions are psych's: TLI = (F0/df0 - F/df) / (F0/df0 - 1/c) with c the factor of chi2; RMSEA =
 * sqrt(max(chi2 / (df n) - 1/(n - 1), 0)), interval from noncentral chi-square over (n - 1) df; BIC = chi2 - df ln n.
 * implied    p × p: LPhiL' with ones on the diagonal
 * returns    NotEstimable: not-positive-definite (R or implied), not-identified (df < 1)
 * source     Lawley & Maxwell 1971, Factor Analysis as a Statistical Method; Tucker & Lewis 1973, doi:10.1007/BF02291170
 * checked    R psych::fa, factanal, test/fixtures/r/factor-analysis.json, 1e-6
 */
export function factorFit(
  correlation: Matrix,
  implied: Matrix,
  factors: number,
  n: number,
): Estimate<FactorFit> {
  const p = correlation.rows;
  const df = factorDegreesOfFreedom(p, factors);
  if (df < 1) return { notEstimable: 'not-identified', details: { df } };
  const logObserved = logDeterminant(correlation);
  if (isNotEstimable(logObserved)) return logObserved;
  const logImplied = logDeterminant(implied);
  if (isNotEstimable(logImplied)) return logImplied;
  const ratio = solvePositiveDefinite(implied, correlation);
  if (isNotEstimable(ratio)) return ratio;
  let trace = 0;
  for (let i = 0; i < p; i++) trace += ratio.data[i * p + i];
  const discrepancy = Math.max(logImplied - logObserved + trace - p, 0);
  const bartlett = n - 1 - (2 * p + 5) / 6 - (2 * factors) / 3;
  const chiSquare = Math.max(bartlett * discrepancy, 0);
  const perNullDf = (-2 * logObserved) / (p * (p - 1));
  const bound = (tail: number) => Math.sqrt(noncentralityForCdf(chiSquare, df, tail) / (n - 1) / df);
  return {
    chiSquare,
    chiSquareUncorrected: (n - 1) * discrepancy,
    df,
    p: chiSquareUpper(chiSquare, df),
    discrepancy,
    tli: (perNullDf - discrepancy / df) / (perNullDf - 1 / bartlett),
    rmsea: Math.sqrt(Math.max(chiSquare / (df * n) - 1 / (n - 1), 0)),
    rmseaLower: bound(0.95),
    rmseaUpper: bound(0.05),
    bic: chiSquare - df * Math.log(n),
  };
}

/** LPhiL' with ones on the diagonal: the correlations that the factors imply. */
export function impliedCorrelation(loadings: Matrix, phi: Matrix): Matrix {
  const { rows: p, cols: m } = loadings;
  const implied = createMatrix(p, p);
  for (let j = 0; j < p; j++) {
    implied.data[j * p + j] = 1;
    for (let i = 0; i < j; i++) {
      let sum = 0;
      for (let f = 0; f < m; f++)
        for (let g = 0; g < m; g++)
          sum += loadings.data[f * p + i] * phi.data[g * m + f] * loadings.data[g * p + j];
      implied.data[j * p + i] = sum;
      implied.data[i * p + j] = sum;
    }
  }
  return implied;
}
