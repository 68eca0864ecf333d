import { adjustHolm } from '../correlation/adjust-p.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type WelchTTest, welchTTest } from './welch-t-test.ts';

export interface PairwiseWelch extends WelchTTest {
  readonly first: number;
  readonly second: number;
  /** Holm, over all pairs. */
  readonly adjustedP: number;
}

/**
 * All pairs of groups by Welch's t test, p values after Holm; intervals are those of each pair alone.
 *
 * returns   pairs in the order 0-1, 0-2, …, 1-2, …; NotEstimable 'too-few-groups', or the reason of the first pair
 *           that has none
 * source    Holm 1979; Welch 1947
 * checked   R pairwise.t.test(pool.sd = FALSE), test/fixtures/r/groups.json, 1e-9
 */
export function pairwiseWelch(groups: readonly ArrayLike<number>[], level = 0.95): Estimate<PairwiseWelch[]> {
  if (groups.length < 2) return notEstimable('too-few-groups', { groups: groups.length, needed: 2 });
  const pairs: (WelchTTest & { first: number; second: number })[] = [];
  for (let first = 0; first < groups.length; first++)
    for (let second = first + 1; second < groups.length; second++) {
      const test = welchTTest(groups[first], groups[second], level);
      if (isNotEstimable(test)) return { ...test, details: { ...test.details, first, second } };
      pairs.push({ ...test, first, second });
    }
  const adjusted = adjustHolm(pairs.map(({ p }) => p));
  return pairs.map((pair, i) => ({ ...pair, adjustedP: adjusted[i] }));
}
