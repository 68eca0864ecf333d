import { createMatrix, type Matrix } from '../matrix.ts';

export interface CodeTable {
  /** The codes that occur, ascending. */
  readonly codes: Float64Array;
  /** counts of (first coder's code, second coder's code), by positions in codes. */
  readonly counts: Matrix;
  /** Units both coded. */
  readonly n: number;
}

/** Cross-table of two coders over the codes either used; a unit with NaN on a side is left out. */
export function codeTable(first: ArrayLike<number>, second: ArrayLike<number>): CodeTable {
  const both: [number, number][] = [];
  for (let i = 0; i < first.length; i++)
    if (!Number.isNaN(first[i]) && !Number.isNaN(second[i])) both.push([first[i], second[i]]);
  const codes = distinctCodes(both.flat());
  const at = codePositions(codes);
  const counts = createMatrix(codes.length, codes.length);
  for (const [a, b] of both) counts.data[(at.get(b) ?? 0) * codes.length + (at.get(a) ?? 0)]++;
  return { codes, counts, n: both.length };
}

/** The values that are not NaN, each once, ascending. */
export function distinctCodes(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(new Set(Array.from(values).filter((value) => !Number.isNaN(value)))).sort();
}

/** From a code to its position. */
export function codePositions(codes: Float64Array): Map<number, number> {
  return new Map(Array.from(codes, (code, position) => [code, position]));
}
