import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { columnProducts } from '../resampling/column-products.ts';
import { covarianceOfBytes } from './byte-covariance.ts';
import { completeBytes } from './complete-bytes.ts';
import { type CaseCounts, completeCases } from './complete-rows.ts';

export interface CovarianceEstimate {
  readonly covariance: Matrix;
  readonly means: Float64Array;
  /** Cases an interval may count: complete rows; for pairwise the smallest number of rows of any pair. */
  readonly n: number;
  readonly counts: CaseCounts;
}

export interface PairwiseCovariance extends CovarianceEstimate {
  /** Rows that have both variables. */
  readonly pairCounts: Matrix;
}

/**
 * Covariance matrix, divisor n - 1, of the rows that are complete on all columns (listwise deletion).
 * Answers on a scale, whole numbers that fit into bytes, are summed as exact integers (covarianceOfBytes).
 *
 * values    n × p; NaN is missing
 * returns   covariance, means and the account of the rows; NotEstimable 'no-answers' (no complete row) or
 *           'too-few-cases' (one)
 * throws    RangeError: covarianceListwise requires at least one column
 * checked   R cov(use = 'complete.obs'), test/fixtures/r/descriptive.json, 1e-9
 */
export function covarianceListwise(values: Matrix): Estimate<CovarianceEstimate> {
  if (values.cols === 0) throw new RangeError('covarianceListwise requires at least one column');
  const bytes = completeBytes(values);
  if (bytes) {
    const estimate = covarianceOfBytes(bytes.columns, bytes.counts.complete);
    return isNotEstimable(estimate) ? estimate : { ...estimate, counts: bytes.counts };
  }
  const { values: complete, counts } = completeCases(values);
  const n = complete.rows;
  if (n === 0) return notEstimable('no-answers', { n });
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  return { ...covarianceOfDoubles(complete), n, counts };
}

/** Kernel of the listwise covariance: at least two rows and no NaN, unchecked. */
export function covarianceOfComplete(values: Matrix): { covariance: Matrix; means: Float64Array } {
  const bytes = completeBytes(values);
  const estimate = bytes && covarianceOfBytes(bytes.columns);
  return estimate && !isNotEstimable(estimate) ? estimate : covarianceOfDoubles(values);
}

function covarianceOfDoubles(values: Matrix): { covariance: Matrix; means: Float64Array } {
  const { rows: n, cols: p } = values;
  const centered = createMatrix(n, p);
  const means = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    const column = columnOf(values, j);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += column[i];
    means[j] = sum / n;
    const target = columnOf(centered, j);
    for (let i = 0; i < n; i++) target[i] = column[i] - means[j];
  }
  const covariance = columnProducts(centered);
  for (let i = 0; i < covariance.data.length; i++) covariance.data[i] /= n - 1;
  return { covariance, means };
}

/**
 * Covariance matrix from all rows that have both variables of a pair, divisor n of the pair minus one, about the means
 * of those rows (as R); it need not be positive definite. The means returned are those of each variable's own rows.
 *
 * values    n × p; NaN is missing
 * returns   covariance, means and counts; NotEstimable 'no-answers' (nobody answered a column), 'no-overlap' (a pair
 *           answered by fewer than two) with the columns' numbers
 * throws    RangeError: covariancePairwise requires at least one column
 * checked   R cov(use = 'pairwise.complete.obs'), test/fixtures/r/descriptive.json, 1e-9
 */
export function covariancePairwise(values: Matrix): Estimate<PairwiseCovariance> {
  if (values.cols === 0) throw new RangeError('covariancePairwise requires at least one column');
  const p = values.cols;
  const { counts } = completeCases(values);
  const covariance = createMatrix(p, p);
  const pairCounts = createMatrix(p, p);
  const means = new Float64Array(p);
  let smallest = Infinity;
  for (let j = 0; j < p; j++)
    for (let k = j; k < p; k++) {
      const pair = pairMoments(columnOf(values, j), columnOf(values, k));
      if (j === k && pair.n === 0) return notEstimable('no-answers', { n: 0, column: j });
      if (pair.n < 2) return notEstimable('no-overlap', { n: pair.n, needed: 2, first: j, second: k });
      if (j === k) means[j] = pair.meanX;
      smallest = Math.min(smallest, pair.n);
      for (const at of [j * p + k, k * p + j]) {
        covariance.data[at] = pair.sumXY / (pair.n - 1);
        pairCounts.data[at] = pair.n;
      }
    }
  return { covariance, means, n: smallest, counts, pairCounts };
}

export interface PairMoments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sums of squares and products of deviations from the pair's own means. */
  readonly sumXX: number;
  readonly sumYY: number;
  readonly sumXY: number;
}

/** Sums over the rows that have both x and y. */
export function pairMoments(x: ArrayLike<number>, y: ArrayLike<number>): PairMoments {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < x.length; i++) {
    const a = x[i];
    const b = y[i];
    if (Number.isNaN(a + b)) continue;
    n++;
    sumX += a;
    sumY += b;
  }
  const meanX = sumX / n;
  const meanY = sumY / n;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let i = 0; i < x.length; i++) {
    const a = x[i] - meanX;
    const b = y[i] - meanY;
    if (Number.isNaN(a + b)) continue;
    sumXX += a * a;
    sumYY += b * b;
    sumXY += a * b;
  }
  return { n, meanX, meanY, sumXX, sumYY, sumXY };
}
