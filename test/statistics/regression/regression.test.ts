import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covarianceListwise } from '../../../src/statistics/descriptive/covariance.ts';
import { type Matrix, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { moderation } from '../../../src/statistics/regression/moderation.ts';
import { regress } from '../../../src/statistics/regression/ols.ts';
import { pathRegressions } from '../../../src/statistics/regression/path-regressions.ts';
import golden from '../../fixtures/r/regression.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const data = fromColumns([golden.x, golden.w, golden.z, golden.y] as (number | null)[][]);
const momentsOf = (values: Matrix) => estimated(covarianceListwise(values));

test('a regression agrees with R lm in every figure', () => {
  const result = estimated(regress(momentsOf(data), 3, [0, 1, 2]));
  expect(result.n).toBe(golden.n);
  expect(result.df).toBe(golden.n - 4);
  [result.intercept, ...result.coefficients].forEach((term, i) => {
    expectNear(term.estimate, golden.estimate[i]!);
    expectNear(term.standardError, golden.standardError[i]!);
    expectNear(term.t, golden.t[i]!);
    expectNear(term.p, golden.p[i]!);
    expectNear(Math.exp(term.logP), golden.p[i]!);
    expectNear(term.interval.lower, golden.interval[0]![i]!);
    expectNear(term.interval.upper, golden.interval[1]![i]!);
  });
  result.coefficients.forEach((coefficient, i) => {
    expectNear(coefficient.standardized, golden.standardized[i]!);
    expectNear(coefficient.varianceInflation, golden.vif[i]!);
    expectNear(coefficient.effectSize, golden.f2[i]!);
  });
  expectNear(result.rSquared, golden.rSquared);
  expectNear(result.adjustedRSquared, golden.adjusted);
  expectNear(result.f, golden.f);
  expectNear(result.residualStandardDeviation, golden.sigma);
});

test('path equations share the cases that are complete on the model, and on nothing else', () => {
  const withSpare = matrixFromColumns([
    ...[golden.x, golden.w, golden.z, golden.y].map((column) => column.map((value) => value ?? Number.NaN)),
    golden.x.map(() => Number.NaN),
  ]);
  const result = estimated(
    pathRegressions(withSpare, [
      { outcome: 3, predictors: [0, 1, 2] },
      { outcome: 1, predictors: [0] },
    ]),
  );
  expect(result.n).toBe(golden.n);
  expectNear(estimated(result.equations[0]!).rSquared, golden.rSquared);
  expect(estimated(result.equations[1]!).n).toBe(golden.n);
  expect(() => pathRegressions(withSpare, [])).toThrow(RangeError);
});

test('moderation agrees with R lm: coefficients, R² change, simple slopes and Johnson-Neyman points', () => {
  const result = estimated(moderation(data, { outcome: 3, predictor: 0, moderator: 1, covariates: [2] }));
  const expected = golden.moderation;
  [result.regression.intercept, ...result.regression.coefficients].forEach((term, i) => {
    expectNear(term.estimate, expected.estimate[i]!);
  });
  expectNear(result.rSquaredChange, expected.rSquaredChange);
  result.slopes.forEach((slope, i) => {
    expectNear(slope.slope, expected.slopes[i]!.slope);
    expectNear(slope.standardError, expected.slopes[i]!.standardError);
    expectNear(slope.p, expected.slopes[i]!.p);
  });
  expect(result.turningPoints.length).toBe(2);
  result.turningPoints.forEach((point, i) => {
    expectNear(point, expected.turningPoints[i]!);
  });
});

const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });

test('R² and the betas do not change with the units, and coefficients change with them', () => {
  fc.assert(
    fc.property(column, column, column, (a, b, y) => {
      const plain = regress(momentsOf(matrixFromColumns([a, b, y])), 2, [0, 1]);
      if ('notEstimable' in plain || plain.coefficients[0]!.varianceInflation > 1e3 || plain.rSquared < 1e-6)
        return;
      const scaled = estimated(
        regress(
          momentsOf(matrixFromColumns([a.map((v) => 7 * v + 1), b, y.map((v) => 3 - 2 * v)])),
          2,
          [0, 1],
        ),
      );
      expectNear(scaled.rSquared, plain.rSquared, 1e-7);
      expectNear(scaled.coefficients[0]!.standardized, -plain.coefficients[0]!.standardized, 1e-7);
      expectNear(scaled.coefficients[0]!.estimate, (-2 / 7) * plain.coefficients[0]!.estimate, 1e-7);
    }),
  );
});

test('with one predictor beta is r, VIF is one and f² is that of the whole', () => {
  const moments = momentsOf(
    matrixFromColumns([
      [1, 2, 3, 4, 6],
      [2, 1, 4, 3, 7],
    ]),
  );
  const result = estimated(regress(moments, 1, [0]));
  expectNear(result.coefficients[0]!.standardized ** 2, result.rSquared);
  expectNear(result.coefficients[0]!.varianceInflation, 1);
  expectNear(result.coefficients[0]!.effectSize, result.effectSize);
  expectNear(result.coefficients[0]!.p, result.p);
});

test('regressions that the data cannot give say why', () => {
  const twin = momentsOf(
    matrixFromColumns([
      [1, 2, 3, 4, 6],
      [2, 4, 6, 8, 12],
      [1, 0, 2, 1, 5],
      [3, 3, 3, 3, 3],
    ]),
  );
  expect(regress(twin, 2, [0, 1])).toMatchObject({ notEstimable: 'not-positive-definite' });
  expect(regress(twin, 1, [0])).toMatchObject({ notEstimable: 'outside-range' });
  expect(regress(twin, 3, [0])).toMatchObject({ notEstimable: 'no-variance' });
  expect(regress({ ...twin, n: 3 }, 2, [0, 3])).toMatchObject({
    notEstimable: 'too-few-cases',
    details: { needed: 4 },
  });
  expect(() => regress(twin, 0, [0])).toThrow(RangeError);
  expect(() => regress(twin, 0, [])).toThrow(RangeError);
  expect(() => moderation(data, { outcome: 0, predictor: 0, moderator: 1 })).toThrow(RangeError);
});
