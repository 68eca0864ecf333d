import type { Matrix } from '../matrix.ts';

export interface NonEmptyTable {
  readonly rows: number;
  readonly columns: number;
  readonly total: number;
  /** Row-major, rows × columns. */
  readonly counts: Float64Array;
  readonly rowCounts: Float64Array;
  readonly columnCounts: Float64Array;
}

/** A cross-table without the categories that nobody used, row-major, with its margins. */
export function nonEmptyTable(table: Matrix): NonEmptyTable {
  const rowSums = new Float64Array(table.rows);
  const columnSums = new Float64Array(table.cols);
  for (let j = 0; j < table.cols; j++)
    for (let i = 0; i < table.rows; i++) {
      const count = table.data[j * table.rows + i];
      if (!(count >= 0 && count < Number.POSITIVE_INFINITY))
        throw new RangeError('polychoric requires counts that are finite and not negative');
      rowSums[i] += count;
      columnSums[j] += count;
    }
  const rows = [...rowSums.keys()].filter((i) => rowSums[i] > 0);
  const columns = [...columnSums.keys()].filter((j) => columnSums[j] > 0);
  const counts = new Float64Array(rows.length * columns.length);
  rows.forEach((i, r) => {
    columns.forEach((j, c) => {
      counts[r * columns.length + c] = table.data[j * table.rows + i];
    });
  });
  return {
    rows: rows.length,
    columns: columns.length,
    total: rowSums.reduce((sum, count) => sum + count, 0),
    counts,
    rowCounts: Float64Array.from(rows, (i) => rowSums[i]),
    columnCounts: Float64Array.from(columns, (j) => columnSums[j]),
  };
}

/** Pearson correlation of the category numbers: where the search for rho starts. Row-major counts, both items vary. */
export function polychoricStart(counts: ArrayLike<number>, rows: number, columns: number): number {
  let n = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const count = counts[i * columns + j];
      n += count;
      x += count * i;
      y += count * j;
      xx += count * i * i;
      yy += count * j * j;
      xy += count * i * j;
    }
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}
