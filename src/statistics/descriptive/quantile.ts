import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Sample quantile of type 7 (R's and Excel's default): linear between the order statistics at 1 + (n - 1) p.
 *
 * values    NaN is missing and left out
 * p         0 … 1
 * returns   the quantile; NotEstimable 'no-answers'
 * throws    RangeError: quantile requires p from 0 to 1
 * source    Hyndman & Fan 1996, The American Statistician 50, 361-365, doi:10.1080/00031305.1996.10473566
 * checked   R quantile(type = 7), test/fixtures/r/descriptive.json, 1e-9
 */
export function quantile(values: ArrayLike<number>, p: number): Estimate<number> {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return sorted.length === 0 ? notEstimable('no-answers', { n: 0 }) : quantileOfSorted(sorted, p);
}

/** The same for values that are ascending, complete and at least one. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantile requires p from 0 to 1');
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** The median: the quantile at one half. */
export function median(values: ArrayLike<number>): Estimate<number> {
  return quantile(values, 0.5);
}
