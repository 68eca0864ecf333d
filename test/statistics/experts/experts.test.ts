import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialUpper, exactBinomialInterval } from '../../../src/statistics/distributions/binomial.ts';
import { aikensV } from '../../../src/statistics/experts/aikens-v.ts';
import {
  contentValidityRatio,
  neededEssentialCount,
} from '../../../src/statistics/experts/content-validity-ratio.ts';
import {
  itemContentValidity,
  neededRelevantCount,
} from '../../../src/statistics/experts/item-content-validity.ts';
import { modifiedKappa } from '../../../src/statistics/experts/modified-kappa.ts';
import {
  countRelevant,
  scaleContentValidity,
} from '../../../src/statistics/experts/scale-content-validity.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { isNotEstimable } from '../../../src/statistics/not-estimable.ts';
import golden from '../../fixtures/r/experts.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const withHoles = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);

test('the needed count is that of the exact binomial test for panels of 5 to 40', () => {
  for (const { n, needed } of golden.critical) expect(neededEssentialCount(n)).toBe(needed);
});

test('the needed counts are those of the published exact table, which 8 of 9 and 10 of 13 reach', () => {
  const published = {
    5: 5,
    6: 6,
    7: 7,
    8: 7,
    9: 8,
    10: 9,
    11: 9,
    12: 10,
    13: 10,
    14: 11,
    15: 12,
    20: 15,
    40: 26,
  };
  for (const [n, needed] of Object.entries(published)) expect(neededEssentialCount(Number(n))).toBe(needed);
  expect(estimated(contentValidityRatio(8, 9))).toMatchObject({ needed: 8, reachesNeeded: true });
  expect(estimated(contentValidityRatio(10, 13))).toMatchObject({ needed: 10, reachesNeeded: true });
  expect(estimated(contentValidityRatio(7, 9)).reachesNeeded).toBe(false);
});

test('with fewer than five experts no item can pass, and the reason says how many are needed', () => {
  expect(neededEssentialCount(4)).toEqual({ notEstimable: 'too-few-cases', details: { n: 4, needed: 5 } });
  expect(estimated(contentValidityRatio(4, 4))).toMatchObject({ ratio: 1, reachesNeeded: false });
  expect(neededEssentialCount(6, 0.99)).toMatchObject({ details: { needed: 7 } });
  expect(neededEssentialCount(5, 1 - 1 / 32)).toBe(5);
});

test('the ratio runs from -1 over 0 to 1, and its p is the binomial tail', () => {
  expect(estimated(contentValidityRatio(9, 10)).ratio).toBeCloseTo(0.8, 12);
  expect(estimated(contentValidityRatio(5, 10)).ratio).toBe(0);
  expect(estimated(contentValidityRatio(0, 10)).ratio).toBe(-1);
  for (const { essential, n, p } of golden.tails)
    expect(estimated(contentValidityRatio(essential, n)).p / p).toBeCloseTo(1, 10);
});

test('index, exact interval and modified kappa agree with R', () => {
  for (const expected of golden.items) {
    const item = estimated(itemContentValidity(expected.relevant, expected.n));
    expectNear(item.index, expected.index);
    expectNear(item.interval.lower, expected.interval[0]!);
    expectNear(item.interval.upper, expected.interval[1]!);
    expectNear(exactBinomialInterval(expected.relevant, expected.n, 0.8).lower, expected.interval80[0]!);
    expectNear(item.modifiedKappa.chanceAgreement, expected.chance);
    expectNear(item.modifiedKappa.kappa, expected.kappa);
  }
});

test('modified kappa gives the published worked values', () => {
  for (const [relevant, n, kappa] of [
    [10, 10, 1],
    [9, 10, 0.9],
    [8, 10, 0.79],
    [7, 10, 0.66],
    [7, 9, 0.76],
    [6, 9, 0.6],
    [5, 6, 0.82],
    [4, 5, 0.76],
    [2, 3, 0.47],
  ] as const)
    expect(Math.abs(estimated(modifiedKappa(relevant, n)).kappa - kappa)).toBeLessThan(0.0051);
  expect(estimated(modifiedKappa(8, 10)).chanceAgreement).toBeCloseTo(0.044, 3);
  expect(estimated(modifiedKappa(7, 10)).chanceAgreement).toBeCloseTo(0.117, 3);
});

test('the customary cuts are compared at two places, so 7 of 9 passes .78 and 5 of 6 passes .83', () => {
  expect([2, 3, 5, 6, 7, 8, 9, 10, 11].map((n) => neededRelevantCount(n))).toEqual([
    2, 3, 5, 5, 6, 7, 7, 8, 9,
  ]);
  expect(neededRelevantCount(1)).toMatchObject({ notEstimable: 'too-few-cases' });
});

