import { EigenvalueDecomposition } from 'ml-matrix';
import { createMatrix, type Matrix } from '../matrix.ts';
import { toMlMatrix } from './ml-matrix-adapter.ts';

export interface SymmetricEigen {
  /** Largest first. */
  readonly values: Float64Array;
  /** Column j belongs to value j; orthonormal; its sign is arbitrary. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, the largest value first.
 *
 * matrix    p × p symmetric, no NaN
 * throws    RangeError: symmetricEigen requires a square matrix / finite numbers
 * source    ml-matrix (Householder tridiagonalisation and QL)
 * checked   reconstruction and order by property; test/statistics/linalg/symmetric-eigen.test.ts
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  if (matrix.rows !== matrix.cols) throw new RangeError('symmetricEigen requires a square matrix');
  // The decomposition would turn in circles on them for ever.
  if (!matrix.data.every(Number.isFinite)) throw new RangeError('symmetricEigen requires finite numbers');
  const p = matrix.rows;
  if (p === 0) return { values: new Float64Array(0), vectors: createMatrix(0, 0) };
  const evd = new EigenvalueDecomposition(toMlMatrix(matrix), { assumeSymmetric: true });
  const values = evd.realEigenvalues;
  const order = values.map((_, i) => i).sort((a, b) => values[b] - values[a]);
  const vectors = createMatrix(p, p);
  order.forEach((from, to) => {
    for (let i = 0; i < p; i++) vectors.data[to * p + i] = evd.eigenvectorMatrix.get(i, from);
  });
  return { values: Float64Array.from(order, (i) => values[i]), vectors };
}
