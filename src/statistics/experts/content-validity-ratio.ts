import { binomialUpper } from '../distributions/binomial.ts';
import { requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface ContentValidityRatio {
  /** -1 (nobody says essential) … 0 (half of them) … 1 (all). */
  readonly ratio: number;
  readonly essential: number;
  readonly n: number;
  /** Exact one-sided binomial p of so many or more, were each answer a coin toss. */
  readonly p: number;
  /** Answers 'essential' the item needs, or why no number of them would do. */
  readonly needed: Estimate<number>;
  /** Whether the count reaches what is needed; never so when nothing would do. */
  readonly reachesNeeded: boolean;
}

/**
 * Lawshe's content validity ratio of one item, judged by exact binomial counts.
 * CVR = (essential - n / 2) / (n / 2)
 * Counts are compared ('8 of 9 needed') and not ratios with a printed table: rounding in Lawshe's own table turns away
 * 8 of 9 (.778 against .78) and 10 of 13, which the test accepts.
 *
 * essential  experts who called the item essential
 * n         experts who rated this item: one who left it out is not in the denominator
 * level     0.95 when left out, one-sided
 * returns   NotEstimable 'no-answers' (nobody rated it)
 * throws    RangeError: contentValidityRatio requires whole counts, essential at most n
 * source    Lawshe 1975, Pers. Psychol. 28, 563-575, doi:10.1111/j.1744-6570.1975.tb01393.x; critical counts: Ayre &
 *           Scally 2014, Meas. Eval. Couns. Dev. 47, 79-86, doi:10.1177/0748175613513808
 * checked   R pbinom, and the table of Ayre & Scally; test/fixtures/r/experts.json, 1e-9
 */
export function contentValidityRatio(
  essential: number,
  n: number,
  level = 0.95,
): Estimate<ContentValidityRatio> {
  if (!Number.isInteger(essential) || !Number.isInteger(n) || essential < 0 || essential > n)
    throw new RangeError('contentValidityRatio requires whole counts, essential at most n');
  const needed = neededEssentialCount(n, level);
  if (n === 0) return notEstimable('no-answers', { n });
  return {
    ratio: (2 * essential - n) / n,
    essential,
    n,
    p: binomialUpper(essential, n, 0.5),
    needed,
    reachesNeeded: !isNotEstimable(needed) && essential >= needed,
  };
}

/**
 * The smallest number of n experts that must say 'essential' for the one-sided binomial test of one half.
 *
 * returns   the count; NotEstimable 'too-few-cases' when not even all of them suffice (at 0.95 fewer than 5 experts),
 *           which is to be said before a panel is invited
 */
export function neededEssentialCount(n: number, level = 0.95): Estimate<number> {
  requireLevel(level, 'neededEssentialCount');
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError('neededEssentialCount requires a whole number of experts');
  const reach = 1 - level;
  // 0.5 ** n is exact, and so is the comparison for levels such as 1 - 1/32, where equality counts as reached.
  if (n === 0 || 0.5 ** n > reach * (1 + 1e-12))
    return notEstimable('too-few-cases', { n, needed: Math.ceil(-Math.log2(reach) - 1e-9) });
  let low = Math.floor(n / 2);
  let high = n;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (binomialUpper(middle, n, 0.5) <= reach * (1 + 1e-12)) high = middle;
    else low = middle;
  }
  return high;
}
