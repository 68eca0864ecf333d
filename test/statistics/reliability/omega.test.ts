import { expect, test } from 'vitest';
import { correlationMatrix } from '../../../src/statistics/descriptive/correlation-matrix.ts';
import { covarianceListwise } from '../../../src/statistics/descriptive/covariance.ts';
import {
  createMatrix,
  type Matrix,
  matrixFromColumns,
  selectColumns,
} from '../../../src/statistics/matrix.ts';
import {
  averageVarianceExtracted,
  compositeReliability,
} from '../../../src/statistics/reliability/composite-reliability.ts';
import { cronbachAlpha, standardizedAlpha } from '../../../src/statistics/reliability/cronbach-alpha.ts';
import { omegaHierarchical } from '../../../src/statistics/reliability/omega-hierarchical.ts';
import {
  omegaOfLoadings,
  omegaTotal,
  omegaTotalMinres,
} from '../../../src/statistics/reliability/omega-total.ts';
import { oneFactorModel } from '../../../src/statistics/reliability/one-factor-model.ts';
import { categoricalOmega, ordinalAlpha } from '../../../src/statistics/reliability/ordinal-reliability.ts';
import { rhoA } from '../../../src/statistics/reliability/rho-a.ts';
import golden from '../../fixtures/r/omega.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const nine = estimated(covarianceListwise(fromColumns(golden.items))).covariance;
const five = estimated(
  covarianceListwise(selectColumns(fromColumns(golden.items), [0, 1, 2, 3, 4])),
).covariance;

test('one-factor maximum likelihood gives the loadings of lavaan, standardised and not', () => {
  const model = estimated(oneFactorModel(five));
  golden.lavaan.standardizedLoadings.forEach((loading, j) => {
    expectNear(model.standardizedLoadings[j]!, loading, 1e-5);
  });
  // lavaan's covariances have divisor n, ours n - 1.
  const scale = Math.sqrt(400 / 399);
  golden.lavaan.loadings.forEach((loading, j) => {
    expectNear(model.loadings[j]!, loading * scale, 1e-5);
    expectNear(model.residualVariances[j]!, golden.lavaan.residualVariances[j]! * scale * scale, 1e-5);
  });
});

test('omega total in its definitions, composite reliability and AVE agree with semTools and psych', () => {
  expectNear(omegaTotal(five), golden.lavaan.omegaModel, 1e-5);
  expectNear(omegaTotal(five, { denominator: 'observed' }), golden.lavaan.omegaObserved, 1e-5);
  expectNear(omegaTotalMinres(five), golden.minres.refined, 1e-6);
  expectNear(omegaTotalMinres(five), golden.minres.psych, 1e-4);
  const { standardizedLoadings } = estimated(oneFactorModel(five));
  expectNear(compositeReliability(standardizedLoadings), golden.lavaan.compositeReliability, 1e-5);
  expectNear(averageVarianceExtracted(standardizedLoadings), golden.lavaan.ave, 1e-5);
});

test('ordinal alpha and categorical omega agree with psych and semTools', () => {
  const { loadings, thresholds, polychoric } = golden.ordinal;
  const correlation = fromColumns(polychoric);
  expectNear(ordinalAlpha(correlation), golden.ordinal.ordinalAlpha);
  expectNear(categoricalOmega(loadings, thresholds, correlation), golden.ordinal.categorical, 1e-5);
  const implied = matrixFromColumns(loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b))));
  expectNear(categoricalOmega(loadings, thresholds, implied), golden.ordinal.categoricalModel, 1e-5);
});

test('omega hierarchical agrees with psych, as far as psych iterates', () => {
  const result = estimated(omegaHierarchical(nine));
  expectNear(result.omegaHierarchical, golden.hierarchical.omegaHierarchical, 1e-3);
  expectNear(result.omegaTotal, golden.hierarchical.omegaTotal, 1e-3);
  golden.hierarchical.g.forEach((loading, j) => {
    expectNear(result.generalLoadings[j]!, loading, 2e-3);
  });
  expect(result.ratio).toBeCloseTo(result.omegaHierarchical / result.omegaTotal, 12);
  expect(result.explainedCommonVariance).toBeLessThan(1);
});

