import { columnOf, createMatrix, type Matrix } from '../matrix.ts';

/** One item as small integers: the rank of each answer's value among the values used, or `missing`. */
export interface OrdinalCodes {
  /** The values used, ascending; codes point into it. */
  readonly values: readonly number[];
  readonly codes: Uint8Array;
  /** The code of a missing answer: one past the last value. */
  readonly missing: number;
}

/** Most categories of one ordinal variable: what a byte holds beside the code of a missing answer. */
export const MAX_ORDINAL_CATEGORIES = 254;

/**
 * Each column as codes. Values may be any finite numbers: only their order matters. NaN is missing.
 * throws     RangeError: ordinalCodes requires finite answers / at most 254 categories in a column
 */
export function ordinalCodes(items: Matrix): OrdinalCodes[] {
  return Array.from({ length: items.cols }, (_, j) => {
    const column = columnOf(items, j);
    const codeOf = new Map<number, number>();
    for (const value of column) {
      if (Number.isNaN(value) || codeOf.has(value)) continue;
      if (!Number.isFinite(value)) throw new RangeError('ordinalCodes requires finite answers');
      codeOf.set(value, 0);
      if (codeOf.size > MAX_ORDINAL_CATEGORIES)
        throw new RangeError('ordinalCodes requires at most 254 categories in a column');
    }
    const values = [...codeOf.keys()].sort((x, y) => x - y);
    values.forEach((value, code) => {
      codeOf.set(value, code);
    });
    const codes = new Uint8Array(items.rows);
    for (let i = 0; i < items.rows; i++) codes[i] = codeOf.get(column[i]) ?? values.length;
    return { values, codes, missing: values.length };
  });
}

/** Counts of the answer pairs of two items, rows by the first; cases missing either answer are left out. */
export function ordinalCrossTable(first: OrdinalCodes, second: OrdinalCodes): Matrix {
  const rows = first.missing;
  const columns = second.missing;
  // The missing code has a row and a column of its own, so the loop over cases needs no branch.
  const counts = new Int32Array((rows + 1) * (columns + 1));
  const a = first.codes;
  const b = second.codes;
  const stride = rows + 1;
  for (let i = 0; i < a.length; i++) counts[b[i] * stride + a[i]]++;
  const table = createMatrix(rows, columns);
  for (let j = 0; j < columns; j++)
    for (let i = 0; i < rows; i++) table.data[j * rows + i] = counts[j * stride + i];
  return table;
}
