import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlationMatrix } from '../../../src/statistics/descriptive/correlation-matrix.ts';
import { covarianceListwise } from '../../../src/statistics/descriptive/covariance.ts';
import { type Matrix, matrixFromColumns, selectColumns } from '../../../src/statistics/matrix.ts';
import {
  cronbachAlpha,
  cronbachAlphaOfItems,
  standardizedAlpha,
} from '../../../src/statistics/reliability/cronbach-alpha.ts';
import {
  guttmanLambda2,
  guttmanLambda6,
  squaredMultipleCorrelations,
} from '../../../src/statistics/reliability/guttman-lambda.ts';
import { guttmanLambda4 } from '../../../src/statistics/reliability/guttman-lambda4.ts';
import { interItemCorrelations } from '../../../src/statistics/reliability/inter-item-correlations.ts';
import { itemAnalysis, suspectedReversedItems } from '../../../src/statistics/reliability/item-analysis.ts';
import {
  firstLastSplit,
  oddEvenSplit,
  spearmanBrownProphecy,
  splitHalf,
} from '../../../src/statistics/reliability/split-half.ts';
import { standardErrorOfMeasurement } from '../../../src/statistics/reliability/standard-error-of-measurement.ts';
import golden from '../../fixtures/r/reliability.json' with { type: 'json' };
import { estimated, expectNear, fromColumns, permuteRows } from '../expect-estimate.ts';

const items = fromColumns(golden.items);
const covarianceOf = (values: Matrix) => estimated(covarianceListwise(values)).covariance;

for (const [name, columns] of [
  ['six', [0, 1, 2, 3, 4, 5]],
  ['five', [0, 1, 2, 3, 4]],
  ['two', [0, 1]],
] as const)
  describe(`agrees with R on ${name} items`, () => {
    const expected = golden[name];
    const chosen = selectColumns(items, columns);
    const covariance = covarianceOf(chosen);
    const correlation = estimated(correlationMatrix(covariance));

    test('alpha and the lambdas, from covariances and from correlations', () => {
      expectNear(cronbachAlpha(covariance), expected.alpha);
      expectNear(cronbachAlphaOfItems(chosen), expected.alpha);
      expectNear(standardizedAlpha(covariance), expected.standardized);
      expectNear(guttmanLambda2(covariance), expected.lambda2);
      if (typeof expected.lambda2Correlations === 'number')
        expectNear(guttmanLambda2(correlation), expected.lambda2Correlations);
      expectNear(guttmanLambda6(covariance), expected.lambda6);
      expectNear(guttmanLambda6(correlation), expected.lambda6Correlations);
    });

    test('split halves and the best of them', () => {
      const lambda4 = estimated(guttmanLambda4(covariance));
      expectNear(lambda4.maximum, expected.lambda4.maximum);
      expectNear(lambda4.minimum!, expected.lambda4.minimum);
      expectNear(lambda4.mean!, expected.lambda4.mean);
      expectNear(estimated(splitHalf(covariance, lambda4.isFirst)).guttman, lambda4.maximum);
      const oddEven = estimated(splitHalf(covariance, oddEvenSplit(expected.k)));
      expectNear(oddEven.correlation, expected.oddEven.correlation);
      expectNear(oddEven.spearmanBrown, expected.oddEven.spearmanBrown);
      expectNear(oddEven.guttman, expected.oddEven.guttman);
    });

    test('items: rest, total, SMC, alpha if dropped; inter-item correlations', () => {
      estimated(itemAnalysis(covariance)).forEach((item, i) => {
        expectNear(item.itemRest, expected.itemRest[i]!);
        expectNear(item.itemTotal, expected.itemTotal[i]!);
        expectNear(item.squaredMultipleCorrelation, expected.smc[i]!);
        const dropped = expected.alphaIfDropped as number[] | null | undefined;
        const droppedStandardized = expected.standardizedIfDropped as number[] | null | undefined;
        if (Array.isArray(dropped) && Array.isArray(droppedStandardized)) {
          expectNear(item.alphaIfDropped, dropped[i]!);
          expectNear(item.standardizedAlphaIfDropped, droppedStandardized[i]!);
        } else expect(item.alphaIfDropped).toMatchObject({ notEstimable: 'too-few-items' });
      });
      const inter = estimated(interItemCorrelations(covariance));
      expectNear(inter.mean, expected.averageR);
      expectNear(inter.median, expected.medianR);
      expectNear(inter.minimum, expected.minimumR);
      expectNear(inter.maximum, expected.maximumR);
    });
  });

const likert = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 4, max: 25 }))
  .chain(([k, n]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: n, maxLength: n }), {
      minLength: k,
      maxLength: k,
    }),
  )
  .filter((columns) => columns.every((column) => new Set(column).size > 1));

