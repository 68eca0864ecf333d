import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface GroupMoments {
  readonly n: number;
  readonly mean: number;
  /** Divisor n - 1. */
  readonly variance: number;
}

/**
 * n, mean and variance of each group, NaN left out.
 *
 * returns   NotEstimable 'too-few-groups' (fewer than two), 'too-few-cases' (a group below `needed`), with its number
 */
export function groupMoments(groups: readonly ArrayLike<number>[], needed = 2): Estimate<GroupMoments[]> {
  if (groups.length < 2) return notEstimable('too-few-groups', { groups: groups.length, needed: 2 });
  const result: GroupMoments[] = [];
  for (const [group, values] of groups.entries()) {
    const kept = answered(values);
    const n = kept.length;
    if (n < needed) return notEstimable('too-few-cases', { group, n, needed });
    const mean = kept.reduce((sum, value) => sum + value, 0) / n;
    const squares = kept.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    // A constant group may keep rounding of its mean as variance.
    const isConstant = kept.every((value) => value === kept[0]);
    result.push({ n, mean, variance: isConstant || n < 2 ? 0 : squares / (n - 1) });
  }
  return result;
}

/** The values that are not NaN. */
export function answered(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter((value) => !Number.isNaN(value));
}
