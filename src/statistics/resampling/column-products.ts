import { createMatrix, type Matrix } from '../matrix.ts';

/** X'X of complete columns. Two by two columns at a time, so that each number read serves two products. */
export function columnProducts(columns: Matrix): Matrix {
  const { rows: n, cols: p, data } = columns;
  const result = createMatrix(p, p);
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
      setBoth(result, a, b, s00);
      if (b + 1 < p) setBoth(result, a, b + 1, s01);
      if (a + 1 < p) setBoth(result, a + 1, b, s10);
      if (a + 1 < p && b + 1 < p) setBoth(result, a + 1, b + 1, s11);
    }
  }
  return result;
}

function setBoth(matrix: Matrix, i: number, j: number, value: number): void {
  matrix.data[j * matrix.rows + i] = value;
  matrix.data[i * matrix.rows + j] = value;
}
