import { Matrix as MlMatrix } from 'ml-matrix';
import { createMatrix, type Matrix } from '../matrix.ts';

// ml-matrix keeps rows, this library keeps columns. Only the decompositions that ml-matrix does well (symmetric
// eigenvalues, singular values, LU) cross this bridge.

export function toMlMatrix(matrix: Matrix): MlMatrix {
  const result = new MlMatrix(matrix.rows, matrix.cols);
  for (let j = 0; j < matrix.cols; j++)
    for (let i = 0; i < matrix.rows; i++) result.set(i, j, matrix.data[j * matrix.rows + i]);
  return result;
}

export function fromMlMatrix(source: MlMatrix): Matrix {
  const result = createMatrix(source.rows, source.columns);
  for (let j = 0; j < result.cols; j++)
    for (let i = 0; i < result.rows; i++) result.data[j * result.rows + i] = source.get(i, j);
  return result;
}
