import type { ExpectedSign } from '../domain/study.ts';
import type { Interval } from '../statistics/interval.ts';

/** What the answers say of an expected relation. None of these means proved, and none says which way a cause runs. */
export type Verdict = 'consistent' | 'not-consistent' | 'undecided';

/**
 * consistent: the whole interval lies on the expected side of 0. not-consistent: on the other side. undecided: it includes 0,
 * or there is none. Where the theory names a relation without a sign ('?'), either side is consistent.
 */
export function verdictOf(sign: ExpectedSign, interval: Interval | null): Verdict {
  if (interval === null || (interval.lower <= 0 && interval.upper >= 0)) return 'undecided';
  if (sign === '?') return 'consistent';
  return interval.lower > 0 === (sign === '+') ? 'consistent' : 'not-consistent';
}
