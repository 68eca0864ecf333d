import { SingularValueDecomposition } from 'ml-matrix';
import type { Matrix } from '../matrix.ts';
import { fromMlMatrix, toMlMatrix } from './ml-matrix-adapter.ts';

export interface SingularValues {
  /** Largest first, none negative. */
  readonly values: Float64Array;
  /** rows × min(rows, cols). */
  readonly left: Matrix;
  /** cols × min(rows, cols). */
  readonly right: Matrix;
}

/** M = left diag(values) right', the thin form. Throws RangeError: singularValueDecomposition requires finite numbers. Source: ml-matrix. */
export function singularValueDecomposition(matrix: Matrix): SingularValues {
  // The decomposition would turn in circles on them for ever.
  if (!matrix.data.every(Number.isFinite))
    throw new RangeError('singularValueDecomposition requires finite numbers');
  const svd = new SingularValueDecomposition(toMlMatrix(matrix), { autoTranspose: true });
  return {
    values: Float64Array.from(svd.diagonal),
    left: fromMlMatrix(svd.leftSingularVectors),
    right: fromMlMatrix(svd.rightSingularVectors),
  };
}
