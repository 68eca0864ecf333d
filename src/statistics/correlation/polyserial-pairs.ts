import { matrixFromColumns } from '../matrix.ts';
import { ordinalCodes } from './polychoric-codes.ts';

export interface StandardizedPairs {
  readonly n: number;
  /** The continuous variable with mean 0 and variance 1 (divisor n), where sd > 0. */
  readonly z: Float64Array;
  readonly codes: Uint8Array;
  /** Cases per category; every category was used. */
  readonly counts: Float64Array;
  readonly sd: number;
}

/** The cases that have both variables, standardized and coded. */
export function standardizedPairs(
  continuous: ArrayLike<number>,
  ordinal: ArrayLike<number>,
): StandardizedPairs {
  const rows: number[] = [];
  for (let i = 0; i < continuous.length; i++)
    if (!Number.isNaN(continuous[i]) && !Number.isNaN(ordinal[i])) rows.push(i);
  const n = rows.length;
  const z = Float64Array.from(rows, (i) => continuous[i]);
  const mean = z.reduce((sum, value) => sum + value, 0) / Math.max(n, 1);
  const sd = Math.sqrt(z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(n, 1));
  for (let i = 0; i < n; i++) z[i] = (z[i] - mean) / sd;
  const [coded] = ordinalCodes(matrixFromColumns([rows.map((i) => ordinal[i])]));
  const counts = new Float64Array(coded.values.length);
  for (const code of coded.codes) counts[code]++;
  return { n, z, codes: coded.codes, counts, sd };
}
