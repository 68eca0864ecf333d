import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeDistribution } from '../../../src/statistics/descriptive/code-distribution.ts';
import { completeCases } from '../../../src/statistics/descriptive/complete-rows.ts';
import { correlationMatrix } from '../../../src/statistics/descriptive/correlation-matrix.ts';
import { correlationPairwise } from '../../../src/statistics/descriptive/correlation-pairwise.ts';
import { covarianceListwise, covariancePairwise } from '../../../src/statistics/descriptive/covariance.ts';
import { moments } from '../../../src/statistics/descriptive/moments.ts';
import { median, quantile } from '../../../src/statistics/descriptive/quantile.ts';
import { columnOf, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import golden from '../../fixtures/r/descriptive.json' with { type: 'json' };
import { estimated, expectMatrixNear, expectNear, fromColumns } from '../expect-estimate.ts';

const answers = fromColumns(golden.answers as (number | null)[][]);
const square = (columns: number[][]) => columns;

describe('agrees with R', () => {
  test('on moments of type 2 with their errors, and on quantiles of type 7', () => {
    golden.items.forEach((expected, j) => {
      const column = columnOf(answers, j);
      const actual = moments(column);
      expect(actual.n).toBe(expected.n);
      expect(actual.missing).toBe(expected.missing);
      for (const name of [
        'mean',
        'variance',
        'skewness',
        'kurtosis',
        'skewnessStandardError',
        'kurtosisStandardError',
      ] as const)
        expectNear(actual[name], expected[name], 1e-9, name);
      expectNear(actual.standardDeviation, Math.sqrt(expected.variance));
      expectNear(actual.standardErrorOfMean, Math.sqrt(expected.variance / expected.n));
      [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].forEach((p, i) => {
        expectNear(quantile(column, p), expected.quantiles[i]!);
      });
      expectNear(median(column), expected.quantiles[3]!);
    });
  });

  test('on listwise and pairwise covariances, with the account of the rows', () => {
    const listwise = estimated(covarianceListwise(answers));
    expectMatrixNear(listwise.covariance, square(golden.listwise));
    expect(listwise.n).toBe(golden.complete);
    expect(listwise.counts).toEqual({
      total: 80,
      complete: golden.complete,
      partial: 80 - golden.complete - golden.empty,
      empty: golden.empty,
    });
    expectMatrixNear(estimated(correlationMatrix(listwise.covariance)), square(golden.correlation));
    const pairwise = estimated(covariancePairwise(answers));
    expectMatrixNear(pairwise.covariance, square(golden.pairwise));
    const direct = estimated(correlationPairwise(answers));
    expectMatrixNear(direct.correlation, square(golden.pairwiseCorrelation));
    expect(direct.n).toBe(pairwise.n);
    expectMatrixNear(pairwise.pairCounts, square(golden.pairCounts));
    expect(pairwise.n).toBe(Math.min(...golden.pairCounts.flat()));
  });
});

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 });

test('skewness and kurtosis do not change with shift and scale, and skewness turns with the sign', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -99, max: 99 }),
      (values, scale, shift) => {
        if (new Set(values).size === 1) return;
        const before = moments(values);
        const after = moments(values.map((value) => value * scale + shift));
        const turned = moments(values.map((value) => -value));
        expectNear(after.skewness, estimated(before.skewness), 1e-8);
        expectNear(after.kurtosis, estimated(before.kurtosis), 1e-8);
        expectNear(turned.skewness, -estimated(before.skewness), 1e-8);
        expectNear(after.variance, estimated(before.variance) * scale * scale, 1e-8);
      },
    ),
  );
});

test('the variance keeps its digits when the mean is a million times the spread', () => {
  expectNear(moments([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance, 1, 1e-12);
});

test('a moment that the data cannot give says why', () => {
  expect(moments([Number.NaN]).mean).toMatchObject({ notEstimable: 'no-answers' });
  expect(moments([3]).variance).toMatchObject({
    notEstimable: 'too-few-cases',
    details: { n: 1, needed: 2 },
  });
  expect(moments([3]).mean).toBe(3);
  expect(moments([3, 3, 3, 3]).variance).toBe(0);
  expect(moments([0.1, 0.1, 0.1, 0.1]).variance).toBe(0);
  expect(moments([3, 3, 3, 3]).skewness).toMatchObject({ notEstimable: 'no-variance' });
  expect(moments([1, 2, 4]).kurtosis).toMatchObject({
    notEstimable: 'too-few-cases',
    details: { needed: 4 },
  });
  expect(quantile([], 0.5)).toMatchObject({ notEstimable: 'no-answers' });
  expect(() => quantile([1], 1.1)).toThrow(RangeError);
});

test('answers are counted per code, with shares at the ends of the answer scale', () => {
  const { counts, n, missing, floorShare, ceilingShare } = codeDistribution([2, 2, Number.NaN, 4, 3], 1, 4);
  expect([...counts]).toEqual([0, 2, 1, 1]);
  expect([n, missing, floorShare, ceilingShare]).toEqual([4, 1, 0, 0.25]);
  expect(codeDistribution([], 1, 5).floorShare).toMatchObject({ notEstimable: 'no-answers' });
  expect(() => codeDistribution([5], 1, 4)).toThrow(RangeError);
  expect(() => codeDistribution([1.5], 1, 4)).toThrow(RangeError);
});

test('complete rows are kept in order, and a matrix without holes is not copied', () => {
  const holes = matrixFromColumns([
    [1, Number.NaN, 3],
    [4, 5, 6],
  ]);
  expect([...completeCases(holes).values.data]).toEqual([1, 3, 4, 6]);
  const whole = matrixFromColumns([[1, 2]]);
  expect(completeCases(whole).values).toBe(whole);
});

test('covariances and correlations that the data cannot give say why', () => {
  const hole = Number.NaN;
  const apart = matrixFromColumns([
    [1, 2, hole, hole],
    [hole, hole, 1, 2],
  ]);
  expect(covarianceListwise(apart)).toMatchObject({ notEstimable: 'no-answers' });
  expect(covariancePairwise(apart)).toMatchObject({
    notEstimable: 'no-overlap',
    details: { first: 0, second: 1 },
  });
  expect(covarianceListwise(matrixFromColumns([[1], [2]]))).toMatchObject({ notEstimable: 'too-few-cases' });
  const constant = estimated(
    covarianceListwise(
      matrixFromColumns([
        [1, 2, 3],
        [4, 4, 4],
      ]),
    ),
  );
  expect(correlationMatrix(constant.covariance)).toMatchObject({
    notEstimable: 'no-variance',
    details: { column: 1 },
  });
  expect(() => covarianceListwise(matrixFromColumns([]))).toThrow(RangeError);
});