/** λλ' + diag(1 - λ²). */
function oneFactorCorrelation(loadings: readonly number[]): Matrix {
  return matrixFromColumns(loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b))));
}

test('when the one-factor model holds exactly all omegas agree, and equal loadings make them alpha', () => {
  const uneven = oneFactorCorrelation([0.9, 0.5, 0.7, 0.6]);
  const expected = estimated(omegaOfLoadings([0.9, 0.5, 0.7, 0.6], [0.19, 0.75, 0.51, 0.64]));
  expectNear(omegaTotal(uneven), expected, 1e-7);
  expectNear(omegaTotal(uneven, { denominator: 'observed' }), expected, 1e-7);
  expectNear(omegaTotalMinres(uneven), expected, 1e-7);
  expect(estimated(cronbachAlpha(uneven))).toBeLessThan(expected);
  const even = oneFactorCorrelation([0.7, 0.7, 0.7, 0.7]);
  expectNear(omegaTotal(even), estimated(cronbachAlpha(even)), 1e-7);
});

test('with many fine categories categorical omega comes near the omega of the continuous variables', () => {
  const loadings = [0.8, 0.6, 0.7, 0.5];
  const cuts = Array.from({ length: 60 }, (_, i) => -3 + i / 10);
  const value = estimated(
    categoricalOmega(
      loadings,
      loadings.map(() => cuts),
      oneFactorCorrelation(loadings),
    ),
  );
  const continuous = estimated(
    omegaOfLoadings(
      loadings,
      loadings.map((loading) => 1 - loading * loading),
    ),
  );
  expect(Math.abs(value - continuous)).toBeLessThan(3e-3);
});

test('rho-A of equal weights is standardised alpha, whatever the scale of the weights', () => {
  const correlation = estimated(correlationMatrix(five));
  const alpha = estimated(standardizedAlpha(five));
  expectNear(rhoA(correlation, [1, 1, 1, 1, 1]), alpha, 1e-12);
  expectNear(rhoA(correlation, [7, 7, 7, 7, 7]), alpha, 1e-12);
  expect(rhoA(correlation, [1, 0, 0, 0, 0])).toMatchObject({ notEstimable: 'outside-range' });
  expect(rhoA(createMatrix(1, 1), [1])).toBe(1);
});

test('what has no omega says why', () => {
  const two = matrixFromColumns([
    [1, 0.4],
    [0.4, 1],
  ]);
  expect(omegaTotal(two)).toMatchObject({ notEstimable: 'too-few-items', details: { items: 2, needed: 3 } });
  expect(omegaTotalMinres(two)).toMatchObject({ notEstimable: 'too-few-items' });
  expect(omegaHierarchical(five)).toMatchObject({ notEstimable: 'too-few-items' });
  expect(() => omegaHierarchical(nine, 1)).toThrow(RangeError);
  // r12 r13 / r23 > 1: the first item would need a loading above one.
  const heywood = matrixFromColumns([
    [1, 0.8, 0.8],
    [0.8, 1, 0.4],
    [0.8, 0.4, 1],
  ]);
  expect(omegaTotal(heywood)).toMatchObject({ notEstimable: 'negative-variance', details: { item: 0 } });
  expect(omegaOfLoadings([0.5, 0.5], [0.2, -0.1])).toMatchObject({
    notEstimable: 'negative-variance',
    details: { item: 1 },
  });
  expect(compositeReliability([0.5, 1.2])).toMatchObject({ notEstimable: 'negative-variance' });
  expect(averageVarianceExtracted([])).toMatchObject({ notEstimable: 'too-few-items' });
});
