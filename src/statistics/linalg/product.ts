import { createMatrix, type Matrix } from '../matrix.ts';

/** The identity matrix of a size. */
export function identityMatrix(size: number): Matrix {
  const result = createMatrix(size, size);
  for (let i = 0; i < size; i++) result.data[i * size + i] = 1;
  return result;
}

/** The transpose, as a copy. */
export function transpose(matrix: Matrix): Matrix {
  const { rows, cols, data } = matrix;
  const result = createMatrix(cols, rows);
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++) result.data[i * cols + j] = data[j * rows + i];
  return result;
}

/** a b. Throws RangeError when the columns of a are not as many as the rows of b. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.rows) throw new RangeError('multiply requires as many columns of a as rows of b');
  const result = createMatrix(a.rows, b.cols);
  const n = a.rows;
  for (let j = 0; j < b.cols; j++)
    for (let k = 0; k < a.cols; k++) {
      const factor = b.data[j * b.rows + k];
      if (factor === 0) continue;
      for (let i = 0; i < n; i++) result.data[j * n + i] += a.data[k * n + i] * factor;
    }
  return result;
}

/** a' b. Throws RangeError when a and b have not equally many rows. */
export function crossProduct(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows) throw new RangeError('crossProduct requires equally many rows of a and b');
  const result = createMatrix(a.cols, b.cols);
  const n = a.rows;
  for (let j = 0; j < b.cols; j++)
    for (let i = 0; i < a.cols; i++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a.data[i * n + k] * b.data[j * n + k];
      result.data[j * a.cols + i] = sum;
    }
  return result;
}

/** x' M y. Throws RangeError when the lengths do not fit. */
export function bilinearForm(x: ArrayLike<number>, matrix: Matrix, y: ArrayLike<number>): number {
  if (x.length !== matrix.rows || y.length !== matrix.cols)
    throw new RangeError('bilinearForm requires vectors that fit the matrix');
  let sum = 0;
  for (let j = 0; j < matrix.cols; j++) {
    let column = 0;
    for (let i = 0; i < matrix.rows; i++) column += x[i] * matrix.data[j * matrix.rows + i];
    sum += column * y[j];
  }
  return sum;
}
