import { invertPositiveDefinite, solvePositiveDefinite } from '../linalg/positive-definite.ts';
import { crossProduct, multiply } from '../linalg/product.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface FactorScoreWeights {
  /** p × m: scores are standardized items times these. */
  readonly weights: Matrix;
  /** Squared correlation of each score with its factor, as psych reports it: diag(W' L Phi). */
  readonly determinacy: Float64Array;
}

/**
 * Weights of factor scores.
 *
 * 'regression' – Thurstone: R^-1 L Phi, best prediction; 'bartlett' – Psi^-1 L (L' Psi^-1 L)^-1, unbiased;
 * 'ten-berge' – keeps the factor correlations: R^-1/2 C Phi^1/2, C = R^-1/2 L Phi^1/2 (Phi^1/2 L' R^-1 L Phi^1/2)^-1/2.
 * loadings   pattern, p × m; phi m × m
 * returns    NotEstimable: not-positive-definite; negative-variance (bartlett, an item without uniqueness)
 * source     Thurstone 1935; Bartlett 1937, doi:10.1111/j.2044-8295.1937.tb00863.x;
 *            ten Berge, Krijnen, Wansbeek & Shapiro 1999, doi:10.1016/S0024-3795(98)10238-2
 * checked    R psych::factor.scores, test/fixtures/r/factor-analysis.json, 1e-9
 */
export function factorScoreWeights(
  correlation: Matrix,
  loadings: Matrix,
  phi: Matrix,
  method: 'regression' | 'bartlett' | 'ten-berge',
): Estimate<FactorScoreWeights> {
  const structure = multiply(loadings, phi);
  const weights =
    method === 'regression'
      ? solvePositiveDefinite(correlation, structure)
      : method === 'bartlett'
        ? bartlettWeights(loadings, structure)
        : tenBergeWeights(correlation, loadings, phi);
  if (isNotEstimable(weights)) return weights;
  const fit = crossProduct(weights, structure);
  const m = phi.rows;
  return { weights, determinacy: Float64Array.from({ length: m }, (_, f) => fit.data[f * m + f]) };
}

/**
 * Scores of cases: standardized items (each case's deviation from the column mean over its SD) times the weights.
 * items      n × p, complete; `means` and `deviations` of the sample that the weights come from
 */
export function factorScores(
  items: Matrix,
  weights: Matrix,
  means: ArrayLike<number>,
  deviations: ArrayLike<number>,
): Matrix {
  const { rows: n, cols: p } = items;
  const z = createMatrix(n, p);
  for (let j = 0; j < p; j++)
    for (let i = 0; i < n; i++) z.data[j * n + i] = (items.data[j * n + i] - means[j]) / deviations[j];
  return multiply(z, weights);
}

function bartlettWeights(loadings: Matrix, structure: Matrix): Estimate<Matrix> {
  const { rows: p, cols: m } = loadings;
  const scaled = createMatrix(p, m);
  for (let i = 0; i < p; i++) {
    let communality = 0;
    for (let f = 0; f < m; f++) communality += structure.data[f * p + i] * loadings.data[f * p + i];
    if (!(communality < 1)) return notEstimable('negative-variance', { item: i });
    for (let f = 0; f < m; f++) scaled.data[f * p + i] = loadings.data[f * p + i] / (1 - communality);
  }
  const inverse = invertPositiveDefinite(crossProduct(loadings, scaled));
  return isNotEstimable(inverse) ? inverse : multiply(scaled, inverse);
}

function tenBergeWeights(correlation: Matrix, loadings: Matrix, phi: Matrix): Estimate<Matrix> {
  const root = symmetricPower(phi, 0.5);
  const inverseRoot = symmetricPower(correlation, -0.5);
  if (isNotEstimable(root)) return root;
  if (isNotEstimable(inverseRoot)) return inverseRoot;
  const turned = multiply(inverseRoot, multiply(loadings, root));
  const scale = symmetricPower(crossProduct(turned, turned), -0.5);
  if (isNotEstimable(scale)) return scale;
  return multiply(inverseRoot, multiply(multiply(turned, scale), root));
}

function symmetricPower(matrix: Matrix, power: number): Estimate<Matrix> {
  const { values, vectors } = symmetricEigen(matrix);
  const p = matrix.rows;
  if (!(values[p - 1] > p * Number.EPSILON * values[0])) return notEstimable('not-positive-definite');
  const scaled = createMatrix(p, p);
  const back = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let i = 0; i < p; i++) {
      scaled.data[j * p + i] = vectors.data[j * p + i] * values[j] ** power;
      back.data[i * p + j] = vectors.data[j * p + i];
    }
  return multiply(scaled, back);
}
