import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustBenjaminiHochberg,
  adjustBonferroni,
  adjustHolm,
} from '../../../src/statistics/correlation/adjust-p.ts';
import {
  compareDisjointCorrelations,
  compareIndependentCorrelations,
  compareOverlappingCorrelations,
} from '../../../src/statistics/correlation/compare-correlations.ts';
import { disattenuatedCorrelation } from '../../../src/statistics/correlation/disattenuated-correlation.ts';
import { kendall } from '../../../src/statistics/correlation/kendall.ts';
import { midRanks } from '../../../src/statistics/correlation/mid-ranks.ts';
import { partialCorrelation } from '../../../src/statistics/correlation/partial-correlation.ts';
import { pearson, pearsonFromR } from '../../../src/statistics/correlation/pearson.ts';
import { spearman } from '../../../src/statistics/correlation/spearman.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import golden from '../../fixtures/r/correlation.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const withHoles = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);

for (const name of ['ordinal', 'continuous'] as const)
  describe(`agrees with R cor.test on ${name} data`, () => {
    const expected = golden[name];
    const x = withHoles(expected.x);
    const y = withHoles(expected.y);

    test('Pearson', () => {
      const { r, n, test: t, interval } = estimated(pearson(x, y));
      expectNear(r, expected.pearson.r);
      expect(n).toBe(expected.n);
      expectNear(estimated(t).t, expected.pearson.t);
      expect(estimated(t).df).toBe(expected.pearson.df);
      expect(estimated(t).p / expected.pearson.p).toBeCloseTo(1, 8);
      expect(Math.exp(estimated(t).logP) / expected.pearson.p).toBeCloseTo(1, 8);
      expectNear(estimated(interval).lower, expected.pearson.interval[0]!);
      expectNear(estimated(interval).upper, expected.pearson.interval[1]!);
    });

    test('Spearman, with its three intervals', () => {
      const result = estimated(spearman(x, y));
      expectNear(result.rho, expected.spearman.rho);
      expect(estimated(result.test).p / expected.spearman.p).toBeCloseTo(1, 8);
      expect(result.intervalMethod).toBe('bonett-wright');
      for (const [method, limits] of [
        ['bonett-wright', expected.spearman.bonettWright],
        ['fieller', expected.spearman.fieller],
        ['fisher', expected.spearman.fisher],
      ] as const) {
        const interval = estimated(estimated(spearman(x, y, { interval: method })).interval);
        expectNear(interval.lower, limits[0]!);
        expectNear(interval.upper, limits[1]!);
      }
    });

    test('Kendall tau-b', () => {
      const result = estimated(kendall(x, y));
      expectNear(result.tau, expected.kendall.tau);
      expectNear(result.z, expected.kendall.z);
      expect(result.p / expected.kendall.p).toBeCloseTo(1, 8);
      expectNear(estimated(result.interval).lower, expected.kendall.interval[0]!);
    });
  });

test('the exact p of Spearman agrees with R for orders without ties, and is left out with ties', () => {
  for (const { order, p } of golden.exact) {
    const exactP = estimated(
      spearman(
        order.map((_, i) => i),
        order,
      ),
    ).exactP;
    expect(exactP).toBeCloseTo(p, 12);
  }
  expect(estimated(spearman([1, 1, 2, 3], [1, 2, 3, 4])).exactP).toBeUndefined();
});

const column = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 8, maxLength: 30 });
const pair = fc
  .tuple(column, fc.infiniteStream(fc.integer({ min: 1, max: 7 })))
  .map(([x, stream]) => [x, x.map(() => stream.next().value as number)] as const)
  .filter(([x, y]) => new Set(x).size > 1 && new Set(y).size > 1);

