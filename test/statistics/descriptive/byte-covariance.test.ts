import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  covarianceOfBytes,
  differenceOfProducts,
} from '../../../src/statistics/descriptive/byte-covariance.ts';
import { covarianceOfBytesPairwise } from '../../../src/statistics/descriptive/byte-covariance-pairwise.ts';
import { covarianceListwise, covariancePairwise } from '../../../src/statistics/descriptive/covariance.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { isNotEstimable } from '../../../src/statistics/not-estimable.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectNear } from '../expect-estimate.ts';

const MISSING = -126;
const marks = new Uint8Array(256);
for (const code of [-126, -127, -128]) marks[code + 128] = 1;

const likert = (n: number, p: number, seed: number, missing = 0) => {
  const random = xoshiro128(seed);
  return Array.from({ length: p }, () =>
    new Int8Array(n).map(() => (random.next() < missing ? MISSING : 1 + Math.floor(random.next() * 7))),
  );
};
const withNaN = (columns: readonly Int8Array[]) =>
  matrixFromColumns(
    columns.map((column) => Float64Array.from(column, (x) => (x === MISSING ? Number.NaN : x))),
  );

// No whole numbers, so that the doubles' own loops sum them.
const halfHigher = (columns: readonly Int8Array[]) =>
  matrixFromColumns(columns.map((column) => Float64Array.from(column, (x) => x + 0.5)));

const expectNearAll = (actual: Float64Array, expected: Float64Array) => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, at) => {
    expectNear(actual[at]!, value, 1e-12);
  });
};

const shapes = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 6 }), fc.nat());

describe('the covariance of bytes', () => {
  test('is that of the same numbers as doubles, or has the same reason for none', () => {
    fc.assert(
      fc.property(shapes, ([n, p, seed]) => {
        const columns = likert(n, p, seed);
        const bytes = covarianceOfBytes(columns);
        const doubles = covarianceListwise(halfHigher(columns));
        if (isNotEstimable(doubles)) {
          expect(bytes).toEqual(doubles);
          return;
        }
        const found = estimated(bytes);
        expectNearAll(found.covariance.data, doubles.covariance.data);
        expectNearAll(
          found.means.map((mean) => mean + 0.5),
          doubles.means,
        );
      }),
    );
  });

  test('is exact where products of sums leave the exact integers', () => {
    expect(differenceOfProducts(2 ** 40, 2 ** 40 + 1, 2 ** 40, 2 ** 40)).toBe(2 ** 40);
    expect(differenceOfProducts(3, 50, 10, 12)).toBe(30);
  });

  test('of a constant is zero', () => {
    const { covariance } = estimated(
      covarianceOfBytes([new Int8Array(1000).fill(3), likert(1000, 1, 4)[0]!]),
    );
    expect([...covariance.data.slice(0, 3)]).toEqual([0, 0, 0]);
  });
});

describe('the covariance of a matrix', () => {
  test('is the same whether whole answers are summed as bytes or, half a point higher, as doubles', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 0.5, noNaN: true }), ([n, p, seed], share) => {
        const answers = withNaN(likert(n, p, seed, share));
        const higher = { ...answers, data: answers.data.map((x) => x + 0.5) };
        const [bytes, doubles] = [covarianceListwise(answers), covarianceListwise(higher)];
        if (isNotEstimable(doubles)) {
          expect(bytes).toEqual(doubles);
          return;
        }
        const found = estimated(bytes);
        expectNearAll(found.covariance.data, doubles.covariance.data);
        expect([found.n, found.counts]).toEqual([doubles.n, doubles.counts]);
      }),
    );
  });

  test('takes whole numbers that do not fit into a byte as doubles', () => {
    const wide = matrixFromColumns([
      [1, 128, 3],
      [-129, 5, 6],
    ]);
    const { covariance } = estimated(covarianceListwise(wide));
    expectNearAll(covariance.data, Float64Array.of(5293, 2860.5, 2860.5, 18091 / 3));
  });
});

describe('the pairwise covariance of bytes', () => {
  test('is that of the same numbers with NaN for missing, or has the same reason for none', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 0.9, noNaN: true }), ([n, p, seed], share) => {
        const columns = likert(n, p, seed, share);
        const bytes = covarianceOfBytesPairwise(columns, marks);
        const doubles = covariancePairwise(withNaN(columns));
        if (isNotEstimable(doubles)) {
          expect(bytes).toEqual(doubles);
          return;
        }
        const found = estimated(bytes);
        expectNearAll(found.covariance.data, doubles.covariance.data);
        expect(found.pairCounts).toEqual(doubles.pairCounts);
        expectNearAll(found.means, doubles.means);
      }),
    );
  });
});
