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
  const { rows: n, cols, data } = values;
  const answered = new Int32Array(n);
  for (let j = 0; j < cols; j++) {
    const from = j * n;
    for (let i = 0; i < n; i++) {
      if (!Number.isNaN(data[from + i])) answered[i]++;
    }
  }
  let complete = 0;
  let empty = 0;
  for (let i = 0; i < n; i++) {
    if (answered[i] === cols) complete++;
    else if (answered[i] === 0) empty++;
  }
  const rows = new Int32Array(complete);
  let at = 0;
  for (let i = 0; i < n; i++) if (answered[i] === cols) rows[at++] = i;
  return { rows, counts: { total: n, complete, partial: n - complete - empty, empty } };
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
