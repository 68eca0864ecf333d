import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noncentralTUpper } from '../../../src/statistics/distributions/noncentral-t.ts';
import {
  correlationPower,
  correlationSampleSize,
} from '../../../src/statistics/planning/correlation-power.ts';
import { correlationIntervalSampleSize } from '../../../src/statistics/planning/correlation-precision.ts';
import {
  meanDifferencePower,
  meanDifferenceSampleSize,
} from '../../../src/statistics/planning/mean-difference-power.ts';
import {
  proportionDifferencePower,
  proportionDifferenceSampleSize,
} from '../../../src/statistics/planning/proportion-difference-power.ts';
import { rSquaredPower, rSquaredSampleSize } from '../../../src/statistics/planning/r-squared-power.ts';
import { smallestSample } from '../../../src/statistics/planning/smallest-sample.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import golden from '../../fixtures/r/planning.json' with { type: 'json' };
import { estimated, expectNear } from '../expect-estimate.ts';

test('the noncentral t distribution agrees with R on both sides of 0', () => {
  for (const { t, df, delta, upper } of golden.noncentralT)
    expectNear(noncentralTUpper(t, df, delta), upper, 1e-10);
  expect(noncentralTUpper(3, 10, 60)).toBeCloseTo(1, 14);
  expect(noncentralTUpper(3, 10, -60)).toBeCloseTo(0, 14);
  expect(() => noncentralTUpper(1, 0, 1)).toThrow(RangeError);
});

describe('a correlation', () => {
  test('exact power agrees with integrating over the noncentrality, two-sided and one-sided', () => {
    for (const { rho, n, exact, exactOne, exact99 } of golden.r) {
      expectNear(correlationPower(rho, n), exact);
      expectNear(correlationPower(-rho, n, { sides: 1 }), exactOne);
      expectNear(correlationPower(rho, n, { level: 0.99 }), exact99);
    }
  });

  test("power by Fisher's z agrees with pwr", () => {
    for (const { rho, n, fisher, fisherOne } of golden.r) {
      expectNear(correlationPower(rho, n, { method: 'fisher' }), fisher);
      expectNear(correlationPower(rho, n, { method: 'fisher', sides: 1 }), fisherOne);
    }
  });

  test('sample sizes agree with trying every n', () => {
    for (const { rho, power, exact, fisher } of golden.rSize) {
      expect(correlationSampleSize(rho, { power })).toBe(exact);
      expect(correlationSampleSize(rho, { power, method: 'fisher' })).toBe(fisher);
    }
    for (const { r, width, n } of golden.rWidth) expect(correlationIntervalSampleSize(r, width)).toBe(n);
  });

  test('as many simulated studies find it as the power says', () => {
    const sample = normalSampler(xoshiro128(77));
    const [rho, n, runs] = [0.5, 20, 4000];
    let found = 0;
    for (let run = 0; run < runs; run++) {
      const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
      for (let i = 0; i < n; i++) {
        const x = sample();
        const y = rho * x + Math.sqrt(1 - rho * rho) * sample();
        sums.x += x;
        sums.y += y;
        sums.xx += x * x;
        sums.yy += y * y;
        sums.xy += x * y;
      }
      const covariance = sums.xy - (sums.x * sums.y) / n;
      const r = covariance / Math.sqrt((sums.xx - sums.x ** 2 / n) * (sums.yy - sums.y ** 2 / n));
      // The two-sided 5% point of r with 18 degrees of freedom.
      if (Math.abs(r) > 0.443763) found++;
    }
    // Standard deviation of the share 0.0076.
    expect(Math.abs(found / runs - correlationPower(rho, n))).toBeLessThan(0.025);
  });
});

describe('R²', () => {
  test('power agrees with pwr for fixed predictors and with integration for random ones', () => {
    for (const { rSquared, predictors, n, fixed, random, pwr } of golden.rSquared) {
      expectNear(rSquaredPower({ rSquared, predictors }, n), fixed);
      expectNear(rSquaredPower({ rSquared, predictors }, n), pwr);
      expectNear(rSquaredPower({ rSquared, predictors }, n, { model: 'random' }), random);
    }
    expectNear(rSquaredPower(golden.rSquaredStep, golden.rSquaredStep.n), golden.rSquaredStep.power);
  });

  test('sample sizes agree with trying every n', () => {
    const effect = { rSquared: 0.13, predictors: 3 };
    expect(rSquaredSampleSize(effect)).toBe(golden.rSquaredSize.fixed);
    expect(rSquaredSampleSize(effect, { model: 'random' })).toBe(golden.rSquaredSize.random);
  });

  test('with one random predictor it is the power of the correlation', () => {
    for (const [rho, n] of [
      [0.3, 50],
      [0.6, 12],
      [0.05, 900],
    ] as const)
      expect(rSquaredPower({ rSquared: rho * rho, predictors: 1 }, n, { model: 'random' })).toBeCloseTo(
        correlationPower(rho, n),
        11,
      );
  });
});

