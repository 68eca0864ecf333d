import { exactBinomialInterval } from '../distributions/binomial.ts';
import type { Interval } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type ModifiedKappa, modifiedKappa } from './modified-kappa.ts';

export interface ItemContentValidity {
  /** I-CVI, 0 … 1. */
  readonly index: number;
  readonly relevant: number;
  readonly n: number;
  /** Exact (Clopper-Pearson). Small panels are imprecise: 4 of 5 leaves 0.28 … 0.99. */
  readonly interval: Interval;
  readonly modifiedKappa: ModifiedKappa;
}

/**
 * The item content validity index: the share of experts who call the item relevant (3 or 4 of a 4-point scale).
 * I-CVI = relevant / n
 *
 * relevant  experts who called the item relevant
 * n         experts who rated this item: one who left it out is not in the denominator
 * returns   NotEstimable 'no-answers' (nobody rated it)
 * throws    RangeError: itemContentValidity requires whole counts, relevant at most n
 * source    Lynn 1986, Nurs. Res. 35, 382-385; k*: Polit, Beck & Owen 2007, doi:10.1002/nur.20199
 * checked   R binom.test, test/fixtures/r/experts.json, 1e-9
 */
export function itemContentValidity(
  relevant: number,
  n: number,
  level = 0.95,
): Estimate<ItemContentValidity> {
  if (!Number.isInteger(relevant) || !Number.isInteger(n) || relevant < 0 || relevant > n)
    throw new RangeError('itemContentValidity requires whole counts, relevant at most n');
  if (n === 0) return notEstimable('no-answers', { n });
  const kappa = modifiedKappa(relevant, n);
  if (isNotEstimable(kappa)) return kappa;
  return {
    index: relevant / n,
    relevant,
    n,
    interval: exactBinomialInterval(relevant, n, level),
    modifiedKappa: kappa,
  };
}

/**
 * How many of n experts must call an item relevant by the customary cuts: .80 for 2 experts (Davis 1992), 1.00 for 3
 * to 5, .83 for 6 to 8 and .78 for 9 or more (Lynn 1986). The cuts are printed to two places, so the index is compared
 * at two places: 7 of 9 (.778) passes .78.
 *
 * returns   the count; NotEstimable 'too-few-cases' for fewer than 2 experts
 * throws    RangeError: neededRelevantCount requires a whole number of experts
 */
export function neededRelevantCount(n: number): Estimate<number> {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError('neededRelevantCount requires a whole number of experts');
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const percent = n === 2 ? 80 : n <= 5 ? 100 : n <= 8 ? 83 : 78;
  let count = Math.floor((percent * n) / 100) - 1;
  while (Math.round((100 * count) / n) < percent) count++;
  return count;
}
