import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { cronbachAlpha, standardizedAlpha } from './cronbach-alpha.ts';
import { squaredMultipleCorrelations } from './guttman-lambda.ts';

export interface ItemAnalysis {
  /** Correlation with the sum of the other items (corrected item-total; psych r.drop). */
  readonly itemRest: Estimate<number>;
  /** Correlation with the sum of all items, itself included. */
  readonly itemTotal: Estimate<number>;
  readonly squaredMultipleCorrelation: Estimate<number>;
  /** Not defined when two items are left of which one would be dropped. */
  readonly alphaIfDropped: Estimate<number>;
  readonly standardizedAlphaIfDropped: Estimate<number>;
}

/**
 * How each item stands to the rest of its set, from the covariance matrix that alpha came from: same cases, same rule.
 * With two items there is no alpha if dropped (psych prints a ratio of variances there, SPSS a blank).
 *
 * covariance  k × k of the items
 * returns   one entry per item, in order; NotEstimable 'too-few-items' (k < 2)
 * throws    RangeError: itemAnalysis requires a square matrix
 * source    Nunnally & Bernstein 1994, ch. 8; Eisinga, te Grotenhuis & Pelzer 2013, doi:10.1007/s00038-012-0416-3
 * checked   R psych::alpha, test/fixtures/r/reliability.json, 1e-9
 */
export function itemAnalysis(covariance: Matrix): Estimate<ItemAnalysis[]> {
  const k = covariance.rows;
  if (k !== covariance.cols) throw new RangeError('itemAnalysis requires a square matrix');
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  const smc = squaredMultipleCorrelations(covariance);
  return itemRestCorrelations(covariance).map(({ itemRest, itemTotal }, item) => {
    const rest = k > 2 ? withoutItem(covariance, item) : undefined;
    const tooFew = notEstimable('too-few-items', { items: k, needed: 3 });
    return {
      itemRest,
      itemTotal,
      squaredMultipleCorrelation: isNotEstimable(smc) ? smc : smc[item],
      alphaIfDropped: rest ? cronbachAlpha(rest) : tooFew,
      standardizedAlphaIfDropped: rest ? standardizedAlpha(rest) : tooFew,
    };
  });
}

/** Item-rest and item-total correlations alone. */
export function itemRestCorrelations(
  covariance: Matrix,
): { itemRest: Estimate<number>; itemTotal: Estimate<number> }[] {
  const k = covariance.rows;
  const columnSums = Float64Array.from({ length: k }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += covariance.data[j * k + i];
    return sum;
  });
  const total = columnSums.reduce((sum, value) => sum + value, 0);
  return Array.from(columnSums, (withTotal, item) => {
    const variance = covariance.data[item * k + item];
    const restVariance = total - 2 * withTotal + variance;
    const correlation = (covariance_: number, other: number): Estimate<number> =>
      variance > 0 && other > 1e-14 * (total + variance)
        ? Math.max(-1, Math.min(1, covariance_ / Math.sqrt(variance * other)))
        : notEstimable('no-variance', { item });
    return {
      itemRest: correlation(withTotal - variance, restVariance),
      itemTotal: correlation(withTotal, total),
    };
  });
}

/**
 * The items whose item-rest correlation is negative: a reverse key was probably forgotten there (or given where none
 * belongs). Only a warning; nothing is reversed.
 *
 * returns   positions of the items, ascending; empty when all is well, and for fewer than two items
 */
export function suspectedReversedItems(covariance: Matrix): number[] {
  if (covariance.rows < 2) return [];
  return itemRestCorrelations(covariance).flatMap(({ itemRest }, item) =>
    typeof itemRest === 'number' && isNegative(itemRest) ? [item] : [],
  );
}

/** The covariance matrix without one item. */
export function withoutItem(covariance: Matrix, item: number): Matrix {
  const k = covariance.rows;
  if (!(item >= 0 && item < k)) throw new RangeError('withoutItem requires an item of the matrix');
  const result = createMatrix(k - 1, k - 1);
  for (let j = 0, to = 0; j < k; j++)
    for (let i = 0; i < k; i++) if (i !== item && j !== item) result.data[to++] = covariance.data[j * k + i];
  return result;
}

/** Below zero by more than rounding: a correlation of nothing must not depend on the order of the respondents. */
export function isNegative(correlation: number): boolean {
  return correlation < -1e-12;
}
