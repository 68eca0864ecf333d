import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cholesky, choleskyLogDeterminant } from '../../../src/statistics/linalg/cholesky.ts';
import { invertGeneral } from '../../../src/statistics/linalg/general-inverse.ts';
import {
  invertPositiveDefinite,
  logDeterminant,
  solvePositiveDefinite,
} from '../../../src/statistics/linalg/positive-definite.ts';
import {
  bilinearForm,
  crossProduct,
  identityMatrix,
  multiply,
  transpose,
} from '../../../src/statistics/linalg/product.ts';
import { singularValueDecomposition } from '../../../src/statistics/linalg/singular-value.ts';
import { symmetricEigen } from '../../../src/statistics/linalg/symmetric-eigen.ts';
import { columnOf, createMatrix, type Matrix, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { type Estimate, isNotEstimable } from '../../../src/statistics/not-estimable.ts';

/** B'B + I: symmetric, positive definite, condition number small enough for 1e-9. */
const positiveDefinite = fc
  .integer({ min: 1, max: 6 })
  .chain((p) =>
    fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: p, maxLength: p }), {
      minLength: p,
      maxLength: p,
    }),
  )
  .map((columns) => {
    const b = matrixFromColumns(columns);
    const product = crossProduct(b, b);
    for (let i = 0; i < product.rows; i++) product.data[i * product.rows + i]! += 1;
    return product;
  });

function expectClose(actual: Matrix, expected: Matrix, tolerance = 1e-9): void {
  expect([actual.rows, actual.cols]).toEqual([expected.rows, expected.cols]);
  for (let i = 0; i < expected.data.length; i++)
    expect(Math.abs(actual.data[i]! - expected.data[i]!)).toBeLessThan(
      tolerance * Math.max(1, Math.abs(expected.data[i]!)),
    );
}

function estimated<T>(value: Estimate<T>): T {
  if (isNotEstimable(value)) throw new Error(`not estimable: ${value.notEstimable}`);
  return value;
}

test('the Cholesky factor times its transpose is the matrix, and the log determinants agree', () => {
  fc.assert(
    fc.property(positiveDefinite, (a) => {
      const factor = estimated(cholesky(a));
      expectClose(multiply(factor, transpose(factor)), a);
      const values = symmetricEigen(a).values;
      const fromEigen = values.reduce((sum, value) => sum + Math.log(value), 0);
      expect(choleskyLogDeterminant(factor)).toBeCloseTo(fromEigen, 8);
      expect(estimated(logDeterminant(a))).toBeCloseTo(fromEigen, 8);
    }),
  );
});

test('a positive definite matrix times its inverse, and a general one times its own, is the identity', () => {
  fc.assert(
    fc.property(positiveDefinite, (a) => {
      const identity = identityMatrix(a.rows);
      expectClose(multiply(a, estimated(invertPositiveDefinite(a))), identity);
      expectClose(multiply(a, estimated(solvePositiveDefinite(a, identity))), identity);
      expectClose(multiply(a, estimated(invertGeneral(a))), identity);
    }),
  );
});

test('eigenvalues descend and rebuild the matrix from orthonormal vectors', () => {
  fc.assert(
    fc.property(positiveDefinite, (a) => {
      const { values, vectors } = symmetricEigen(a);
      for (let i = 1; i < values.length; i++) expect(values[i - 1]).toBeGreaterThanOrEqual(values[i]!);
      expectClose(crossProduct(vectors, vectors), identityMatrix(a.rows));
      const scaled = matrixFromColumns(
        Array.from(values, (value, j) => columnOf(vectors, j).map((x) => x * value)),
      );
      expectClose(multiply(scaled, transpose(vectors)), a);
    }),
  );
});

test('singular values descend and rebuild the matrix, wide or tall', () => {
  for (const [rows, cols] of [
    [5, 3],
    [3, 5],
  ] as const) {
    const a = createMatrix(rows, cols);
    a.data.forEach((_, i) => {
      a.data[i] = Math.sin(i * 1.7) + i / 10;
    });
    const { values, left, right } = singularValueDecomposition(a);
    expect(values.length).toBe(3);
    for (let i = 1; i < values.length; i++) expect(values[i - 1]).toBeGreaterThanOrEqual(values[i]!);
    const scaled = matrixFromColumns(
      Array.from(values, (value, j) => columnOf(left, j).map((x) => x * value)),
    );
    expectClose(multiply(scaled, transpose(right)), a, 1e-12);
  }
});

test('a singular or indefinite matrix is not positive definite, in whatever units its variables stand', () => {
  for (const scale of [1, 1e-9, 1e9]) {
    const singular = matrixFromColumns([
      [1, scale],
      [scale, scale * scale],
    ]);
    expect(invertPositiveDefinite(singular)).toMatchObject({ notEstimable: 'not-positive-definite' });
    const fine = matrixFromColumns([
      [1, 0.5 * scale],
      [0.5 * scale, scale * scale],
    ]);
    expect(isNotEstimable(invertPositiveDefinite(fine))).toBe(false);
  }
  const indefinite = matrixFromColumns([
    [1, 2],
    [2, 1],
  ]);
  expect(cholesky(indefinite)).toMatchObject({
    notEstimable: 'not-positive-definite',
    details: { pivot: 1 },
  });
  expect(
    invertGeneral(
      matrixFromColumns([
        [1, 2],
        [2, 4],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'not-identified' });
});

test('a bilinear form is x times the matrix times y', () => {
  const m = matrixFromColumns([
    [1, 3],
    [2, 4],
  ]);
  expect(bilinearForm([1, 10], m, [100, 1])).toBe(100 + 2 + 10 * 300 + 10 * 4);
});

test('sizes that do not fit are refused', () => {
  const a = createMatrix(2, 3);
  expect(() => cholesky(a)).toThrow(RangeError);
  expect(() => symmetricEigen(a)).toThrow(RangeError);
  expect(() => invertGeneral(a)).toThrow(RangeError);
  expect(() => multiply(a, a)).toThrow(RangeError);
  expect(() => crossProduct(a, createMatrix(3, 2))).toThrow(RangeError);
  expect(() => bilinearForm([1], a, [1])).toThrow(RangeError);
});

test('numbers that are not finite are refused, because the decompositions would never end', () => {
  const hole = matrixFromColumns([
    [1, Number.NaN],
    [Number.NaN, 1],
  ]);
  expect(() => symmetricEigen(hole)).toThrow(RangeError);
  expect(() => singularValueDecomposition(hole)).toThrow(RangeError);
});
