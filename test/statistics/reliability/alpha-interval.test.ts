import { expect, test } from 'vitest';
import { covarianceListwise } from '../../../src/statistics/descriptive/covariance.ts';
import { createMatrix, type Matrix, selectColumns } from '../../../src/statistics/matrix.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { alphaIntervalAdf } from '../../../src/statistics/reliability/alpha-interval-adf.ts';
import { alphaIntervalBonett } from '../../../src/statistics/reliability/alpha-interval-bonett.ts';
import {
  alphaIntervalBootstrap,
  resampledAlphas,
} from '../../../src/statistics/reliability/alpha-interval-bootstrap.ts';
import { alphaIntervalDuhachek } from '../../../src/statistics/reliability/alpha-interval-duhachek.ts';
import { alphaIntervalFeldt } from '../../../src/statistics/reliability/alpha-interval-feldt.ts';
import { cronbachAlphaOfItems } from '../../../src/statistics/reliability/cronbach-alpha.ts';
import golden from '../../fixtures/r/reliability.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const items = fromColumns(golden.items);

test('Feldt, Bonett, Duhachek and the distribution-free error agree with R', () => {
  for (const [expected, columns] of [
    [golden.six, [0, 1, 2, 3, 4, 5]],
    [golden.five, [0, 1, 2, 3, 4]],
    [golden.two, [0, 1]],
  ] as const) {
    const chosen = selectColumns(items, columns);
    const { covariance, n } = estimated(covarianceListwise(chosen));
    const feldt = estimated(alphaIntervalFeldt(expected.alpha, expected.k, n));
    expectNear(feldt.lower, expected.feldt[0]!);
    expectNear(feldt.upper, expected.feldt[1]!);
    const bonett = estimated(alphaIntervalBonett(expected.alpha, expected.k, n));
    expectNear(bonett.lower, expected.bonett[0]!);
    expectNear(bonett.upper, expected.bonett[1]!);
    expectNear(estimated(alphaIntervalDuhachek(covariance, n)).standardError, expected.duhachekError);
    expectNear(estimated(alphaIntervalAdf(chosen)).standardError, expected.adfError);
  }
});

/** Five tau-equivalent items of loading 0.7: alpha is 5 · 0.49 / (1 + 4 · 0.49) = 0.8277. */
function tauEquivalent(n: number, seed: number): Matrix {
  const sample = normalSampler(xoshiro128(seed));
  const data = createMatrix(n, 5);
  for (let i = 0; i < n; i++) {
    const latent = sample();
    for (let j = 0; j < 5; j++) data.data[j * n + i] = 0.7 * latent + Math.sqrt(0.51) * sample();
  }
  return data;
}

test('every interval covers the true alpha about as often as it says', () => {
  const truth = 2.45 / 2.96;
  const runs = 300;
  const covered = { feldt: 0, bonett: 0, duhachek: 0, adf: 0, bootstrap: 0 };
  for (let run = 0; run < runs; run++) {
    const data = tauEquivalent(100, 1000 + run);
    const { covariance } = estimated(covarianceListwise(data));
    const alpha = estimated(cronbachAlphaOfItems(data));
    const intervals = {
      feldt: alphaIntervalFeldt(alpha, 5, 100),
      bonett: alphaIntervalBonett(alpha, 5, 100),
      duhachek: alphaIntervalDuhachek(covariance, 100),
      adf: alphaIntervalAdf(data),
      bootstrap: alphaIntervalBootstrap(data, { seed: run, resamples: 400 }),
    };
    for (const [name, interval] of Object.entries(intervals) as [
      keyof typeof covered,
      typeof intervals.feldt,
    ][]) {
      const { lower, upper } = estimated(interval);
      if (lower <= truth && truth <= upper) covered[name]++;
    }
  }
  // 300 runs at 95%: 285 expected, standard deviation 3.8; the asymptotic ones are known to fall short a little.
  for (const count of Object.values(covered)) {
    expect(count).toBeGreaterThan(262);
    expect(count).toBeLessThan(300);
  }
});

test('resamples do not depend on how they are divided among threads', () => {
  const whole = resampledAlphas(items, 11, 0, 40);
  const parts = [...resampledAlphas(items, 11, 0, 15), ...resampledAlphas(items, 11, 15, 25)];
  expect([...whole]).toEqual(parts);
  expect([...resampledAlphas(items, 12, 0, 40)]).not.toEqual([...whole]);
});

test('the bootstrap error comes near the distribution-free one, and the same seed gives the same interval', () => {
  const boot = estimated(alphaIntervalBootstrap(items, { seed: 3 }));
  const adf = estimated(alphaIntervalAdf(items));
  expect(Math.abs(boot.standardError / adf.standardError - 1)).toBeLessThan(0.12);
  expect(estimated(alphaIntervalBootstrap(items, { seed: 3 }))).toEqual(boot);
  expect(boot.resamples).toBe(2000);
});

test('a wider level contains a narrower one', () => {
  const wide = estimated(alphaIntervalFeldt(0.8, 5, 60, 0.99));
  const narrow = estimated(alphaIntervalFeldt(0.8, 5, 60, 0.8));
  expect(wide.lower).toBeLessThan(narrow.lower);
  expect(wide.upper).toBeGreaterThan(narrow.upper);
});

test('too few cases, an alpha of one, and impossible arguments', () => {
  expect(alphaIntervalFeldt(0.5, 3, 1)).toMatchObject({ notEstimable: 'too-few-cases' });
  expect(alphaIntervalBonett(0.5, 3, 2)).toMatchObject({ notEstimable: 'too-few-cases' });
  expect(alphaIntervalBonett(1, 3, 20)).toMatchObject({ notEstimable: 'outside-range' });
  expect(alphaIntervalAdf(selectColumns(items, [0]))).toMatchObject({ notEstimable: 'too-few-items' });
  expect(() => alphaIntervalFeldt(0.5, 1, 20)).toThrow(RangeError);
  expect(() => alphaIntervalFeldt(0.5, 3, 20, 95)).toThrow(RangeError);
  expect(() => alphaIntervalBootstrap(items, { seed: 1, resamples: 10 })).toThrow(RangeError);
});
