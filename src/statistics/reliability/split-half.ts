import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface SplitHalf {
  /** Correlation of the two half sums. */
  readonly correlation: Estimate<number>;
  /** Spearman-Brown for equal halves, 2r / (1 + r). */
  readonly spearmanBrown: Estimate<number>;
  /** Guttman's (Rulon's) coefficient, 4 cov(A, B) / variance of the whole: lambda-4 of this split. */
  readonly guttman: number;
}

/**
 * Split-half reliability of one split.
 *
 * covariance  k × k of the items
 * isFirst   for each item whether it is in the first half; both halves need an item
 * returns   NotEstimable 'too-few-items' (k < 2), 'no-variance' (of the whole)
 * throws    RangeError: splitHalf requires a square matrix / a half for every item and an item in each half
 * source    Spearman 1910; Brown 1910; Guttman 1945, doi:10.1007/BF02288892
 * checked   the formula in R, test/fixtures/r/reliability.json, 1e-9
 */
export function splitHalf(covariance: Matrix, isFirst: readonly boolean[]): Estimate<SplitHalf> {
  const k = covariance.rows;
  if (k !== covariance.cols) throw new RangeError('splitHalf requires a square matrix');
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  if (isFirst.length !== k || !isFirst.includes(true) || !isFirst.includes(false))
    throw new RangeError('splitHalf requires a half for every item and an item in each half');
  let first = 0;
  let second = 0;
  let between = 0;
  for (let j = 0; j < k; j++)
    for (let i = 0; i < k; i++) {
      const value = covariance.data[j * k + i];
      if (isFirst[i] !== isFirst[j]) between += value / 2;
      else if (isFirst[i]) first += value;
      else second += value;
    }
  const whole = first + second + 2 * between;
  if (!(whole > 0)) return notEstimable('no-variance', { items: k });
  const correlation =
    first > 0 && second > 0 ? between / Math.sqrt(first * second) : notEstimable('no-variance', { items: k });
  const spearmanBrown =
    typeof correlation !== 'number'
      ? correlation
      : correlation > -1
        ? spearmanBrownProphecy(correlation, 2)
        : notEstimable('outside-range', { correlation });
  return { correlation, spearmanBrown, guttman: (4 * between) / whole };
}

/** Odd items against even ones: the split of position 0, 2, 4 … and 1, 3, 5 …. */
export function oddEvenSplit(items: number): boolean[] {
  return Array.from({ length: items }, (_, i) => i % 2 === 0);
}

/** First half against last; of an odd number the first half is the larger one (as SPSS). */
export function firstLastSplit(items: number): boolean[] {
  return Array.from({ length: items }, (_, i) => i < Math.ceil(items / 2));
}

/**
 * Spearman-Brown: the reliability of a test lengthened by a factor, m r / (1 + (m - 1) r).
 *
 * throws    RangeError: spearmanBrownProphecy requires a factor above 0 that keeps 1 + (m - 1) r above 0
 */
export function spearmanBrownProphecy(reliability: number, factor: number): number {
  const below = 1 + (factor - 1) * reliability;
  if (!(factor > 0) || !(below > 0))
    throw new RangeError('spearmanBrownProphecy requires a factor above 0 that keeps 1 + (m - 1) r above 0');
  return (factor * reliability) / below;
}
