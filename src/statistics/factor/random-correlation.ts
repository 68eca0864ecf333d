import { createMatrix, type Matrix } from '../matrix.ts';
import { normalSampler } from '../random/normal.ts';
import type { RandomSource } from '../random/random-source.ts';

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
  const { rows: n, cols: p, data } = unit;
  const result = createMatrix(p, p);
  // Two by two columns at a time: each number read serves two products.
  for (let a = 0; a < p; a += 2) {
    const x0 = data.subarray(a * n, (a + 1) * n);
    const x1 = a + 1 < p ? data.subarray((a + 1) * n, (a + 2) * n) : x0;
    for (let b = 0; b <= a; b += 2) {
      const y0 = data.subarray(b * n, (b + 1) * n);
      const y1 = b + 1 < p ? data.subarray((b + 1) * n, (b + 2) * n) : y0;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let i = 0; i < n; i++) {
        s00 += x0[i] * y0[i];
        s01 += x0[i] * y1[i];
        s10 += x1[i] * y0[i];
        s11 += x1[i] * y1[i];
      }
      set(result, a, b, s00);
      if (b + 1 < p) set(result, a, b + 1, s01);
      if (a + 1 < p) set(result, a + 1, b, s10);
      if (a + 1 < p && b + 1 < p) set(result, a + 1, b + 1, s11);
    }
  }
  for (let j = 0; j < p; j++) result.data[j * p + j] = 1;
  return result;
}

/** Correlations of n × p independent standard normal numbers. */
export function normalCorrelation(n: number, p: number, random: RandomSource): Matrix {
  const normal = normalSampler(random);
  const sample = createMatrix(n, p);
  for (let at = 0; at < n * p; at++) sample.data[at] = normal();
  return correlationOfUnitColumns(unitColumns(sample));
}

/** Correlations after each unit column but the first was shuffled by itself: only the relations between them matter. */
export function permutedCorrelation(unit: Matrix, random: RandomSource, work: Matrix): Matrix {
  const n = unit.rows;
  work.data.set(unit.data);
  for (let j = 1; j < unit.cols; j++) shuffle(work.data.subarray(j * n, (j + 1) * n), random);
  return correlationOfUnitColumns(work);
}

// Fisher–Yates; one 53-bit uniform serves two exchanges, because n (n - 1) is far below 2^53: the whole part of u i is
// the first place, and what is left of it is uniform again.
function shuffle(column: Float64Array, random: RandomSource): void {
  let i = column.length - 1;
  for (; i >= 1; i--) {
    const scaled = random.next() * (i + 1);
    const first = Math.floor(scaled);
    exchange(column, i, first);
    if (--i < 1) break;
    exchange(column, i, Math.floor((scaled - first) * (i + 1)));
  }
}

function exchange(column: Float64Array, i: number, j: number): void {
  const value = column[i];
  column[i] = column[j];
  column[j] = value;
}

function set(matrix: Matrix, i: number, j: number, value: number): void {
  matrix.data[j * matrix.rows + i] = value;
  matrix.data[i * matrix.rows + j] = value;
}
