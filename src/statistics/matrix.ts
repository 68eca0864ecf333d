// Missing values are NaN, and only kernels whose comment says so accept them. Column-major, because every statistic
// of a questionnaire walks down an item, and an item is then one contiguous run of memory.

/** rows × cols numbers; the value of row i in column j stands at data[j * rows + i]. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** A matrix of zeros. Throws RangeError when a size is negative or not an integer. */
export function createMatrix(rows: number, cols: number): Matrix {
  if (!Number.isInteger(rows) || !Number.isInteger(cols) || rows < 0 || cols < 0)
    throw new RangeError('createMatrix requires sizes that are integers and not negative');
  return { rows, cols, data: new Float64Array(rows * cols) };
}

/** From columns of equal length, copied. Throws RangeError when lengths differ. */
export function matrixFromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  const rows = columns.length === 0 ? 0 : columns[0].length;
  const matrix = createMatrix(rows, columns.length);
  columns.forEach((column, j) => {
    if (column.length !== rows) throw new RangeError('matrixFromColumns requires columns of equal length');
    matrix.data.set(column, j * rows);
  });
  return matrix;
}

/** Column j as a view: writing to it writes to the matrix. */
export function columnOf(matrix: Matrix, j: number): Float64Array {
  if (!(j >= 0 && j < matrix.cols)) throw new RangeError('columnOf requires a column of the matrix');
  return matrix.data.subarray(j * matrix.rows, (j + 1) * matrix.rows);
}

/** The named columns, in the order given, as a copy. */
export function selectColumns(matrix: Matrix, columns: readonly number[]): Matrix {
  return matrixFromColumns(columns.map((j) => columnOf(matrix, j)));
}

/** The named rows, in the order given, as a copy. */
export function selectRows(matrix: Matrix, rows: readonly number[]): Matrix {
  const result = createMatrix(rows.length, matrix.cols);
  for (let j = 0; j < matrix.cols; j++)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      if (!(row >= 0 && row < matrix.rows)) throw new RangeError('selectRows requires rows of the matrix');
      result.data[j * rows.length + i] = matrix.data[j * matrix.rows + row];
    }
  return result;
}
