import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fQuantile } from '../../../src/statistics/distributions/f-distribution.ts';
import { chiSquareIndependence } from '../../../src/statistics/groups/chi-square-independence.ts';
import { compareAlphasFeldt } from '../../../src/statistics/groups/compare-alphas-feldt.ts';
import { crossTable } from '../../../src/statistics/groups/cross-table.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { isNotEstimable } from '../../../src/statistics/not-estimable.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import golden from '../../fixtures/r/groups-tables.json' with { type: 'json' };
import { estimated, expectMatrixNear, expectNear } from '../expect-estimate.ts';

const withHoles = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);

for (const name of ['table', 'two', 'weak'] as const)
  test(`the test of independence with V, its interval and residuals agrees with R: ${name}`, () => {
    const expected = golden[name];
    const result = estimated(chiSquareIndependence(matrixFromColumns(expected.counts)));
    expectNear(result.chiSquare, expected.chiSquare);
    expect(result.df).toBe(expected.df);
    expect(result.p / expected.p).toBeCloseTo(1, 9);
    expect(result.logP).toBeCloseTo(Math.log(expected.p), 9);
    expectNear(result.smallestExpected, expected.smallest);
    expectNear(result.cramersV, expected.v);
    expectNear(result.cramersVCorrected, expected.corrected);
    expectNear(result.interval.lower, expected.interval[0]!, 1e-8);
    expectNear(result.interval.upper, expected.interval[1]!, 1e-8);
    expectMatrixNear(result.residuals, expected.residuals);
  });

test('a cross-table counts the cases that have both codes', () => {
  const { counts, rowCodes, colCodes, n } = crossTable(withHoles(golden.x), withHoles(golden.y));
  expect([...rowCodes]).toEqual([1, 2, 3]);
  expect([...colCodes]).toEqual([1, 2, 3, 4]);
  expect([...counts.data]).toEqual(golden.table.counts.flat());
  expect(n).toBe(148);
  expect(() => crossTable([1], [1, 2])).toThrow(RangeError);
});

const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([r, c]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: r, maxLength: r }), {
      minLength: c,
      maxLength: c,
    }),
  )
  .filter((columns) => !isNotEstimable(chiSquareIndependence(matrixFromColumns(columns))));

test('doubling all counts doubles chi-square and leaves V; empty rows and the order of columns change nothing', () => {
  fc.assert(
    fc.property(tables, (columns) => {
      const base = estimated(chiSquareIndependence(matrixFromColumns(columns)));
      const doubled = matrixFromColumns(columns.map((column) => column.map((count) => 2 * count)));
      const twice = estimated(chiSquareIndependence(doubled));
      expectNear(twice.chiSquare, 2 * base.chiSquare);
      expectNear(twice.cramersV, base.cramersV);
      const other = matrixFromColumns([...columns].reverse().map((column) => [0, ...column]));
      const same = estimated(chiSquareIndependence(other));
      expectNear(same.chiSquare, base.chiSquare);
      expect(same.df).toBe(base.df);
      expect(base.cramersVCorrected).toBeLessThanOrEqual(base.cramersV + 1e-9);
      expect(base.interval.lower).toBeLessThanOrEqual(base.interval.upper);
    }),
    { numRuns: 50 },
  );
});

test('a table that a row determines has V of 1, one without relation has V of 0', () => {
  const whole = estimated(
    chiSquareIndependence(
      matrixFromColumns([
        [10, 0],
        [0, 10],
      ]),
    ),
  );
  expect(whole.cramersV).toBeCloseTo(1, 12);
  const none = estimated(
    chiSquareIndependence(
      matrixFromColumns([
        [5, 10],
        [10, 20],
      ]),
    ),
  );
  expect(none).toMatchObject({ cramersV: 0, cramersVCorrected: 0, p: 1 });
  expect(none.interval.lower).toBe(0);
});

test("Feldt's W has the p value of integrating over one F in R, whoever is first", () => {
  for (const { first, second, w, p } of golden.feldt) {
    const result = estimated(compareAlphasFeldt(first, second));
    expectNear(result.w, w);
    expectNear(result.p, p, 1e-9);
    const turned = estimated(compareAlphasFeldt(second, first));
    expectNear(turned.p, p, 1e-8);
    expectNear(turned.interval.lower, -result.interval.upper);
  }
});

test('equal alphas of normal items are found different at the level of the test, and the interval covers 0', () => {
  const random = xoshiro128(31);
  const draw = (alpha: number, items: number, n: number) => {
    const f = fQuantile(random.next(), n - 1, (n - 1) * (items - 1));
    return { alpha: 1 - (1 - alpha) / f, items, n };
  };
  const runs = 600;
  let found = 0;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const { p, interval } = estimated(compareAlphasFeldt(draw(0.8, 4, 30), draw(0.8, 10, 50)));
    if (p < 0.1) found++;
    if (interval.lower <= 0 && 0 <= interval.upper) covered++;
  }
  // Standard deviations of the shares 0.012 and 0.009.
  expect(Math.abs(found / runs - 0.1)).toBeLessThan(0.04);
  expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.03);
});

test('what cannot be compared says why, and impossible arguments throw', () => {
  expect(
    chiSquareIndependence(
      matrixFromColumns([
        [0, 0],
        [0, 0],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'no-answers' });
  expect(
    chiSquareIndependence(
      matrixFromColumns([
        [3, 4],
        [0, 0],
      ]),
    ),
  ).toMatchObject({
    notEstimable: 'too-few-groups',
  });
  expect(() =>
    chiSquareIndependence(
      matrixFromColumns([
        [1, -1],
        [2, 3],
      ]),
    ),
  ).toThrow(RangeError);
  const good = { alpha: 0.8, items: 5, n: 40 };
  expect(compareAlphasFeldt({ ...good, alpha: 1 }, good)).toMatchObject({ notEstimable: 'outside-range' });
  expect(compareAlphasFeldt({ ...good, n: 1 }, good)).toMatchObject({ notEstimable: 'too-few-cases' });
  expect(() => compareAlphasFeldt({ ...good, items: 1 }, good)).toThrow(RangeError);
});
