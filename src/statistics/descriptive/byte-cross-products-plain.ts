import { createMatrix, type Matrix } from '../matrix.ts';
import type { ByteColumn, CrossProducts } from './byte-cross-products.ts';

const BLOCK_ROWS = 1024;
// A double holds integers up to 2^53. The products of a block sum to 1024 × 255² < 2^26 at most, so one double holds
// two such sums, the second 2^27 times as large, and one multiplication serves two pairs of columns.
const SHIFT = 2 ** 27;

/** byteCrossProducts by plain loops. */
export function plainCrossProducts(columns: readonly ByteColumn[]): CrossProducts {
  const n = columns[0].length;
  const p = columns.length;
  // To a multiple of four: a tile is two couples of columns by two columns, and what is beyond p stays 0.
  const couples = 2 * Math.ceil(p / 4);
  const sums = new Float64Array(p);
  const single = Array.from({ length: 2 * couples }, () => new Float64Array(BLOCK_ROWS));
  const packed = Array.from({ length: couples }, () => new Float64Array(BLOCK_ROWS));
  const products = createMatrix(2 * couples, 2 * couples);
  for (let start = 0; start < n; start += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, n - start);
    for (let j = 0; j < p; j++) sums[j] += widen(columns[j], start, rows, single[j]);
    for (let a = 0; a < couples; a++) pack(single[2 * a], single[2 * a + 1], rows, packed[a]);
    for (let a = 0; a < couples; a += 2)
      for (let k = 0; k < 2 * a + 4; k += 2) addTile(products, packed, a, single, k, rows);
  }
  const result = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) {
      result.data[j * p + k] = products.data[j * products.rows + k];
      result.data[k * p + j] = result.data[j * p + k];
    }
  return { n, sums, products: result };
}

function widen(column: ByteColumn, start: number, rows: number, target: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const value = column[start + i];
    target[i] = value;
    sum += value;
  }
  return sum;
}

function pack(first: Float64Array, second: Float64Array, rows: number, target: Float64Array): void {
  for (let i = 0; i < rows; i++) target[i] = first[i] + second[i] * SHIFT;
}

// Columns 2a … 2a + 3 by columns k and k + 1.
function addTile(
  products: Matrix,
  packed: readonly Float64Array[],
  a: number,
  single: readonly Float64Array[],
  k: number,
  rows: number,
): void {
  const x0 = packed[a];
  const x1 = packed[a + 1];
  const y0 = single[k];
  const y1 = single[k + 1];
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let i = 0; i < rows; i++) {
    const v0 = y0[i];
    const v1 = y1[i];
    s00 += x0[i] * v0;
    s01 += x0[i] * v1;
    s10 += x1[i] * v0;
    s11 += x1[i] * v1;
  }
  addCouple(products, 2 * a, k, s00);
  addCouple(products, 2 * a, k + 1, s01);
  addCouple(products, 2 * a + 2, k, s10);
  addCouple(products, 2 * a + 2, k + 1, s11);
}

// The sum of the first column is what is nearer to zero than half the shift.
function addCouple({ rows, data }: Matrix, j: number, k: number, sum: number): void {
  const second = Math.round(sum / SHIFT);
  data[j * rows + k] += sum - second * SHIFT;
  data[(j + 1) * rows + k] += second;
}
