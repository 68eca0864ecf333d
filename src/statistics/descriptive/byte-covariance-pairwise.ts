import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { differenceOfProducts } from './byte-covariance.ts';
import { byteCrossProducts } from './byte-cross-products.ts';

export interface PairwiseByteCovariance {
  readonly covariance: Matrix;
  /** Of each column's own answers. */
  readonly means: Float64Array;
  readonly pairCounts: Matrix;
}

/**
 * Covariances of columns of bytes with missing answers, each from the cases that have both, as covariancePairwise.
 * Missing answers are written as 0, and beside the p items stand p columns that are 1 where there is an answer; of the
 * products of these 2p columns, item by item is Σxy, item by other's indicator Σx of the pair, two indicators n of the pair.
 *
 * columns   p columns of n bytes
 * missing   which bytes are no answers, at byte + 128: missing[code + 128] is 1 (AnswerColumns: -126, -127, -128)
 * returns   NotEstimable 'no-answers', 'no-overlap' (a pair answered by fewer than two)
 * throws    RangeError: those of byteCrossProducts; covarianceOfBytesPairwise requires 256 marks of missing codes
 * checked   equal to covariancePairwise by property (1e-12); test/statistics/descriptive/byte-covariance.test.ts
 */
export function covarianceOfBytesPairwise(
  columns: readonly Int8Array[],
  missing: Uint8Array,
): Estimate<PairwiseByteCovariance> {
  if (missing.length !== 256)
    throw new RangeError('covarianceOfBytesPairwise requires 256 marks of missing codes');
  const p = columns.length;
  const answers = columns.map((column) => column.map((code) => (missing[code + 128] ? 0 : code)));
  const answered = columns.map((column) => column.map((code) => (missing[code + 128] ? 0 : 1)));
  const { products } = byteCrossProducts([...answers, ...answered]);
  const product = (j: number, k: number) => products.data[j * 2 * p + k];
  const covariance = createMatrix(p, p);
  const pairCounts = createMatrix(p, p);
  const means = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    const own = product(p + j, p + j);
    if (own === 0) return notEstimable('no-answers', { n: 0, column: j });
    means[j] = product(j, p + j) / own;
    for (let k = 0; k < p; k++) {
      const n = product(p + j, p + k);
      if (n < 2) return notEstimable('no-overlap', { n, needed: 2, first: j, second: k });
      const scaled = differenceOfProducts(n, product(j, k), product(j, p + k), product(k, p + j));
      covariance.data[j * p + k] = scaled / n / (n - 1);
      pairCounts.data[j * p + k] = n;
    }
  }
  return { covariance, means, pairCounts };
}
