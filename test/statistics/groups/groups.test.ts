import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anova, welchAnova } from '../../../src/statistics/groups/anova.ts';
import { compareAlphas } from '../../../src/statistics/groups/compare-alphas.ts';
import {
  dunnComparisons,
  kruskalWallis,
  kruskalWallisInterval,
} from '../../../src/statistics/groups/kruskal-wallis.ts';
import { mannWhitney } from '../../../src/statistics/groups/mann-whitney.ts';
import { pairwiseWelch } from '../../../src/statistics/groups/pairwise-welch.ts';
import { welchTTest } from '../../../src/statistics/groups/welch-t-test.ts';
import { createMatrix } from '../../../src/statistics/matrix.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { alphaIntervalAdf } from '../../../src/statistics/reliability/alpha-interval-adf.ts';
import { cronbachAlphaOfItems } from '../../../src/statistics/reliability/cronbach-alpha.ts';
import golden from '../../fixtures/r/groups.json' with { type: 'json' };
import { estimated, expectNear } from '../expect-estimate.ts';

const [a, b] = golden.groups as [number[], number[], number[]];

test("Welch's t agrees with R, d and its interval with Bonett's formula", () => {
  const result = estimated(welchTTest([...a, Number.NaN], b));
  expectNear(result.t, golden.welch.t);
  expectNear(result.df, golden.welch.df);
  expectNear(result.p, golden.welch.p);
  expectNear(result.interval.lower, golden.welch.interval[0]!);
  expectNear(result.interval.upper, golden.welch.interval[1]!);
  expectNear(result.d, golden.welch.d);
  expectNear(result.dInterval.lower, golden.welch.dInterval[0]!);
  expectNear(result.dInterval.upper, golden.welch.dInterval[1]!);
  expect(Math.abs(result.g)).toBeLessThan(Math.abs(result.d));
});

test('the analyses of variance agree with R', () => {
  const result = estimated(anova(golden.groups));
  expectNear(result.f, golden.anova.f);
  expectNear(result.p, golden.anova.p);
  expectNear(result.etaSquared, golden.anova.eta);
  expectNear(result.omegaSquared, golden.anova.omega);
  expectNear(estimated(result.etaSquaredInterval).lower, golden.anova.interval[0]!, 1e-6);
  expectNear(estimated(result.etaSquaredInterval).upper, golden.anova.interval[1]!, 1e-6);
  const welch = estimated(welchAnova(golden.groups));
  expectNear(welch.f, golden.welchAnova.f);
  expectNear(welch.df2, golden.welchAnova.df2);
  expectNear(welch.p, golden.welchAnova.p);
});

test('the rank tests agree with R', () => {
  const result = estimated(mannWhitney(a, b));
  expectNear(result.u, golden.mannWhitney.u);
  expectNear(result.p, golden.mannWhitney.p);
  expectNear(result.rankBiserial, golden.mannWhitney.rankBiserial);
  expectNear(estimated(result.interval).lower, golden.mannWhitney.interval[0]!);
  const kruskal = estimated(kruskalWallis(golden.groups));
  expectNear(kruskal.h, golden.kruskal.h);
  expectNear(kruskal.p, golden.kruskal.p);
});

test('comparisons of all pairs agree with R, with Holm', () => {
  estimated(pairwiseWelch(golden.groups)).forEach((pair, i) => {
    expectNear(pair.adjustedP, golden.pairwise[i]!);
  });
  estimated(dunnComparisons(golden.groups)).forEach((pair, i) => {
    expectNear(pair.z, golden.dunn.z[i]!);
    expectNear(pair.adjustedP, golden.dunn.holm[i]!);
  });
});

const sample = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 15 });

