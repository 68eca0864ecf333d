import { createMatrix, type Matrix } from '../matrix.ts';

export interface CrossTable {
  /** Values of the rows and of the columns that occur together with the other variable, ascending. */
  readonly rowCodes: Float64Array;
  readonly colCodes: Float64Array;
  readonly counts: Matrix;
  /** Cases that have both. */
  readonly n: number;
}

/**
 * How often each pair of codes of two variables occurs.
 *
 * rows, cols  a code per case, equally long; a case with NaN on a side is left out
 * throws    RangeError: crossTable requires two variables of equal length
 */
export function crossTable(rows: ArrayLike<number>, cols: ArrayLike<number>): CrossTable {
  if (rows.length !== cols.length) throw new RangeError('crossTable requires two variables of equal length');
  const cases = Array.from(rows, (_, i) => i).filter((i) => !Number.isNaN(rows[i]) && !Number.isNaN(cols[i]));
  const rowCodes = Float64Array.from(new Set(cases.map((i) => rows[i]))).sort();
  const colCodes = Float64Array.from(new Set(cases.map((i) => cols[i]))).sort();
  const counts = createMatrix(rowCodes.length, colCodes.length);
  for (const i of cases)
    counts.data[colCodes.indexOf(cols[i]) * rowCodes.length + rowCodes.indexOf(rows[i])]++;
  return { rowCodes, colCodes, counts, n: cases.length };
}
