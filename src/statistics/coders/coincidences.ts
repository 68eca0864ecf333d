import type { Matrix } from '../matrix.ts';
import { codePositions, distinctCodes } from './code-table.ts';

/** How a unit's codes pair up: each pair (c, k) of two coders' codes counts 1 / (m - 1), m coders having coded it. */
export interface UnitCoincidences {
  /** Flat positions c · codes + k of the pairs that occur. */
  readonly cells: Int32Array;
  readonly weights: Float64Array;
}

export interface Coincidences {
  /** Codes that occur in units coded by two or more, ascending. */
  readonly codes: Float64Array;
  readonly units: readonly UnitCoincidences[];
  /** Codings in those units. */
  readonly pairable: number;
  /** Units coded by one coder only: they cannot agree or disagree. */
  readonly unitsLeftOut: number;
}

/** Pairs of codes within each unit; ratings are units × coders, NaN where a coder gave none. */
export function coincidences(ratings: Matrix): Coincidences {
  const { rows, cols, data } = ratings;
  const given: number[][] = [];
  let unitsLeftOut = 0;
  for (let i = 0; i < rows; i++) {
    const codes: number[] = [];
    for (let j = 0; j < cols; j++) if (!Number.isNaN(data[j * rows + i])) codes.push(data[j * rows + i]);
    if (codes.length >= 2) given.push(codes);
    else if (codes.length === 1) unitsLeftOut++;
  }
  const codes = distinctCodes(given.flat());
  const at = codePositions(codes);
  const k = codes.length;
  const units = given.map((unit) => {
    const sums = new Map<number, number>();
    unit.forEach((first, i) => {
      unit.forEach((second, j) => {
        if (i === j) return;
        const cell = (at.get(first) ?? 0) * k + (at.get(second) ?? 0);
        sums.set(cell, (sums.get(cell) ?? 0) + 1 / (unit.length - 1));
      });
    });
    return { cells: Int32Array.from(sums.keys()), weights: Float64Array.from(sums.values()) };
  });
  return { codes, units, pairable: given.flat().length, unitsLeftOut };
}
