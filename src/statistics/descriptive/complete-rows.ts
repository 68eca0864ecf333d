import { columnOf, createMatrix, type Matrix } from '../matrix.ts';

export interface CaseCounts {
  /** Rows of the matrix. */
  readonly total: number;
  /** Rows without any missing value. */
  readonly complete: number;
  /** Rows with some values but not all: what listwise deletion throws away. */
  readonly partial: number;
  /** Rows without a single value. */
  readonly empty: number;
}

/** Numbers of the rows that have no NaN, ascending, and how many rows have which fate. */
export function completeRows(values: Matrix): { rows: Int32Array; counts: CaseCounts } {
  const { rows: n, cols } = values;
  const missing = new Int32Array(n);
  for (let j = 0; j < cols; j++) {
    const column = columnOf(values, j);
    for (let i = 0; i < n; i++) if (Number.isNaN(column[i])) missing[i]++;
  }
  return casesByMissing(missing, cols);
}

/** The same from how many of its `cols` values each row lacks. */
export function casesByMissing(missing: Int32Array, cols: number): { rows: Int32Array; counts: CaseCounts } {
  const total = missing.length;
  const rows = new Int32Array(total);
  let complete = 0;
  let empty = 0;
  for (let i = 0; i < total; i++) {
    if (missing[i] === 0) rows[complete++] = i;
    else if (missing[i] === cols) empty++;
  }
  const counts = { total, complete, partial: total - complete - empty, empty };
  return { rows: rows.slice(0, complete), counts };
}

/** The rows without NaN as a matrix; the matrix itself when there is nothing to leave out. */
export function completeCases(values: Matrix): { values: Matrix; counts: CaseCounts } {
  const { rows, counts } = completeRows(values);
  if (counts.complete === counts.total) return { values, counts };
  const result = createMatrix(counts.complete, values.cols);
  for (let j = 0; j < values.cols; j++) {
    const from = columnOf(values, j);
    const to = columnOf(result, j);
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
  }
  return { values: result, counts };
}