test("with two groups Welch's F is t², H is z², and signs turn with the groups", () => {
  fc.assert(
    fc.property(sample, sample, (x, y) => {
      const u = mannWhitney(x, y);
      if ('notEstimable' in u) return;
      expectNear(estimated(kruskalWallis([x, y])).h, u.z * u.z, 1e-9);
      expectNear(estimated(mannWhitney(y, x)).rankBiserial, -u.rankBiserial, 1e-9);
      const t = welchTTest(x, y);
      if ('notEstimable' in t || t.groups.some(({ variance }) => variance === 0)) return;
      expectNear(estimated(welchTTest(y, x)).t, -t.t, 1e-9);
      expectNear(estimated(welchAnova([x, y])).f, t.t * t.t, 1e-8);
      expectNear(estimated(welchAnova([x, y])).p, t.p, 1e-8);
    }),
  );
});

test('the interval of ε² holds the estimate and repeats with its seed', () => {
  const interval = estimated(kruskalWallisInterval(golden.groups, { seed: 4, resamples: 300 }));
  const { epsilonSquared } = estimated(kruskalWallis(golden.groups));
  expect(interval.lower).toBeLessThan(epsilonSquared);
  expect(interval.upper).toBeGreaterThan(epsilonSquared);
  expect(estimated(kruskalWallisInterval(golden.groups, { seed: 4, resamples: 300 }))).toEqual(interval);
});

test('equal alphas are found different at about the level of the test', () => {
  const draw = normalSampler(xoshiro128(99));
  const group = () => {
    const items = createMatrix(150, 4);
    for (let i = 0; i < 150; i++) {
      const latent = draw();
      for (let j = 0; j < 4; j++) items.data[j * 150 + i] = Math.round(2 * (0.7 * latent + 0.71 * draw()));
    }
    const { standardError } = estimated(alphaIntervalAdf(items));
    return { alpha: estimated(cronbachAlphaOfItems(items)), standardError };
  };
  let rejected = 0;
  for (let run = 0; run < 300; run++)
    if (estimated(compareAlphas([group(), group(), group()])).p < 0.05) rejected++;
  // 15 expected of 300, standard deviation 3.8.
  expect(rejected).toBeGreaterThan(2);
  expect(rejected).toBeLessThan(35);
  const two = estimated(
    compareAlphas([
      { alpha: 0.9, standardError: 0.01 },
      { alpha: 0.8, standardError: 0.02 },
    ]),
  );
  expectNear(two.difference!, 0.1);
  expect(two.interval!.lower).toBeGreaterThan(0);
});

test('groups that cannot be compared say why', () => {
  expect(anova([[1, 2]])).toMatchObject({ notEstimable: 'too-few-groups' });
  expect(anova([[1, 2], [1]])).toMatchObject({ notEstimable: 'too-few-cases', details: { group: 1, n: 1 } });
  expect(
    anova([
      [1, 1],
      [2, 2],
    ]),
  ).toMatchObject({ notEstimable: 'no-variance' });
  expect(
    welchAnova([
      [1, 1],
      [2, 3],
    ]),
  ).toMatchObject({ notEstimable: 'no-variance', details: { group: 0 } });
  expect(welchTTest([0.1, 0.1, 0.1], [0.3, 0.3, 0.3])).toMatchObject({ notEstimable: 'no-variance' });
  expect(mannWhitney([], [1])).toMatchObject({ notEstimable: 'too-few-cases' });
  expect(mannWhitney([2, 2], [2])).toMatchObject({ notEstimable: 'no-variance' });
  expect(kruskalWallis([[1], [Number.NaN]])).toMatchObject({
    notEstimable: 'too-few-cases',
    details: { group: 1 },
  });
  expect(compareAlphas([{ alpha: 0.5, standardError: 0.1 }])).toMatchObject({
    notEstimable: 'too-few-groups',
  });
  expect(
    compareAlphas([
      { alpha: 1, standardError: 0.1 },
      { alpha: 0.5, standardError: 0.1 },
    ]),
  ).toMatchObject({
    notEstimable: 'outside-range',
  });
});
