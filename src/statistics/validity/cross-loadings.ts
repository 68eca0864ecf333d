import { pairMoments } from '../descriptive/covariance.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface CrossLoadings {
  /** Correlation of each item (row) with each construct's score (column). */
  readonly loadings: Matrix;
  /** Items that correlate more strongly (in absolute value) with another construct than with their own. */
  readonly stray: readonly { readonly item: number; readonly own: number; readonly strongest: number }[];
}

/**
 * Cross-loadings: correlations of items with construct scores, over the cases that have both.
 *
 * items      n × k; scores n × c; NaN missing. An item is part of its own score, which raises that correlation
 * ownBlock   for each item the construct it belongs to
 * returns    NotEstimable: no-overlap, no-variance (details: item, construct)
 * throws     RangeError: crossLoadings requires equally many cases / a construct for each item
 * source     Chin 1998, in Marcoulides (ed.), Modern Methods for Business Research, 295-336
 * checked    R cor(), test/fixtures/r/validity.json, 1e-9
 */
export function crossLoadings(
  items: Matrix,
  scores: Matrix,
  ownBlock: readonly number[],
): Estimate<CrossLoadings> {
  if (items.rows !== scores.rows) throw new RangeError('crossLoadings requires equally many cases');
  if (ownBlock.length !== items.cols || ownBlock.some((block) => !(block >= 0 && block < scores.cols)))
    throw new RangeError('crossLoadings requires a construct for each item');
  const loadings = createMatrix(items.cols, scores.cols);
  for (let construct = 0; construct < scores.cols; construct++)
    for (let item = 0; item < items.cols; item++) {
      const sums = pairMoments(columnOf(items, item), columnOf(scores, construct));
      if (sums.n < 2) return notEstimable('no-overlap', { item, construct, n: sums.n });
      const product = sums.sumXX * sums.sumYY;
      if (!(product > 0)) return notEstimable('no-variance', { item, construct });
      loadings.data[construct * items.cols + item] = sums.sumXY / Math.sqrt(product);
    }
  const stray = ownBlock.flatMap((own, item) => {
    let strongest = own;
    for (let construct = 0; construct < scores.cols; construct++)
      if (size(loadings, item, construct) > size(loadings, item, strongest)) strongest = construct;
    return strongest === own ? [] : [{ item, own, strongest }];
  });
  return { loadings, stray };
}

function size(loadings: Matrix, item: number, construct: number): number {
  return Math.abs(loadings.data[construct * loadings.rows + item]);
}
