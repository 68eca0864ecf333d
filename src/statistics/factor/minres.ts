import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
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
 * Factors by minimum residuals (unweighted least squares).
 *
 * Minimises the sum over i < j of (r_ij - (LL')_ij)^2, as half the sum of squares of the p - m smallest eigenvalues of
 * R - Psi over the uniquenesses (diagonal residuals vanish at the minimum, so both are the same), by Newton's method
 * with exact second derivatives. Uniquenesses stay in [0.005, 1], as in psych.
 * correlation p × p; need not be positive definite
 * objective  that sum
 * returns    see FactorExtraction; converged false when the limit was reached
 * throws     RangeError: minres requires a correlation matrix / fewer factors than items
 * source     Harman & Jones 1966, Psychometrika 31, 351-368, doi:10.1007/BF02289468;
 *            derivatives: Jöreskog 1977, in Enslein et al., Statistical Methods for Digital Computers 3, 125-153
 * checked    R psych::fa(fm = "minres") refined by nlm, test/fixtures/r/factor-analysis.json, 1e-6
 */
export function minres(
  correlation: Matrix,
  factors: number,
  options: ExtractionOptions = {},
): FactorExtraction {
  requireCorrelation('minres', correlation);
  const { tolerance = 1e-9, limit = 200 } = options;
  const p = correlation.rows;
  requireFactorCount('minres', p, factors);
  const minimum = boundedNewton(
    (psi) => minresCurvature(correlation, psi, factors),
    startUniquenesses(correlation),
    UNIQUENESS_BOUND,
    1,
    tolerance,
    limit,
  );
  const loadings = principalLoadings(reducedCorrelation(correlation, minimum.x), factors);
  return {
    loadings: orientColumns(loadings, orientation(loadings)),
    uniquenesses: minimum.x,
    objective: minimum.value,
    iterations: minimum.iterations,
    converged: minimum.converged,
    gradient: minimum.gradient,
    heywoodItems: [...minimum.x.keys()].filter((i) => minimum.x[i] <= UNIQUENESS_BOUND),
  };
}

/** R - Psi: communalities on the diagonal. */
export function reducedCorrelation(correlation: Matrix, uniquenesses: ArrayLike<number>): Matrix {
  const p = correlation.rows;
  const reduced = createMatrix(p, p);
  reduced.data.set(correlation.data);
  for (let i = 0; i < p; i++) reduced.data[i * p + i] -= uniquenesses[i];
  return reduced;
}

/** The first eigenvectors times the roots of their eigenvalues (of zero where an eigenvalue is negative). */
export function principalLoadings(matrix: Matrix, factors: number): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  const loadings = createMatrix(matrix.rows, factors);
  for (let f = 0; f < factors; f++) {
    const root = Math.sqrt(Math.max(values[f], 0));
    for (let i = 0; i < matrix.rows; i++)
      loadings.data[f * matrix.rows + i] = root * vectors.data[f * matrix.rows + i];
  }
  return loadings;
}

function minresCurvature(correlation: Matrix, psi: Float64Array, factors: number): Curvature {
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(reducedCorrelation(correlation, psi));
  const w = vectors.data;
  const gradient = new Float64Array(p);
  const hessian = createMatrix(p, p);
  const residual = new Float64Array(p * p); // projector on the eigenvectors left out
  let value = 0;
  for (let m = factors; m < p; m++) {
    value += 0.5 * values[m] ** 2;
    for (let i = 0; i < p; i++) {
      gradient[i] -= values[m] * w[m * p + i] ** 2;
      for (let j = 0; j <= i; j++) residual[j * p + i] += w[m * p + i] * w[m * p + j];
    }
  }
  const common = new Float64Array(p * p);
  for (let f = 0; f < factors; f++) {
    common.fill(0);
    for (let m = factors; m < p; m++) {
      const weight = values[m] / (values[m] - values[f]);
      for (let i = 0; i < p; i++)
        for (let j = 0; j <= i; j++) common[j * p + i] += weight * w[m * p + i] * w[m * p + j];
    }
    for (let i = 0; i < p; i++)
      for (let j = 0; j <= i; j++)
        hessian.data[j * p + i] += 2 * w[f * p + i] * w[f * p + j] * common[j * p + i];
  }
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      hessian.data[j * p + i] += residual[j * p + i] ** 2;
      hessian.data[i * p + j] = hessian.data[j * p + i];
    }
  return { value, gradient, hessian };
}
