import type { Matrix } from '../matrix.ts';

/** Throws RangeError unless the matrix is square with at least two items, symmetric, with ones on the diagonal. */
export function requireCorrelation(name: string, matrix: Matrix): void {
  const p = matrix.rows;
  let lawful = matrix.cols === p && p >= 2;
  for (let j = 0; lawful && j < p; j++) {
    lawful = Math.abs(matrix.data[j * p + j] - 1) < 1e-8;
    for (let i = 0; lawful && i < j; i++)
      lawful = Math.abs(matrix.data[j * p + i] - matrix.data[i * p + j]) < 1e-8;
  }
  if (!lawful) throw new RangeError(`${name} requires a correlation matrix of at least two items`);
}
