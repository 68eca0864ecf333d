// A construct or an item by a group: what the Explore page draws and its table prints.

import { moments } from '../statistics/descriptive/moments.ts';
import type { Estimate } from '../statistics/not-estimable.ts';

export interface GroupRow {
  /** Index of the group; the caller knows its name. */
  readonly group: number;
  readonly n: number;
  /** Without a value. */
  readonly missing: number;
  readonly mean: Estimate<number>;
  readonly standardDeviation: Estimate<number>;
  /** For values that are codes of a scale: how many gave each, in the order of `codes`. */
  readonly counts: readonly number[];
}

/**
 * One row a group, in order, groups without a case included.
 *
 * values    one a case; NaN is missing
 * groups    one a case: 0 … groupCount − 1, or −1 for none
 * codes     codes to count, or none for a score
 */
export function groupReport(
  values: Float64Array,
  groups: Int16Array,
  groupCount: number,
  codes: readonly number[] = [],
): readonly GroupRow[] {
  const sizes = new Uint32Array(groupCount);
  for (const group of groups) if (group >= 0) sizes[group]! += 1;
  const parts = Array.from(sizes, (size) => new Float64Array(size));
  const at = new Uint32Array(groupCount);
  groups.forEach((group, i) => {
    if (group >= 0) parts[group]![at[group]!++] = values[i]!;
  });
  return parts.map((part, group) => {
    const { n, missing, mean, standardDeviation } = moments(part);
    const counts = codes.map((code) => part.reduce((sum, value) => sum + (value === code ? 1 : 0), 0));
    return { group, n, missing, mean, standardDeviation, counts };
  });
}
