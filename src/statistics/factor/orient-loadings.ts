import { createMatrix, type Matrix } from '../matrix.ts';

export interface Orientation {
  /** Position of each new factor among the old ones. */
  readonly order: readonly number[];
  /** +1 or -1 per new factor. */
  readonly signs: readonly number[];
}

/**
 * A factor's sign and place are arbitrary. Ours: falling sum of squared loadings, and a sum of loadings that is not
 * negative, so that two runs, two rotations and two programs can be compared.
 */
export function orientation(loadings: Matrix): Orientation {
  const { rows: p, cols: m, data } = loadings;
  const squares = Array.from({ length: m }, (_, f) => {
    let sum = 0;
    for (let i = 0; i < p; i++) sum += data[f * p + i] ** 2;
    return sum;
  });
  const order = squares.map((_, f) => f).sort((a, b) => squares[b] - squares[a] || a - b);
  const signs = order.map((f) => {
    let sum = 0;
    for (let i = 0; i < p; i++) sum += data[f * p + i];
    return sum < 0 ? -1 : 1;
  });
  return { order, signs };
}

/** The columns of a matrix of items (or of anything) by factors, oriented. */
export function orientColumns(matrix: Matrix, { order, signs }: Orientation): Matrix {
  const result = createMatrix(matrix.rows, matrix.cols);
  order.forEach((from, to) => {
    for (let i = 0; i < matrix.rows; i++)
      result.data[to * matrix.rows + i] = signs[to] * matrix.data[from * matrix.rows + i];
  });
  return result;
}

/** A factors × factors correlation matrix, oriented on both sides. */
export function orientFactors(phi: Matrix, { order, signs }: Orientation): Matrix {
  const m = phi.rows;
  const result = createMatrix(m, m);
  order.forEach((fromColumn, toColumn) => {
    order.forEach((fromRow, toRow) => {
      result.data[toColumn * m + toRow] = signs[toColumn] * signs[toRow] * phi.data[fromColumn * m + fromRow];
    });
  });
  return result;
}
