import { columnOf, type Matrix } from '../matrix.ts';
import { type CaseCounts, casesByMissing } from './complete-rows.ts';

/**
 * Columns of bytes, when every value is a whole number from -128 to 127 or NaN, as answers on a scale are; undefined when
 * one is not. A row with NaN is zeros in all columns: it adds nothing to sums and products, and nothing has to move;
 * counts.complete is the number of the other rows. One pass, which ends early where the first number does not fit.
 */
export function completeBytes(values: Matrix): { columns: Int8Array[]; counts: CaseCounts } | undefined {
  const { rows: n, cols: p } = values;
  const missing = new Int32Array(n);
  const columns: Int8Array[] = [];
  for (let j = 0; j < p; j++) {
    const from = columnOf(values, j);
    const to = new Int8Array(n);
    let places = 0;
    for (let i = 0; i < n; i++) {
      const value = from[i];
      const whole = value | 0;
      to[i] = whole;
      places |= whole + 128;
      if (whole === value) continue;
      if (!Number.isNaN(value)) return undefined;
      missing[i]++;
    }
    // Bits beyond the lowest eight: a number below -128 or above 127 was among them.
    if (places & ~255) return undefined;
    columns.push(to);
  }
  for (let i = 0; i < n; i++) if (missing[i] > 0) for (let j = 0; j < p; j++) columns[j][i] = 0;
  return { columns, counts: casesByMissing(missing, p).counts };
}
