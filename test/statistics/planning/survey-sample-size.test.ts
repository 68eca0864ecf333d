import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  alphaIntervalSampleSize,
  alphaTestSampleSize,
} from '../../../src/statistics/planning/alpha-sample-size.ts';
import { cochranSampleSize } from '../../../src/statistics/planning/cochran-sample-size.ts';
import { krejcieMorgan } from '../../../src/statistics/planning/krejcie-morgan.ts';
import { plsInverseSquareRoot, plsTenTimesRule } from '../../../src/statistics/planning/pls-sample-size.ts';
import { respondentsPerItem } from '../../../src/statistics/planning/respondents-per-item.ts';
import { rmseaPower, rmseaSampleSize } from '../../../src/statistics/planning/rmsea-power.ts';
import { alphaIntervalFeldt } from '../../../src/statistics/reliability/alpha-interval-feldt.ts';
import golden from '../../fixtures/r/planning.json' with { type: 'json' };
import { estimated, expectNear } from '../expect-estimate.ts';

test('sizes for the width of the interval of alpha agree with trying every n', () => {
  for (const { alpha, items, width, feldt, bonett } of golden.alpha) {
    expect(alphaIntervalSampleSize(alpha, items, width)).toBe(feldt);
    expect(alphaIntervalSampleSize(alpha, items, width, { method: 'bonett' })).toBe(bonett);
  }
  const n = estimated(alphaIntervalSampleSize(0.85, 8, 0.08, { level: 0.9 }));
  const { lower, upper } = estimated(alphaIntervalFeldt(0.85, 8, n, 0.9));
  expect(upper - lower).toBeLessThanOrEqual(0.08);
});

test("Bonett's size for a test of alpha is his formula", () => {
  expect(alphaTestSampleSize(0.8, 0.7, 5)).toBe(golden.alphaTest.n);
  expect(alphaTestSampleSize(0.8, 0.7, 5, { sides: 1 })).toBeLessThan(golden.alphaTest.n);
});

test('power of tests of RMSEA agrees with semTools', () => {
  for (const { tested, actual, df, n, power } of golden.fit)
    expectNear(rmseaPower({ tested, actual, df }, n), power, 1e-9);
  for (const { tested, actual, df, n } of golden.fitSize)
    expect(rmseaSampleSize({ tested, actual, df })).toBe(n);
});

test('MacCallum, Browne and Sugawara print 214 and 132 for close fit with 50 and 100 df', () => {
  expect(rmseaSampleSize({ tested: 0.05, actual: 0.08, df: 50 })).toBe(214);
  expect(rmseaSampleSize({ tested: 0.05, actual: 0.08, df: 100 })).toBe(132);
  expect(rmseaSampleSize({ tested: 0.05, actual: 0.01, df: 100 })).toBe(178);
});

test('power of fit tests grows with cases and degrees of freedom', () => {
  const hypotheses = fc.constantFrom([0.05, 0.08], [0.05, 0.01], [0, 0.06]);
  fc.assert(
    fc.property(
      hypotheses,
      fc.integer({ min: 2, max: 120 }),
      fc.integer({ min: 50, max: 500 }),
      (pair, df, n) => {
        const [tested, actual] = pair as [number, number];
        const power = rmseaPower({ tested, actual, df }, n);
        expect(power).toBeGreaterThanOrEqual(0.05 - 1e-9);
        expect(rmseaPower({ tested, actual, df }, n + 25)).toBeGreaterThanOrEqual(power - 1e-12);
        expect(rmseaPower({ tested, actual, df: df + 3 }, n)).toBeGreaterThanOrEqual(power - 1e-12);
      },
    ),
  );
});

test("Cochran's size agrees with R, and is rounded up: 7,973 people need 367", () => {
  for (const { population, margin, share, value } of golden.cochran) {
    const given = population === null ? {} : { population };
    expectNear(cochranSampleSize({ ...given, margin, share }).value, value);
  }
  expect(cochranSampleSize({ population: 7973 }).n).toBe(367);
  expect(cochranSampleSize().n).toBe(385);
});

test('a correction for a finite population never asks for more than everybody', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (population) => {
      const { n } = cochranSampleSize({ population });
      expect(n).toBeLessThanOrEqual(population);
      expect(n).toBeLessThanOrEqual(cochranSampleSize({ population: population + 1 }).n);
      expect(krejcieMorgan(population).n).toBeLessThanOrEqual(population);
    }),
  );
});

test('every row of the printed table of Krejcie and Morgan is their formula to the nearest case', () => {
  let population = 0;
  let rows = 0;
  while (population < 1_000_000) {
    const { tableRow } = krejcieMorgan(population + 1);
    population = tableRow.population;
    rows++;
    expect(Math.round(krejcieMorgan(population).value)).toBe(tableRow.n);
  }
  expect(rows).toBe(90);
});

test('between two rows the larger population is read, and the formula is rounded up', () => {
  expect(krejcieMorgan(5912)).toMatchObject({ n: 361, tableRow: { population: 6000, n: 361 } });
  expect(krejcieMorgan(5912).value).toBeCloseTo(360.7, 1);
  expect(krejcieMorgan(100)).toMatchObject({ n: 80, tableRow: { population: 100, n: 80 } });
  expect(krejcieMorgan(80_000_000).tableRow).toEqual({ population: 1_000_000, n: 384 });
});

test('the rules of PLS: ten times the arrows, and 160 for a path of .197', () => {
  expect(plsTenTimesRule(4)).toBe(40);
  for (const { path, n } of golden.pls) expect(plsInverseSquareRoot(path)).toBe(n);
  expect(plsInverseSquareRoot(0.197)).toBe(160);
  expect(plsInverseSquareRoot(-0.197)).toBe(160);
  expect(plsInverseSquareRoot(0.197, { power: 0.95 })).toBeGreaterThan(160);
  expect(respondentsPerItem(30)).toEqual({ least: 150, ample: 300 });
});

test('impossible arguments throw', () => {
  expect(() => alphaIntervalSampleSize(1, 5, 0.1)).toThrow(RangeError);
  expect(() => alphaTestSampleSize(0.8, 0.8, 5)).toThrow(RangeError);
  expect(() => rmseaPower({ tested: 0.05, actual: 0.05, df: 10 }, 100)).toThrow(RangeError);
  expect(() => cochranSampleSize({ margin: 5 })).toThrow(RangeError);
  expect(() => cochranSampleSize({ population: 0 })).toThrow(RangeError);
  expect(() => krejcieMorgan(0)).toThrow(RangeError);
  expect(() => plsTenTimesRule(0)).toThrow(RangeError);
  expect(() => plsInverseSquareRoot(0)).toThrow(RangeError);
  expect(() => respondentsPerItem(1.5)).toThrow(RangeError);
});
