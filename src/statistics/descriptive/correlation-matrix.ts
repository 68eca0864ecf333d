import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * The correlation matrix of a covariance matrix: r_ij = c_ij / √(c_ii c_jj), ones on the diagonal.
 *
 * covariance  p × p symmetric; an entry with |r| above 1, as pairwise deletion can make, stays as it is
 * returns   correlations; NotEstimable 'no-variance' with the number of the constant column
 * throws    RangeError: correlationMatrix requires a square matrix
 * checked   R cov2cor, test/fixtures/r/descriptive.json, 1e-9
 */
export function correlationMatrix(covariance: Matrix): Estimate<Matrix> {
  if (covariance.rows !== covariance.cols) throw new RangeError('correlationMatrix requires a square matrix');
  const p = covariance.rows;
  const scale = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    const variance = covariance.data[j * p + j];
    if (!(variance > 0)) return notEstimable('no-variance', { column: j });
    scale[j] = 1 / Math.sqrt(variance);
  }
  const result = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let i = 0; i < p; i++)
      result.data[j * p + i] = i === j ? 1 : covariance.data[j * p + i] * scale[i] * scale[j];
  return result;
}
