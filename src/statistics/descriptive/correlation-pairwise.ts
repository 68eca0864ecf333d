import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { type CaseCounts, completeRows } from './complete-rows.ts';
import { pairMoments } from './covariance.ts';

export interface PairwiseCorrelation {
  readonly correlation: Matrix;
  readonly pairCounts: Matrix;
  /** Smallest number of rows of any pair. */
  readonly n: number;
  readonly counts: CaseCounts;
}

/**
 * Correlation matrix in which each r comes from the rows that have both variables, standard deviations included (R's
 * cor with use = 'pairwise'). It is not correlationMatrix of covariancePairwise, which takes each variable's standard
 * deviation from all its own rows; psych::alpha uses that one, psych::omega and HTMT this one.
 *
 * values    n × p; NaN is missing
 * returns   NotEstimable 'no-overlap' (a pair with fewer than two rows), 'no-variance' (a variable constant in a pair)
 * throws    RangeError: correlationPairwise requires at least one column
 * checked   R cor(use = 'pairwise.complete.obs'), test/fixtures/r/descriptive.json, 1e-9
 */
export function correlationPairwise(values: Matrix): Estimate<PairwiseCorrelation> {
  if (values.cols === 0) throw new RangeError('correlationPairwise requires at least one column');
  const p = values.cols;
  const correlation = createMatrix(p, p);
  const pairCounts = createMatrix(p, p);
  let smallest = Infinity;
  for (let j = 0; j < p; j++)
    for (let k = j; k < p; k++) {
      const { n, sumXX, sumYY, sumXY } = pairMoments(columnOf(values, j), columnOf(values, k));
      if (n < 2) return notEstimable('no-overlap', { n, needed: 2, first: j, second: k });
      if (!(sumXX > 0 && sumYY > 0)) return notEstimable('no-variance', { first: j, second: k });
      smallest = Math.min(smallest, n);
      const r = j === k ? 1 : Math.max(-1, Math.min(1, sumXY / Math.sqrt(sumXX) / Math.sqrt(sumYY)));
      for (const at of [j * p + k, k * p + j]) {
        correlation.data[at] = r;
        pairCounts.data[at] = n;
      }
    }
  return { correlation, pairCounts, n: smallest, counts: completeRows(values).counts };
}
