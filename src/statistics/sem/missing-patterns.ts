import type { Matrix } from '../matrix.ts';
import type { MissingPattern } from './normal-discrepancy.ts';

/** A missing pattern with the rows it stands for. */
export interface PatternRows extends MissingPattern {
  readonly rows: Int32Array;
}

/**
 * Rows gathered by which columns they have, with means and covariances (divisor n) of each such set.
 * values   NaN where missing
 * rows     which rows to take; rows without any value are passed over
 * returns  patterns, the most complete first
 */
export function missingPatterns(values: Matrix, rows: Int32Array): PatternRows[] {
  const members: number[][] = [];
  const ids = patternIds(values, rows);
  rows.forEach((row, i) => {
    const id = ids[i];
    if (members[id] === undefined) members[id] = [row];
    else members[id].push(row);
  });
  const patterns: PatternRows[] = [];
  for (const list of members) {
    const present: number[] = [];
    for (let j = 0; j < values.cols; j++)
      if (!Number.isNaN(values.data[j * values.rows + list[0]])) present.push(j);
    if (present.length > 0) patterns.push(patternOf(values, Int32Array.from(list), Int32Array.from(present)));
  }
  return patterns.sort((a, b) => b.present.length - a.present.length || b.n - a.n);
}

const CHUNK = 24;

/** A number 0, 1, … for each row, equal where the same columns are missing. Runs down the columns, as they are stored. */
function patternIds(values: Matrix, rows: Int32Array): Int32Array {
  const ids = new Int32Array(rows.length);
  for (let from = 0; from < values.cols; from += CHUNK) {
    const marks = new Int32Array(rows.length);
    for (let j = from; j < Math.min(from + CHUNK, values.cols); j++) {
      const column = values.data.subarray(j * values.rows, (j + 1) * values.rows);
      for (let i = 0; i < rows.length; i++) marks[i] = 2 * marks[i] + (Number.isNaN(column[rows[i]]) ? 1 : 0);
    }
    const known = new Map<number, number>();
    for (let i = 0; i < rows.length; i++) {
      const key = ids[i] * 2 ** CHUNK + marks[i];
      let id = known.get(key);
      if (id === undefined) {
        id = known.size;
        known.set(key, id);
      }
      ids[i] = id;
    }
  }
  return ids;
}

function patternOf(values: Matrix, rows: Int32Array, present: Int32Array): PatternRows {
  const n = rows.length;
  const q = present.length;
  const means = new Float64Array(q);
  const centered = new Float64Array(n * q);
  present.forEach((variable, k) => {
    const from = variable * values.rows;
    let sum = 0;
    for (const row of rows) sum += values.data[from + row];
    means[k] = sum / n;
    for (let i = 0; i < n; i++) centered[k * n + i] = values.data[from + rows[i]] - means[k];
  });
  const covariance = new Float64Array(q * q);
  for (let j = 0; j < q; j++)
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += centered[j * n + i] * centered[k * n + i];
      covariance[j * q + k] = sum / n;
      covariance[k * q + j] = sum / n;
    }
  return { n, present, means, covariance, rows };
}
