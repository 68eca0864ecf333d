import { expect, test } from 'vitest';
import { nextBelow } from '../../../src/statistics/random/random-source.ts';
import { Xoshiro128, xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';

test('gives the numbers of the published recurrence for the state 1, 2, 3, 4', () => {
  // Computed in exact integers (Python) from the recurrence in Blackman & Vigna (2021).
  const generator = new Xoshiro128([1, 2, 3, 4]);
  const words = Array.from({ length: 6 }, () => generator.nextUint32());
  expect(words).toEqual([641, 1573767, 3222811527, 3517856514, 836907274, 4247214768]);
});

test('gives the same numbers for the same seed and stream, and others for another stream or seed', () => {
  const first = (seed: number, stream?: number) => {
    const random = xoshiro128(seed, stream);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(first(7, 3)).toEqual(first(7, 3));
  expect(first(7)).toEqual(first(7, 0));
  expect(first(7, 3)).not.toEqual(first(7, 4));
  expect(first(7, 3)).not.toEqual(first(8, 3));
  expect(first(2 ** 32)).not.toEqual(first(0));
});

test('streams of one seed are uncorrelated and uniform', () => {
  const n = 40_000;
  const a = xoshiro128(1, 0);
  const b = xoshiro128(1, 1);
  let sum = 0;
  let product = 0;
  const cells = new Array<number>(16).fill(0);
  for (let i = 0; i < n; i++) {
    const x = a.next();
    const y = b.next();
    sum += x;
    product += (x - 0.5) * (y - 0.5);
    cells[Math.floor(x * 4) * 4 + Math.floor(y * 4)]! += 1;
  }
  expect(Math.abs(sum / n - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n));
  expect(Math.abs((product / n) * 12)).toBeLessThan(5 / Math.sqrt(n));
  const chiSquare = cells.reduce((total, cell) => total + (cell - n / 16) ** 2 / (n / 16), 0);
  expect(chiSquare).toBeLessThan(37.7); // upper 0.001 point at 15 df
});

test('stays in [0, 1) and nextBelow reaches every integer below the bound and no other', () => {
  const random = xoshiro128(42);
  const seen = new Set<number>();
  for (let i = 0; i < 2_000; i++) {
    const u = random.next();
    expect(u >= 0 && u < 1).toBe(true);
    seen.add(nextBelow(random, 7));
  }
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('refuses seeds, streams, bounds and states that are impossible', () => {
  expect(() => xoshiro128(-1)).toThrow(RangeError);
  expect(() => xoshiro128(1.5)).toThrow(RangeError);
  expect(() => xoshiro128(1, 2 ** 32)).toThrow(RangeError);
  expect(() => new Xoshiro128([0, 0, 0, 0])).toThrow(RangeError);
  expect(() => nextBelow(xoshiro128(1), 0)).toThrow(RangeError);
});
