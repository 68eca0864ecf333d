import { expect } from 'vitest';
import { createMatrix, type Matrix, matrixFromColumns } from '../../src/statistics/matrix.ts';
import { type Estimate, isNotEstimable } from '../../src/statistics/not-estimable.ts';

/** The value of an estimate; a test that meets a reason instead fails with it. */
export function estimated<T>(estimate: Estimate<T>): T {
  if (isNotEstimable(estimate))
    throw new Error(`not estimable: ${estimate.notEstimable} ${JSON.stringify(estimate.details)}`);
  return estimate;
}

/** Relative to max(1, |expected|), as the golden files' tolerances are meant. */
export function expectNear(actual: Estimate<number>, expected: number, tolerance = 1e-9, what = ''): void {
  const value = estimated(actual);
  const deviation = Math.abs(value - expected) / Math.max(1, Math.abs(expected));
  expect(deviation, `${what} gave ${value}, expected ${expected}`).toBeLessThan(tolerance);
}

/** A matrix from JSON columns, null for a missing value. */
export function fromColumns(columns: readonly (readonly (number | null)[])[]): Matrix {
  return matrixFromColumns(columns.map((column) => column.map((value) => value ?? Number.NaN)));
}

/** Every element near its golden value; the golden matrix is a list of columns (of rows, if symmetric). */
export function expectMatrixNear(
  actual: Matrix,
  expected: readonly (readonly number[])[],
  tolerance = 1e-9,
): void {
  expect(actual.cols).toBe(expected.length);
  expected.forEach((column, j) => {
    column.forEach((value, i) => {
      expectNear(actual.data[j * actual.rows + i]!, value, tolerance, `[${i}, ${j}]`);
    });
  });
}

/** Rows in another order, given as positions. */
export function permuteRows(matrix: Matrix, order: readonly number[]): Matrix {
  const result = createMatrix(matrix.rows, matrix.cols);
  for (let j = 0; j < matrix.cols; j++)
    order.forEach((from, to) => {
      result.data[j * matrix.rows + to] = matrix.data[j * matrix.rows + from]!;
    });
  return result;
}