test('correlations stay when a variable is shifted and scaled, turn with its sign, and are symmetric', () => {
  fc.assert(
    fc.property(pair, ([x, y]) => {
      const linear = x.map((value) => 3 * value - 100);
      const turned = x.map((value) => -value);
      const of = {
        pearson: (a: readonly number[], b: readonly number[]) => estimated(pearson(a, b)).r,
        spearman: (a: readonly number[], b: readonly number[]) => estimated(spearman(a, b)).rho,
        kendall: (a: readonly number[], b: readonly number[]) => estimated(kendall(a, b)).tau,
      };
      for (const f of Object.values(of)) {
        expect(f(linear, y)).toBeCloseTo(f(x, y), 10);
        expect(f(turned, y)).toBeCloseTo(-f(x, y), 10);
        expect(f(y, x)).toBeCloseTo(f(x, y), 10);
        expect(f(x, x)).toBeCloseTo(1, 12);
        expect(Math.abs(f(x, y))).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('tau counts pairs: the fast method agrees with comparing every pair', () => {
  fc.assert(
    fc.property(pair, ([x, y]) => {
      let s = 0;
      for (let i = 0; i < x.length; i++)
        for (let j = 0; j < i; j++) s += Math.sign((x[i]! - x[j]!) * (y[i]! - y[j]!));
      expect(estimated(kendall(x, y)).s).toBe(s);
    }),
  );
});

test('ties share the mean of their ranks', () => {
  expect([...midRanks([10, 20, 10, 5, 10])]).toEqual([3, 5, 3, 1, 3]);
});

test('p values keep their size far out in the tails', () => {
  const { p, logP } = estimated(pearsonFromR(0.5, 2000).test);
  expect(p).toBeLessThan(1e-120);
  expect(p).toBeGreaterThan(0);
  expect(Math.log(p)).toBeCloseTo(logP, 8);
  expect(estimated(pearsonFromR(0.9, 100_000).test).p).toBe(0);
  expect(estimated(pearsonFromR(0.9, 100_000).test).logP).toBeLessThan(-80_000);
});

test('adjusted p values agree with R in the order given', () => {
  const { p, holm, bh, bonferroni } = golden.adjusted;
  adjustHolm(p).forEach((value, i) => {
    expect(value / holm[i]!).toBeCloseTo(1, 12);
  });
  adjustBenjaminiHochberg(p).forEach((value, i) => {
    expect(value / bh[i]!).toBeCloseTo(1, 12);
  });
  adjustBonferroni(p).forEach((value, i) => {
    expect(value / bonferroni[i]!).toBeCloseTo(1, 12);
  });
  expect(adjustHolm([])).toEqual([]);
  expect(() => adjustHolm([1.2])).toThrow(RangeError);
});

test('partial correlation is the correlation of residuals', () => {
  const covariance = fromColumns(golden.partial.covariance);
  const result = estimated(partialCorrelation(covariance, golden.partial.n, 0, 1, [2]));
  expectNear(result.r, golden.partial.r);
  expectNear(estimated(result.test).t, golden.partial.t);
  expect(() => partialCorrelation(covariance, 60, 0, 0, [])).toThrow(RangeError);
});

test('comparisons of correlations agree with psych::r.test', () => {
  const independent = estimated(compareIndependentCorrelations({ r: 0.49, n: 145 }, { r: 0.36, n: 87 }));
  expectNear(independent.statistic, golden.independent.z);
  expectNear(independent.p, golden.independent.p);
  const overlapping = estimated(compareOverlappingCorrelations(66, 0.396, 0.179, 0.088));
  expectNear(overlapping.statistic, golden.overlapping.t);
  expectNear(overlapping.p, golden.overlapping.p);
  // Zou (2007), second example.
  expect(estimated(overlapping.interval).lower).toBeCloseTo(-0.093, 3);
  expect(estimated(overlapping.interval).upper).toBeCloseTo(0.517, 3);
  const r = { ab: 0.5, cd: 0.3, ac: 0.4, ad: 0.35, bc: 0.2, bd: 0.45 };
  const disjoint = estimated(compareDisjointCorrelations(603, r));
  expectNear(disjoint.statistic, golden.disjoint.z);
  expectNear(disjoint.p, golden.disjoint.p);
  expect(estimated(disjoint.interval).lower).toBeLessThan(0.2);
});

test('disattenuation divides by the root of both reliabilities and may pass one', () => {
  expectNear(disattenuatedCorrelation(0.4, 0.64, 1), 0.5);
  expect(estimated(disattenuatedCorrelation(0.8, 0.5, 0.6))).toBeGreaterThan(1);
  expect(disattenuatedCorrelation(0.4, -0.1, 0.9)).toMatchObject({ notEstimable: 'outside-range' });
});

test('what has no correlation, test or interval says why', () => {
  const hole = Number.NaN;
  for (const f of [pearson, spearman, kendall]) {
    expect(f([1, 2, hole], [hole, hole, 3])).toMatchObject({ notEstimable: 'no-overlap' });
    expect(f([1, 2], [1, 2])).toMatchObject({ notEstimable: 'too-few-cases' });
    expect(f([1, 1, 1, 1], [1, 2, 3, 4])).toMatchObject({ notEstimable: 'no-variance' });
    expect(() => f([1, 2, 3], [1, 2])).toThrow(RangeError);
  }
  const perfect = estimated(pearson([1, 2, 3, 4], [2, 4, 6, 8]));
  expect(perfect.r).toBe(1);
  expect(perfect.test).toMatchObject({ notEstimable: 'outside-range' });
  expect(perfect.interval).toMatchObject({ notEstimable: 'outside-range' });
  expect(estimated(pearson([1, 2, 3], [1, 3, 2])).interval).toMatchObject({ notEstimable: 'too-few-cases' });
  expect(compareOverlappingCorrelations(50, 0.9, -0.9, 0.9)).toMatchObject({
    notEstimable: 'not-positive-definite',
  });
  expect(
    partialCorrelation(
      matrixFromColumns([
        [1, 1],
        [1, 1],
      ]),
      9,
      0,
      1,
      [],
    ),
  ).toMatchObject({
    notEstimable: 'not-positive-definite',
  });
});
