import { LuDecomposition, Matrix as MlMatrix } from 'ml-matrix';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { fromMlMatrix, toMlMatrix } from './ml-matrix-adapter.ts';

/**
 * The inverse of a square matrix that need not be symmetric, by LU with pivoting.
 *
 * returns   the inverse; NotEstimable 'not-identified' when a pivot is zero beside the largest
 * throws    RangeError: invertGeneral requires a square matrix
 */
export function invertGeneral(matrix: Matrix): Estimate<Matrix> {
  if (matrix.rows !== matrix.cols) throw new RangeError('invertGeneral requires a square matrix');
  const lu = new LuDecomposition(toMlMatrix(matrix));
  const pivots = lu.upperTriangularMatrix.diagonal().map(Math.abs);
  const largest = Math.max(0, ...pivots);
  const smallest = Math.min(...pivots);
  if (!(smallest > matrix.rows * Number.EPSILON * largest))
    return notEstimable('not-identified', { pivot: smallest });
  return fromMlMatrix(lu.solve(MlMatrix.eye(matrix.rows)));
}
