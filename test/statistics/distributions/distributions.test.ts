import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bivariateNormalCdf,
  bivariateNormalCdfFast,
} from '../../../src/statistics/distributions/bivariate-normal.ts';
import * as chiSquare from '../../../src/statistics/distributions/chi-square.ts';
import {
  complementaryErrorFunction,
  inverseComplementaryErrorFunction,
} from '../../../src/statistics/distributions/error-function.ts';
import * as f from '../../../src/statistics/distributions/f-distribution.ts';
import { logGamma } from '../../../src/statistics/distributions/log-gamma.ts';
import * as noncentral from '../../../src/statistics/distributions/noncentral-chi-square.ts';
import { noncentralFUpper } from '../../../src/statistics/distributions/noncentral-f.ts';
import * as normal from '../../../src/statistics/distributions/normal.ts';
import * as t from '../../../src/statistics/distributions/student-t.ts';
import golden from '../../fixtures/distributions.json' with { type: 'json' };

const functions: Record<string, (...args: number[]) => number> = {
  ...(normal as object),
  ...(t as object),
  ...(f as object),
  ...(chiSquare as object),
  ...(noncentral as object),
  logGamma,
  noncentralFUpper,
  bivariateNormalCdf,
};

const rows = golden.rows as unknown as [string, number[], number][];

describe('agrees with mpmath to 1e-10, relatively, tails included', () => {
  for (const name of new Set(rows.map((row) => row[0])))
    test(name, () => {
      const mine = rows.filter((row) => row[0] === name);
      expect(mine.length).toBeGreaterThan(3);
      for (const [, args, value] of mine) {
        const actual = functions[name]!(...args);
        const deviation = value === 0 ? Math.abs(actual) : Math.abs(actual / value - 1);
        expect(deviation, `${name}(${args}) gave ${actual}`).toBeLessThan(1e-10);
      }
    });
});

const probability = fc.oneof(
  fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
  fc.double({ min: -280, max: -1, noNaN: true }).map((exponent) => 10 ** exponent),
);
const degrees = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0.5, max: 40, noNaN: true }));

test('an upper quantile is where the upper tail has its probability', () => {
  fc.assert(
    fc.property(probability, degrees, degrees, (p, d1, d2) => {
      const near = (value: number) => expect(Math.abs(value / p - 1)).toBeLessThan(1e-9);
      near(normal.normalUpper(normal.normalUpperQuantile(p)));
      near(chiSquare.chiSquareUpper(chiSquare.chiSquareUpperQuantile(p, d1), d1));
      near(t.studentTUpper(t.studentTUpperQuantile(p, d1 + 2), d1 + 2));
      if (p > 1e-60) near(f.fUpper(f.fUpperQuantile(p, d1, d2 + 1), d1, d2 + 1));
    }),
    { numRuns: 150 },
  );
});

test('a lower quantile is where the distribution function has its probability', () => {
  fc.assert(
    fc.property(probability, degrees, degrees, (p, d1, d2) => {
      const near = (value: number) => expect(Math.abs(value / p - 1)).toBeLessThan(1e-9);
      near(normal.normalCdf(normal.normalQuantile(p)));
      if (p > 1e-60) {
        near(chiSquare.chiSquareCdf(chiSquare.chiSquareQuantile(p, d1 + 1), d1 + 1));
        near(f.fCdf(f.fQuantile(p, d1 + 1, d2), d1 + 1, d2));
      }
    }),
    { numRuns: 150 },
  );
});

test('known values of tables come out', () => {
  expect(normal.normalCriticalValue(0.95)).toBeCloseTo(1.959963984540054, 14);
  expect(t.studentTCriticalValue(0.95, 10)).toBeCloseTo(2.2281388519862735, 13);
  expect(chiSquare.chiSquareUpperQuantile(0.05, 1)).toBeCloseTo(3.841458820694124, 12);
  expect(complementaryErrorFunction(1)).toBeCloseTo(0.15729920705028513, 15);
  expect(inverseComplementaryErrorFunction(complementaryErrorFunction(0.7))).toBeCloseTo(0.7, 13);
});

test('a p value below the smallest number still has a logarithm', () => {
  expect(t.studentTTwoSided(1e4, 1e4)).toBe(0);
  // R 4.2.2: pt(1e4, 1e4, lower=FALSE, log=TRUE) + log(2)
  expect(t.studentTLogTwoSided(1e4, 1e4)).toBeCloseTo(-46057.0327714337, 8);
  expect(t.studentTLogTwoSided(1e200, 5)).toBeCloseTo(
    t.studentTLogTwoSided(1e100, 5) - 5 * 100 * Math.LN10,
    6,
  );
  expect(chiSquare.chiSquareLogUpper(1e5, 10)).toBeLessThan(-4.9e4);
  expect(f.fLogUpper(1e4, 100, 1e5)).toBeLessThan(-1e4);
});

test('a noncentrality found for a probability gives that probability, and none is found below the central one', () => {
  const lambda = noncentral.noncentralityForCdf(85.3, 24, 0.05);
  expect(noncentral.noncentralChiSquareCdf(85.3, 24, lambda)).toBeCloseTo(0.05, 12);
  expect(noncentral.noncentralityForCdf(10, 24, 0.95)).toBe(0);
  const x = noncentral.noncentralChiSquareQuantile(0.9, 7, 3.5);
  expect(noncentral.noncentralChiSquareCdf(x, 7, 3.5)).toBeCloseTo(0.9, 12);
});

test('the bivariate normal has its margins, its symmetry and its orthant probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.double({ min: -0.999, max: 0.999, noNaN: true }),
      (h, k, rho) => {
        const value = bivariateNormalCdf(h, k, rho);
        expect(bivariateNormalCdf(k, h, rho)).toBeCloseTo(value, 13);
        expect(value + bivariateNormalCdf(h, -k, -rho)).toBeCloseTo(normal.normalCdf(h), 13);
        expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 13);
        expect(bivariateNormalCdfFast(h, k, rho)).toBeCloseTo(value, 13);
      },
    ),
  );
  expect(bivariateNormalCdf(Infinity, 0.3, 0.5)).toBe(normal.normalCdf(0.3));
  expect(bivariateNormalCdf(-Infinity, 0.3, 0.5)).toBe(0);
  expect(bivariateNormalCdf(-0.4, 0.3, 1)).toBeCloseTo(normal.normalCdf(-0.4), 15);
  expect(bivariateNormalCdf(0.4, 0.3, -1)).toBeCloseTo(normal.normalCdf(0.4) + normal.normalCdf(0.3) - 1, 15);
});

test('arguments outside the domain are refused', () => {
  expect(() => logGamma(0)).toThrow(RangeError);
  expect(() => normal.normalQuantile(1)).toThrow(RangeError);
  expect(() => normal.normalCdf(Number.NaN)).toThrow(RangeError);
  expect(() => t.studentTUpper(1, 0)).toThrow(RangeError);
  expect(() => f.fUpperQuantile(1.5, 1, 1)).toThrow(RangeError);
  expect(() => chiSquare.chiSquareUpper(1, -1)).toThrow(RangeError);
  expect(() => bivariateNormalCdf(0, 0, 1.1)).toThrow(RangeError);
  expect(() => noncentralFUpper(1, 1, 1, -1)).toThrow(RangeError);
});
