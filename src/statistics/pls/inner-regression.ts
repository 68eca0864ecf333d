import { cholesky, choleskyInverse } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface InnerRegression {
  /** Standardized coefficients, in the order of the predictors. */
  readonly coefficients: Float64Array;
  readonly rSquared: number;
  /** Inverse of the predictors' correlation matrix; its diagonal holds their VIF. */
  readonly inverse: Matrix;
}

/** Regression of one construct on others from their correlation matrix; 'not-positive-definite' when these are collinear. */
export function innerRegression(
  correlations: Matrix,
  outcome: number,
  predictors: readonly number[],
): Estimate<InnerRegression> {
  const k = correlations.rows;
  const size = predictors.length;
  const among = createMatrix(size, size);
  predictors.forEach((a, i) => {
    predictors.forEach((b, j) => {
      among.data[j * size + i] = correlations.data[b * k + a];
    });
  });
  const factor = cholesky(among);
  if (isNotEstimable(factor)) return notEstimable('not-positive-definite', { outcome });
  const inverse = choleskyInverse(factor);
  const coefficients = new Float64Array(size);
  let rSquared = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      coefficients[i] += inverse.data[j * size + i] * correlations.data[outcome * k + predictors[j]];
    rSquared += coefficients[i] * correlations.data[outcome * k + predictors[i]];
  }
  return { coefficients, rSquared, inverse };
}