test('alpha does not change when all items are shifted, scaled alike, or the respondents change places', () => {
  fc.assert(
    fc.property(likert, (columns) => {
      const matrix = matrixFromColumns(columns);
      const alpha = cronbachAlphaOfItems(matrix);
      if (typeof alpha !== 'number') return;
      const scale = Math.max(1, Math.abs(alpha));
      expectNear(
        cronbachAlphaOfItems(matrixFromColumns(columns.map((c, j) => c.map((x) => x + j)))),
        alpha,
        1e-9 * scale,
      );
      expectNear(
        cronbachAlphaOfItems(matrixFromColumns(columns.map((c) => c.map((x) => 3 * x)))),
        alpha,
        1e-9 * scale,
      );
      const order = Array.from({ length: matrix.rows }, (_, i) => matrix.rows - 1 - i);
      expectNear(cronbachAlphaOfItems(permuteRows(matrix, order)), alpha, 1e-9 * scale);
    }),
  );
});

test('lambda-2 and the best split are never below alpha, the mean split is alpha for an even number of items', () => {
  fc.assert(
    fc.property(likert, (columns) => {
      const covariance = covarianceOf(matrixFromColumns(columns));
      const alpha = cronbachAlpha(covariance);
      if (typeof alpha !== 'number' || alpha < -5) return;
      expect(estimated(guttmanLambda2(covariance))).toBeGreaterThan(alpha - 1e-9);
      const lambda4 = estimated(guttmanLambda4(covariance));
      // Cronbach 1951: over all splits into equal halves the mean of 4 cov / var is alpha.
      if (columns.length % 2 === 0) {
        expect(lambda4.mean!).toBeCloseTo(alpha, 8);
        expect(lambda4.maximum).toBeGreaterThan(alpha - 1e-9);
      }
    }),
  );
});

test('identical items have alpha 1, and the search for splits of many items agrees with its own coefficient', () => {
  expectNear(
    cronbachAlphaOfItems(
      matrixFromColumns([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ),
    1,
  );
  const many = matrixFromColumns(
    Array.from({ length: 22 }, (_, j) =>
      Array.from({ length: 40 }, (_, i) => Math.sin(i * (j + 3)) + Math.cos(i)),
    ),
  );
  const covariance = covarianceOf(many);
  const lambda4 = estimated(guttmanLambda4(covariance));
  expect(lambda4.isExhaustive).toBe(false);
  expect(lambda4.isFirst.filter((first) => first).length).toBe(11);
  expectNear(estimated(splitHalf(covariance, lambda4.isFirst)).guttman, lambda4.maximum);
  expect(lambda4.maximum).toBeGreaterThan(estimated(cronbachAlpha(covariance)));
});

test('a forgotten reverse key shows as a negative item-rest correlation, of that item alone', () => {
  const turned = matrixFromColumns(
    golden.items.map((column, j) => (j === 2 ? column.map((x) => 6 - x) : column)),
  );
  expect(suspectedReversedItems(covarianceOf(turned))).toEqual([2]);
  expect(suspectedReversedItems(covarianceOf(items))).toEqual([]);
});

test('the first half of five items is the first three', () => {
  expect(firstLastSplit(5)).toEqual([true, true, true, false, false]);
  expect(oddEvenSplit(5)).toEqual([true, false, true, false, true]);
});

test('Spearman-Brown doubles a test and halves it back', () => {
  expect(spearmanBrownProphecy(0.6, 2)).toBeCloseTo(0.75, 14);
  expect(spearmanBrownProphecy(0.75, 0.5)).toBeCloseTo(0.6, 14);
  expect(() => spearmanBrownProphecy(0.5, 0)).toThrow(RangeError);
});

test('the standard error of measurement is in the units of the score', () => {
  expectNear(standardErrorOfMeasurement(10, 0.91), 3);
  expect(standardErrorOfMeasurement(10, -0.2)).toMatchObject({ notEstimable: 'outside-range' });
  expect(() => standardErrorOfMeasurement(-1, 0.5)).toThrow(RangeError);
});

test('what has no reliability says why', () => {
  const one = matrixFromColumns([[2]]);
  for (const f of [
    cronbachAlpha,
    guttmanLambda2,
    guttmanLambda6,
    guttmanLambda4,
    itemAnalysis,
    interItemCorrelations,
  ])
    expect(f(one)).toMatchObject({ notEstimable: 'too-few-items', details: { items: 1, needed: 2 } });
  const constant = matrixFromColumns([
    [0, 0],
    [0, 0],
  ]);
  expect(cronbachAlpha(constant)).toMatchObject({ notEstimable: 'no-variance' });
  const cancelling = matrixFromColumns([
    [1, -1],
    [-1, 1],
  ]);
  expect(cronbachAlpha(cancelling)).toMatchObject({ notEstimable: 'no-variance' });
  const twins = matrixFromColumns([
    [1, 1],
    [1, 1],
  ]);
  expect(guttmanLambda6(twins)).toMatchObject({ notEstimable: 'not-positive-definite' });
  expect(squaredMultipleCorrelations(twins)).toMatchObject({ notEstimable: 'not-positive-definite' });
  expect(() => cronbachAlpha(matrixFromColumns([[1, 2]]))).toThrow(RangeError);
  expect(() => splitHalf(twins, [true, true])).toThrow(RangeError);
});
