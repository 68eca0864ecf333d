import { columnOf, type Matrix } from '../matrix.ts';
import { type CaseCounts, casesByMissing } from './complete-rows.ts';

/**
 * The rows without NaN as columns of bytes, when every value is a whole number from -128 to 127, as answers on a scale
 * are; undefined when one is not. One pass, which ends at the first number that does not fit.
 */
export function completeBytes(values: Matrix): { columns: Int8Array[]; counts: CaseCounts } | undefined {
  const { rows: n, cols: p } = values;
  const missing = new Int32Array(n);
  const columns: Int8Array[] = [];
  for (let j = 0; j < p; j++) {
    const from = columnOf(values, j);
    const to = new Int8Array(n);
    for (let i = 0; i < n; i++) {
      const value = from[i];
      to[i] = value;
      if (to[i] === value) continue;
      if (!Number.isNaN(value)) return undefined;
      missing[i]++;
    }
    columns.push(to);
  }
  const { rows, counts } = casesByMissing(missing, p);
  if (counts.complete === n) return { columns, counts };
  return { columns: columns.map((column) => selected(column, rows)), counts };
}

function selected(column: Int8Array, rows: Int32Array): Int8Array {
  const result = new Int8Array(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = column[rows[i]];
  return result;
}