test('the scale indices agree with R; who did not rate an item is not in its denominator', () => {
  const scale = estimated(scaleContentValidity(fromColumns(golden.scale.ratings)));
  golden.scale.index.forEach((value, j) => {
    expectNear(estimated(scale.items[j]!).index, value);
  });
  expect(scale.items[9]).toMatchObject({ notEstimable: 'no-answers' });
  expect(estimated(scale.items[1]!).n).toBe(6);
  expect(scale.itemsRated).toBe(9);
  expectNear(scale.average, golden.scale.average);
  expectNear(scale.universalAgreement, golden.scale.universal);
});

test('a published panel of 12 items and 6 experts has S-CVI/Ave .97 and S-CVI/UA .83', () => {
  const full = [4, 4, 3, 4, 3, 4];
  const oneAgainst = [4, 3, 2, 4, 4, 3];
  const panel = matrixFromColumns([...Array.from({ length: 10 }, () => full), oneAgainst, oneAgainst]);
  const scale = estimated(scaleContentValidity(panel));
  expect(scale.average).toBeCloseTo(0.972, 3);
  expect(scale.universalAgreement).toBeCloseTo(0.833, 3);
  expect(estimated(scaleContentValidity(panel, { relevantFrom: 2 })).universalAgreement).toBe(1);
});

test("Aiken's V, its score interval and its exact p agree with R", () => {
  for (const { ratings, v, p, interval } of golden.aiken) {
    const result = estimated(aikensV(withHoles(ratings), 1, 4));
    expectNear(result.v, v);
    expectNear(result.interval.lower, interval[0]!);
    expectNear(result.interval.upper, interval[1]!);
    expect(result.p / p).toBeCloseTo(1, 9);
  }
});

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });

test('V of turned ratings is one minus V, its interval turns with it and holds it', () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const straight = estimated(aikensV(given, 1, 5));
      const turned = estimated(
        aikensV(
          given.map((rating) => 6 - rating),
          1,
          5,
        ),
      );
      expect(turned.v).toBeCloseTo(1 - straight.v, 12);
      expect(turned.interval.lower).toBeCloseTo(1 - straight.interval.upper, 12);
      expect(straight.interval.lower).toBeLessThanOrEqual(straight.v + 1e-12);
      expect(straight.interval.upper).toBeGreaterThanOrEqual(straight.v - 1e-12);
    }),
  );
});

test('one more expert for relevance raises index, kappa and both limits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (n, draw) => {
      const relevant = Math.floor(n / 2) + (draw % (n - Math.floor(n / 2)));
      const less = estimated(itemContentValidity(relevant, n));
      const more = estimated(itemContentValidity(relevant + 1, n));
      expect(more.index).toBeGreaterThan(less.index);
      expect(more.modifiedKappa.kappa).toBeGreaterThan(less.modifiedKappa.kappa);
      expect(more.interval.lower).toBeGreaterThan(less.interval.lower);
      expect(more.interval.upper).toBeGreaterThanOrEqual(less.interval.upper);
    }),
  );
});

test('the needed count is the first whose tail is small enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.constantFrom(0.9, 0.95, 0.99), (n, level) => {
      const needed = neededEssentialCount(n, level);
      if (isNotEstimable(needed)) {
        expect(binomialUpper(n, n, 0.5)).toBeGreaterThan(1 - level);
        return;
      }
      expect(binomialUpper(needed, n, 0.5)).toBeLessThanOrEqual(1 - level);
      expect(binomialUpper(needed - 1, n, 0.5)).toBeGreaterThan(1 - level);
    }),
  );
});

test('an item nobody rated has no index, and impossible arguments throw', () => {
  expect(itemContentValidity(0, 0)).toMatchObject({ notEstimable: 'no-answers' });
  expect(contentValidityRatio(0, 0)).toMatchObject({ notEstimable: 'no-answers' });
  expect(modifiedKappa(0, 0)).toMatchObject({ notEstimable: 'no-answers' });
  expect(aikensV([Number.NaN], 1, 4)).toMatchObject({ notEstimable: 'no-answers' });
  expect(scaleContentValidity(matrixFromColumns([[Number.NaN]]))).toMatchObject({
    notEstimable: 'no-answers',
  });
  expect(countRelevant([4, Number.NaN, 2], 3)).toEqual({ relevant: 1, n: 2 });
  expect(() => itemContentValidity(4, 3)).toThrow(RangeError);
  expect(() => contentValidityRatio(1.5, 3)).toThrow(RangeError);
  expect(() => aikensV([5], 1, 4)).toThrow(RangeError);
  expect(() => aikensV([1], 4, 4)).toThrow(RangeError);
  expect(() => exactBinomialInterval(3, 2)).toThrow(RangeError);
});
