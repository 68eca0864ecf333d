import { createMatrix, type Matrix } from '../matrix.ts';

/** The correlations among the indicators of one block. */
export function blockCorrelation(correlation: Matrix, indicators: readonly number[]): Matrix {
  const size = indicators.length;
  const block = createMatrix(size, size);
  indicators.forEach((a, i) => {
    indicators.forEach((b, j) => {
      block.data[j * size + i] = correlation.data[b * correlation.rows + a];
    });
  });
  return block;
}
