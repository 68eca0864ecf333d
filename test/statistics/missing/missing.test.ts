import { expect, test } from 'vitest';
import { covarianceListwise } from '../../../src/statistics/descriptive/covariance.ts';
import { createMatrix, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { emCovariance } from '../../../src/statistics/missing/em-covariance.ts';
import { littleMcar } from '../../../src/statistics/missing/little-mcar.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import golden from '../../fixtures/r/descriptive.json' with { type: 'json' };
import { estimated, expectMatrixNear, expectNear, fromColumns, permuteRows } from '../expect-estimate.ts';

const answers = fromColumns(golden.answers as (number | null)[][]);

test('EM and Little agree with R code written from the papers', () => {
  const em = estimated(emCovariance(answers));
  expectMatrixNear(em.covariance, golden.em.covariance, 1e-6);
  golden.em.means.forEach((mean, j) => {
    expectNear(em.means[j]!, mean, 1e-6);
  });
  expect(em.n).toBe(golden.em.n);
  expect(em.counts.empty).toBe(golden.empty);
  const little = estimated(littleMcar(answers));
  expectNear(little.chiSquare, golden.little.chiSquare, 1e-6);
  expect(little.df).toBe(golden.little.df);
  expectNear(little.p, golden.little.p, 1e-6);
  expect(little.patterns).toBe(golden.little.patterns);
  expect(Math.exp(little.logP)).toBeCloseTo(little.p, 12);
});

test('the order of the respondents does not matter', () => {
  const order = Array.from({ length: answers.rows }, (_, i) => (i * 37) % answers.rows);
  const shuffled = permuteRows(answers, order);
  expectNear(estimated(littleMcar(shuffled)).chiSquare, estimated(littleMcar(answers)).chiSquare, 1e-9);
});

test('without missing values EM is the covariance with divisor n, and Little has nothing to compare', () => {
  const complete = matrixFromColumns([
    [1, 2, 4, 5, 3],
    [2, 1, 4, 3, 5],
  ]);
  const em = estimated(emCovariance(complete));
  const listwise = estimated(covarianceListwise(complete));
  em.covariance.data.forEach((value, i) => {
    expect(value).toBeCloseTo(listwise.covariance.data[i]! * 0.8, 12);
  });
  expect(littleMcar(complete)).toMatchObject({ notEstimable: 'too-few-groups' });
});

test("Little's test rejects true MCAR at about its level", () => {
  const sample = normalSampler(xoshiro128(77));
  const random = xoshiro128(78);
  let rejected = 0;
  const runs = 200;
  for (let run = 0; run < runs; run++) {
    const data = createMatrix(120, 3);
    for (let i = 0; i < 120; i++) {
      const common = sample();
      for (let j = 0; j < 3; j++)
        data.data[j * 120 + i] = random.next() < 0.1 ? Number.NaN : common + sample();
    }
    if (estimated(littleMcar(data)).p < 0.05) rejected++;
  }
  // 200 runs at 5%: five standard deviations above 10.
  expect(rejected).toBeLessThan(26);
  expect(rejected).toBeGreaterThan(0);
});

test('data that cannot be estimated say why', () => {
  const hole = Number.NaN;
  expect(emCovariance(matrixFromColumns([[hole, hole]]))).toMatchObject({ notEstimable: 'no-answers' });
  expect(
    emCovariance(
      matrixFromColumns([
        [1, 2, 3],
        [hole, hole, hole],
      ]),
    ),
  ).toMatchObject({
    notEstimable: 'too-few-cases',
  });
  expect(littleMcar(matrixFromColumns([[hole, hole]]))).toMatchObject({ notEstimable: 'no-answers' });
});