describe('two groups', () => {
  test('power for means agrees with pwr, also with unequal groups', () => {
    for (const { d, first, second, two, one, two99 } of golden.d) {
      expectNear(meanDifferencePower(d, { first, second }), two);
      expectNear(meanDifferencePower(-d, { first, second }, { sides: 1 }), one);
      expectNear(meanDifferencePower(d, { first, second }, { level: 0.99 }), two99);
    }
  });

  test('sizes for means agree with power.t.test: 64 in each group for d = 0.5', () => {
    expect(meanDifferenceSampleSize(0.5)).toEqual({ first: golden.dSize.equal, second: golden.dSize.equal });
    expect(golden.dSize.equal).toBe(64);
    expect(estimated(meanDifferenceSampleSize(0.2, { power: 0.9 })).first).toBe(golden.dSize.small);
    expect(meanDifferenceSampleSize(0.4, { ratio: 2 })).toEqual({
      first: golden.dSize.ratio,
      second: 2 * golden.dSize.ratio,
    });
  });

  test('power and size for proportions agree with power.prop.test', () => {
    for (const { first, second, n, two, one } of golden.p) {
      const sizes = { first: n, second: n };
      expectNear(proportionDifferencePower(first, second, sizes), two);
      expectNear(proportionDifferencePower(second, first, sizes, { sides: 1 }), one);
    }
    expectNear(proportionDifferencePower(0.3, 0.5, { first: 40, second: 90 }), golden.pUnequal);
    expect(estimated(proportionDifferenceSampleSize(0.3, 0.5)).first).toBe(golden.pSize);
    expect(proportionDifferencePower(0, 1, { first: 20, second: 20 })).toBe(1);
  });
});

const effect = fc.double({ min: 0.05, max: 0.9, noNaN: true });
const cases = fc.integer({ min: 8, max: 400 });

test('power grows with cases and with the effect, stays within 0 and 1, and is the error rate without effect', () => {
  fc.assert(
    fc.property(effect, cases, (size, n) => {
      const powers = [
        (e: number, m: number) => correlationPower(e, m),
        (e: number, m: number) => rSquaredPower({ rSquared: e, predictors: 3 }, m),
        (e: number, m: number) => rSquaredPower({ rSquared: e, predictors: 3 }, m, { model: 'random' }),
        (e: number, m: number) => meanDifferencePower(e, { first: m, second: m }),
      ];
      for (const power of powers) {
        const here = power(size, n);
        expect(here).toBeGreaterThan(0.05 - 1e-9);
        expect(here).toBeLessThanOrEqual(1);
        expect(power(size, n + 10)).toBeGreaterThanOrEqual(here - 1e-12);
        expect(power(Math.min(0.95, size + 0.03), n)).toBeGreaterThanOrEqual(here - 1e-12);
        expect(power(0, n)).toBeCloseTo(0.05, 10);
      }
    }),
  );
});

test('a sample size reaches its power, and one case fewer does not', () => {
  fc.assert(
    fc.property(effect, fc.double({ min: 0.3, max: 0.99, noNaN: true }), (size, power) => {
      const n = estimated(correlationSampleSize(size, { power }));
      expect(correlationPower(size, n)).toBeGreaterThanOrEqual(power);
      if (n > 4) expect(correlationPower(size, n - 1)).toBeLessThan(power);
      const { first } = estimated(meanDifferenceSampleSize(size, { power }));
      if (first > 2)
        expect(meanDifferencePower(size, { first: first - 1, second: first - 1 })).toBeLessThan(power);
    }),
  );
});

test('an effect too small to plan for has a reason instead of a number', () => {
  expect(correlationSampleSize(1e-5)).toMatchObject({ notEstimable: 'outside-range' });
  expect(smallestSample(5, () => true)).toBe(5);
  expect(smallestSample(5, (n) => n >= 1234)).toBe(1234);
  expect(smallestSample(5, () => false)).toMatchObject({ notEstimable: 'outside-range' });
});

test('impossible arguments throw', () => {
  expect(() => correlationPower(1, 20)).toThrow(RangeError);
  expect(() => correlationSampleSize(0)).toThrow(RangeError);
  expect(() => correlationSampleSize(0.3, { power: 80 })).toThrow(RangeError);
  expect(() => rSquaredPower({ rSquared: 0.2, predictors: 3 }, 4)).toThrow(RangeError);
  expect(() => rSquaredPower({ rSquared: 0.2, predictors: 3, tested: 4 }, 40)).toThrow(RangeError);
  expect(() => rSquaredPower({ rSquared: 0.2, predictors: 3, tested: 1 }, 40, { model: 'random' })).toThrow(
    RangeError,
  );
  expect(() => rSquaredSampleSize({ rSquared: 0.2, rSquaredWithout: 0.2, predictors: 2 })).toThrow(
    RangeError,
  );
  expect(() => meanDifferenceSampleSize(0)).toThrow(RangeError);
  expect(() => proportionDifferencePower(0.5, 0.5, { first: 9, second: 9 })).toThrow(RangeError);
  expect(() => correlationIntervalSampleSize(0.3, 0)).toThrow(RangeError);
});

test('enormous effects end at once with a power of one', () => {
  expect(correlationPower(1 - 1e-12, 4)).toBeCloseTo(1, 5);
  expect(correlationPower(1 - 1e-12, 4, { sides: 1 })).toBeCloseTo(1, 5);
  expect(correlationPower(0.99, 1e7)).toBeCloseTo(1, 12);
  expect(meanDifferencePower(1e9, { first: 5, second: 5 })).toBeCloseTo(1, 12);
  expect(meanDifferencePower(1e9, { first: 5, second: 5 }, { sides: 1 })).toBeCloseTo(1, 12);
  expect(rSquaredPower({ rSquared: 1 - 1e-12, predictors: 4 }, 20)).toBeCloseTo(1, 12);
});
