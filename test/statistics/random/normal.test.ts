import { expect, test } from 'vitest';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';

test('normal numbers have the moments and tail shares of the standard normal distribution', () => {
  const n = 200_000;
  const sample = normalSampler(xoshiro128(20261123));
  const sums = [0, 0, 0, 0];
  let beyond = 0;
  for (let i = 0; i < n; i++) {
    const z = sample();
    for (let k = 0; k < 4; k++) sums[k]! += z ** (k + 1);
    if (Math.abs(z) > 1.959963984540054) beyond++;
  }
  // Five standard errors of each moment; the variances of z, z², z³, z⁴ are 1, 2, 15, 96.
  const expected = [0, 1, 0, 3];
  const variances = [1, 2, 15, 96];
  for (let k = 0; k < 4; k++)
    expect(Math.abs(sums[k]! / n - expected[k]!)).toBeLessThan(5 * Math.sqrt(variances[k]! / n));
  expect(Math.abs(beyond / n - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / n));
});

test('the same stream gives the same normal numbers', () => {
  const draw = () => {
    const sample = normalSampler(xoshiro128(5, 9));
    return Array.from({ length: 7 }, () => sample());
  };
  expect(draw()).toEqual(draw());
});
