import { cholesky } from '../linalg/cholesky.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { boundedNewton, type Curvature } from './bounded-newton.ts';
import {
  type ExtractionOptions,
  type FactorExtraction,
  requireFactorCount,
  UNIQUENESS_BOUND,
} from './factor-extraction.ts';
import { orientation, orientColumns } from './orient-loadings.ts';
import { requireCorrelation } from './require-correlation.ts';
import { startUniquenesses } from './start-uniquenesses.ts';

/**
 * Factors by maximum likelihood under normality.
 *
 * Minimises F = ln|S| - ln|R| + tr(R S^-1) - p, S = LL' + Psi, over the logarithms of the uniquenesses, as the sum of
 * (t - ln t - 1) over the p - m smallest eigenvalues t of Psi^-1/2 R Psi^-1/2, by Newton's method with exact second
 * derivatives. Uniquenesses stay in [0.005, 1], as in factanal.
 * correlation p × p, positive definite
 * objective  F
 * returns    see FactorExtraction; NotEstimable: not-positive-definite
 * throws     RangeError: maximumLikelihoodFactors requires a correlation matrix / fewer factors than items
 * source     Jöreskog 1967, Psychometrika 32, 443-482, doi:10.1007/BF02289658
 * checked    R factanal with control lower = 0.005 and refined start, test/fixtures/r/factor-analysis.json, 1e-6
 */
export function maximumLikelihoodFactors(
  correlation: Matrix,
  factors: number,
  options: ExtractionOptions = {},
): Estimate<FactorExtraction> {
  requireCorrelation('maximumLikelihoodFactors', correlation);
  const { tolerance = 1e-9, limit = 200 } = options;
  const p = correlation.rows;
  requireFactorCount('maximumLikelihoodFactors', p, factors);
  const factor = cholesky(correlation);
  if (isNotEstimable(factor)) return factor;
  const lowest = Math.log(UNIQUENESS_BOUND);
  const minimum = boundedNewton(
    (x) => likelihoodCurvature(correlation, x, factors),
    startUniquenesses(correlation).map((psi) => Math.log((1 - (0.5 * factors) / p) * psi)),
    lowest,
    0,
    tolerance,
    limit,
  );
  const uniquenesses = minimum.x.map(Math.exp);
  const loadings = likelihoodLoadings(correlation, minimum.x, factors);
  return {
    loadings: orientColumns(loadings, orientation(loadings)),
    uniquenesses,
    objective: minimum.value,
    iterations: minimum.iterations,
    converged: minimum.converged,
    gradient: minimum.gradient,
    heywoodItems: [...minimum.x.keys()].filter((i) => minimum.x[i] <= lowest),
  };
}

function scaledCorrelation(correlation: Matrix, logPsi: Float64Array): Matrix {
  const p = correlation.rows;
  const scaled = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let i = 0; i < p; i++)
      scaled.data[j * p + i] = correlation.data[j * p + i] * Math.exp(-(logPsi[i] + logPsi[j]) / 2);
  return scaled;
}

function likelihoodLoadings(correlation: Matrix, logPsi: Float64Array, factors: number): Matrix {
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(scaledCorrelation(correlation, logPsi));
  const loadings = createMatrix(p, factors);
  for (let f = 0; f < factors; f++)
    for (let i = 0; i < p; i++)
      loadings.data[f * p + i] =
        Math.exp(logPsi[i] / 2) * vectors.data[f * p + i] * Math.sqrt(Math.max(values[f] - 1, 0));
  return loadings;
}

function likelihoodCurvature(correlation: Matrix, logPsi: Float64Array, factors: number): Curvature {
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(scaledCorrelation(correlation, logPsi));
  const w = vectors.data;
  const gradient = new Float64Array(p);
  const hessian = createMatrix(p, p);
  const weighted = new Float64Array(p * p);
  const plain = new Float64Array(p * p);
  let value = 0;
  for (let m = factors; m < p; m++) {
    value += values[m] - Math.log(values[m]) - 1;
    for (let i = 0; i < p; i++) {
      gradient[i] += (1 - values[m]) * w[m * p + i] ** 2;
      for (let j = 0; j <= i; j++) {
        const product = w[m * p + i] * w[m * p + j];
        plain[j * p + i] += product;
        weighted[j * p + i] += values[m] * product;
      }
    }
  }
  for (let j = 0; j < p; j++)
    for (let i = j; i < p; i++) hessian.data[j * p + i] = weighted[j * p + i] * plain[j * p + i];
  const common = new Float64Array(p * p);
  for (let f = 0; f < factors; f++) {
    common.fill(0);
    for (let m = factors; m < p; m++) {
      const weight = ((1 - values[m]) * (values[m] + values[f])) / (values[m] - values[f]);
      for (let i = 0; i < p; i++)
        for (let j = 0; j <= i; j++) common[j * p + i] += weight * w[m * p + i] * w[m * p + j];
    }
    for (let j = 0; j < p; j++)
      for (let i = j; i < p; i++) hessian.data[j * p + i] -= w[f * p + i] * w[f * p + j] * common[j * p + i];
  }
  for (let j = 0; j < p; j++)
    for (let i = j + 1; i < p; i++) hessian.data[i * p + j] = hessian.data[j * p + i];
  return { value, gradient, hessian };
}
