import { differenceOfProducts } from '../descriptive/byte-covariance.ts';
import { byteCrossProducts } from '../descriptive/byte-cross-products.ts';
import { completeBytes } from '../descriptive/complete-bytes.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { normalSampler } from '../random/normal.ts';
import type { RandomSource } from '../random/random-source.ts';
import { columnProducts } from '../resampling/column-products.ts';

/** Columns with mean 0 and sum of squares 1, so that a correlation is a plain sum of products. Constant columns stay 0. */
export function unitColumns(items: Matrix): Matrix {
  const { rows: n, cols: p } = items;
  const result = createMatrix(n, p);
  for (let j = 0; j < p; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += items.data[j * n + i];
    mean /= n;
    let square = 0;
    for (let i = 0; i < n; i++) square += (items.data[j * n + i] - mean) ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < n; i++) result.data[j * n + i] = (items.data[j * n + i] - mean) * scale;
  }
  return result;
}

/** Correlations of unit columns, each entry a sum of products; ones on the diagonal. */
export function correlationOfUnitColumns(unit: Matrix): Matrix {
  const result = columnProducts(unit);
  for (let j = 0; j < unit.cols; j++) result.data[j * unit.cols + j] = 1;
  return result;
}

/** Correlations of n × p independent standard normal numbers. */
export function normalCorrelation(n: number, p: number, random: RandomSource): Matrix {
  const normal = normalSampler(random);
  const sample = createMatrix(n, p);
  for (let at = 0; at < n * p; at++) sample.data[at] = normal();
  return correlationOfUnitColumns(unitColumns(sample));
}

/**
 * Makes correlations of the items after each column but the first was shuffled by itself: only the relations between
 * them matter. Answers that fit into bytes are shuffled and summed as such.
 *
 * items     complete, no column constant, at least two rows
 */
export function permutedCorrelations(items: Matrix): (random: RandomSource) => Matrix {
  const bytes = completeBytes(items)?.columns;
  if (bytes) return permutedByteCorrelations(bytes);
  const unit = unitColumns(items);
  const work = createMatrix(unit.rows, unit.cols);
  return (random) => {
    work.data.set(unit.data);
    for (let j = 1; j < unit.cols; j++) shuffle(columnOf(work, j), random);
    return correlationOfUnitColumns(work);
  };
}

function permutedByteCorrelations(columns: readonly Int8Array[]): (random: RandomSource) => Matrix {
  const work = columns.map((column) => column.slice());
  return (random) => {
    for (let j = 1; j < columns.length; j++) {
      work[j].set(columns[j]);
      shuffle(work[j], random);
    }
    const { n, sums, products } = byteCrossProducts(work);
    const p = columns.length;
    const result = createMatrix(p, p);
    const product = (j: number, k: number) =>
      differenceOfProducts(n, products.data[j * p + k], sums[j], sums[k]);
    const scale = Float64Array.from({ length: p }, (_, j) => 1 / Math.sqrt(product(j, j)));
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++)
        result.data[j * p + k] = j === k ? 1 : product(j, k) * (scale[j] * scale[k]);
    return result;
  };
}

// Fisher–Yates; one 53-bit uniform serves two exchanges, because n (n - 1) is far below 2^53: the whole part of u i is
// the first place, and what is left of it is uniform again.
function shuffle(column: Float64Array | Int8Array, random: RandomSource): void {
  let i = column.length - 1;
  for (; i >= 1; i--) {
    const scaled = random.next() * (i + 1);
    const first = Math.floor(scaled);
    exchange(column, i, first);
    if (--i < 1) break;
    exchange(column, i, Math.floor((scaled - first) * (i + 1)));
  }
}

function exchange(column: Float64Array | Int8Array, i: number, j: number): void {
  const value = column[i];
  column[i] = column[j];
  column[j] = value;
}
