import { columnOf, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type ItemContentValidity, itemContentValidity } from './item-content-validity.ts';

export interface ScaleContentValidity {
  /** One per column; without value where nobody rated the item. */
  readonly items: readonly Estimate<ItemContentValidity>[];
  /** S-CVI/Ave: the mean of the items' indices. */
  readonly average: number;
  /** S-CVI/UA: the share of items that everybody who rated them calls relevant. */
  readonly universalAgreement: number;
  /** Items that somebody rated; both shares are of these. */
  readonly itemsRated: number;
}

/**
 * Content validity of a set of items: the indices of the items, their mean, and the share with full agreement.
 * The two summaries can lie far apart, above all in large panels, so both are to be reported.
 *
 * ratings   experts × items; NaN where an expert did not rate an item
 * options   relevantFrom, 3: the lowest rating that counts as relevant; level, 0.95
 * returns   NotEstimable 'no-answers' (no rating at all)
 * throws    RangeError: scaleContentValidity requires at least one item
 * source    Polit & Beck 2006, Res. Nurs. Health 29, 489-497, doi:10.1002/nur.20147
 * checked   counted in R, and a published panel of 12 items × 6 experts; test/fixtures/r/experts.json, 1e-9
 */
export function scaleContentValidity(
  ratings: Matrix,
  options: { readonly relevantFrom?: number; readonly level?: number } = {},
): Estimate<ScaleContentValidity> {
  if (ratings.cols === 0) throw new RangeError('scaleContentValidity requires at least one item');
  const { relevantFrom = 3, level = 0.95 } = options;
  let sum = 0;
  let full = 0;
  let itemsRated = 0;
  const items = Array.from({ length: ratings.cols }, (_, j) => {
    const { relevant, n } = countRelevant(columnOf(ratings, j), relevantFrom);
    const item = itemContentValidity(relevant, n, level);
    if (isNotEstimable(item)) return item;
    itemsRated++;
    sum += item.index;
    if (relevant === n) full++;
    return item;
  });
  if (itemsRated === 0) return notEstimable('no-answers', { experts: ratings.rows });
  return { items, average: sum / itemsRated, universalAgreement: full / itemsRated, itemsRated };
}

/** Experts who rated an item, and those of them who gave `from` or more; NaN is no rating. */
export function countRelevant(ratings: ArrayLike<number>, from: number): { relevant: number; n: number } {
  let relevant = 0;
  let n = 0;
  for (let i = 0; i < ratings.length; i++) {
    if (Number.isNaN(ratings[i])) continue;
    n++;
    if (ratings[i] >= from) relevant++;
  }
  return { relevant, n };
}
