import { type Matrix, matrixFromColumns } from '../../src/statistics/matrix.ts';
import { normalSampler } from '../../src/statistics/random/normal.ts';
import type { RandomSource } from '../../src/statistics/random/random-source.ts';
import { xoshiro128 } from '../../src/statistics/random/xoshiro128.ts';

/** People's answers to blocks of items, each block one factor; factors correlate by 0.3. NaN where nobody answered. */
export function likertData(
  seed: number,
  people: number,
  blocks: readonly number[],
  options: { readonly points: number; readonly missing: number },
): Matrix {
  const random = xoshiro128(seed);
  const normal = normalSampler(random);
  const columns = blocks.flatMap((items) => Array.from({ length: items }, () => new Float64Array(people)));
  for (let i = 0; i < people; i++) {
    const common = normal();
    let column = 0;
    for (const items of blocks) {
      const factor = Math.sqrt(0.3) * common + Math.sqrt(0.7) * normal();
      for (let item = 0; item < items; item++) {
        const loading = 0.5 + 0.08 * item;
        const response = loading * factor + Math.sqrt(1 - loading * loading) * normal();
        const code = likertCode(response + 0.15 * item, options.points);
        columns[column++]![i] = random.next() < options.missing ? Number.NaN : code;
      }
    }
  }
  return matrixFromColumns(columns);
}

/** Columns of answers 1 … 5 that hang together a little, a byte each. */
export function byteData(seed: number, people: number, items: number): Int8Array[] {
  const random: RandomSource = xoshiro128(seed);
  const columns = Array.from({ length: items }, () => new Int8Array(people));
  for (let i = 0; i < people; i++) {
    const shift = random.next() * 2;
    for (const column of columns) column[i] = 1 + Math.min(4, Math.floor(random.next() * 4 + shift));
  }
  return columns;
}

/** As a file of R's read.csv. */
export function csvOf(matrix: Matrix): string {
  const names = Array.from({ length: matrix.cols }, (_, j) => `x${j + 1}`);
  const rows = Array.from({ length: matrix.rows }, (_, i) =>
    names.map((_, j) => {
      const value = matrix.data[j * matrix.rows + i]!;
      return Number.isNaN(value) ? 'NA' : value;
    }),
  );
  return `${[names, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

// Equal steps of the latent response from -1.5 to 1.5.
function likertCode(response: number, points: number): number {
  const step = 3 / (points - 2);
  return Math.max(1, Math.min(points, Math.ceil((response + 1.5) / step) + 1));
}
