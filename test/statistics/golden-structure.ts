import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Matrix, matrixFromColumns } from '../../src/statistics/matrix.ts';
import { type Estimate, isNotEstimable } from '../../src/statistics/not-estimable.ts';

/** The golden file of a topic, made by test/fixtures/r/<topic>.R. */
export function golden<T>(topic: string): T {
  return JSON.parse(
    readFileSync(new URL(`../fixtures/r/${topic}.json`, import.meta.url), 'utf8'),
    (_key, value) => (value === 'NA' ? Number.NaN : value),
  ) as T;
}

/** A matrix from R: an array of columns. */
export function fromColumns(columns: readonly (readonly number[])[]): Matrix {
  return matrixFromColumns(columns);
}

/** The value, or a failed test that says why there is none. */
export function estimated<T>(value: Estimate<T>): T {
  if (isNotEstimable(value)) throw new Error(`not estimable: ${value.notEstimable}`);
  return value as T;
}

/** Every number within tolerance, relative to the larger of 1 and the expected number. */
export function expectClose(
  actual: ArrayLike<number> | number,
  expected: ArrayLike<number> | number,
  tolerance: number,
): void {
  const a = typeof actual === 'number' ? [actual] : Array.from(actual);
  const e = typeof expected === 'number' ? [expected] : Array.from(expected);
  expect(a.length).toBe(e.length);
  const off = a.flatMap((value, i) => {
    const wanted = e[i] ?? Number.NaN;
    return Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted))
      ? []
      : [{ i, value, wanted }];
  });
  expect(off).toEqual([]);
}
