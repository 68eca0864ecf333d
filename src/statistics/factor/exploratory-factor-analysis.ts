import { multiply } from '../linalg/product.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import type { ExtractionOptions, FactorExtraction } from './factor-extraction.ts';
import { type FactorFit, factorFit, impliedCorrelation } from './factor-fit.ts';
import { maximumLikelihoodFactors } from './maximum-likelihood-factors.ts';
import { minres } from './minres.ts';
import { principalAxis } from './principal-axis.ts';
import { type RotatedLoadings, type RotationOptions, rotateLoadings } from './rotate-loadings.ts';

export interface FactorAnalysisOptions {
  readonly factors: number;
  readonly method: 'minres' | 'ml' | 'principal-axis';
  readonly rotation: RotationOptions;
  readonly extraction?: ExtractionOptions;
}

export interface FactorAnalysis {
  readonly extraction: FactorExtraction;
  readonly rotated: RotatedLoadings;
  /** Correlations of items with factors, p × m: pattern times factor correlations. */
  readonly structure: Matrix;
  readonly communalities: Float64Array;
  /** Hofmann's complexity of each item: 1 when it loads on one factor only. */
  readonly complexity: Float64Array;
  /** Share of all items' variance per factor: diag(Phi L'L) / p. */
  readonly varianceShare: Float64Array;
  /** Root mean square of the residual correlations off the diagonal. */
  readonly rmsResidual: number;
  /** n times the sum of all squared residuals off the diagonal (psych's empirical chi-square). */
  readonly empiricalChiSquare: number;
  readonly residuals: Matrix;
  readonly fit: Estimate<FactorFit>;
}

/**
 * Exploratory factor analysis of a correlation matrix: extraction, rotation, and what a report needs of them.
 *
 * correlation p × p of n cases: Pearson or polychoric (then chi-square and its kin are descriptive only)
 * returns    see FactorAnalysis; NotEstimable: not-positive-definite (ml, promax)
 * throws     RangeError: those of the extraction and the rotation
 * source     extraction and rotation as named in their files; Hofmann 1978, doi:10.1207/s15327906mbr1302_9
 * checked    R psych::fa, factanal, test/fixtures/r/factor-analysis.json, 1e-6
 */
export function exploratoryFactorAnalysis(
  correlation: Matrix,
  n: number,
  options: FactorAnalysisOptions,
): Estimate<FactorAnalysis> {
  const extraction = extract(correlation, options);
  if (isNotEstimable(extraction)) return extraction;
  const rotated = rotateLoadings(extraction.loadings, options.rotation);
  if (isNotEstimable(rotated)) return rotated;
  const { loadings, phi } = rotated;
  const { rows: p, cols: m } = loadings;
  const structure = multiply(loadings, phi);
  const communalities = new Float64Array(p);
  const complexity = new Float64Array(p);
  const varianceShare = new Float64Array(m);
  for (let i = 0; i < p; i++) {
    let square = 0;
    let fourth = 0;
    for (let f = 0; f < m; f++) {
      const loading = loadings.data[f * p + i];
      communalities[i] += loading * structure.data[f * p + i];
      varianceShare[f] += (loading * structure.data[f * p + i]) / p;
      square += loading ** 2;
      fourth += loading ** 4;
    }
    complexity[i] = fourth > 0 ? square ** 2 / fourth : 1;
  }
  const implied = impliedCorrelation(loadings, phi);
  const residuals = { rows: p, cols: p, data: correlation.data.map((r, at) => r - implied.data[at]) };
  let squares = 0;
  for (let j = 0; j < p; j++) {
    residuals.data[j * p + j] = 1 - communalities[j];
    for (let i = 0; i < j; i++) squares += 2 * residuals.data[j * p + i] ** 2;
  }
  return {
    extraction,
    rotated,
    structure,
    communalities,
    complexity,
    varianceShare,
    rmsResidual: Math.sqrt(squares / (p * (p - 1))),
    empiricalChiSquare: n * squares,
    residuals,
    fit: factorFit(correlation, implied, m, n),
  };
}

function extract(
  correlation: Matrix,
  { method, factors, extraction }: FactorAnalysisOptions,
): Estimate<FactorExtraction> {
  if (method === 'ml') return maximumLikelihoodFactors(correlation, factors, extraction);
  return method === 'minres'
    ? minres(correlation, factors, extraction)
    : principalAxis(correlation, factors, extraction);
}
