import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { type ByteColumn, byteCrossProducts } from './byte-cross-products.ts';

export interface ByteCovariance {
  readonly covariance: Matrix;
  readonly means: Float64Array;
  readonly n: number;
}

/**
 * Covariance matrix, divisor n - 1, of complete columns of bytes, from exact integers: each element is rounded at the
 * division and nowhere before, whatever the number of cases.
 * cov(x, y) = (n Σxy - Σx Σy) / (n (n - 1))
 *
 * columns   p columns of bytes without missing answers; covarianceOfBytesPairwise takes those
 * cases     n, where fewer than the columns are long: the other rows have to be zeros
 * returns   NotEstimable 'no-answers' (n = 0), 'too-few-cases' (n = 1)
 * throws    RangeError: those of byteCrossProducts
 * checked   equal to covarianceListwise by property (1e-12); test/statistics/descriptive/byte-covariance.test.ts
 */
export function covarianceOfBytes(
  columns: readonly ByteColumn[],
  cases = columns[0]?.length,
): Estimate<ByteCovariance> {
  const { sums, products } = byteCrossProducts(columns);
  const n = cases;
  if (n === 0) return notEstimable('no-answers', { n });
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const p = columns.length;
  const covariance = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) {
      const value = differenceOfProducts(n, products.data[j * p + k], sums[j], sums[k]) / n / (n - 1);
      covariance.data[j * p + k] = value;
      covariance.data[k * p + j] = value;
    }
  return { covariance, means: sums.map((sum) => sum / n), n };
}

/** n xy - x y of integers, exactly, rounded once. */
export function differenceOfProducts(n: number, xy: number, x: number, y: number): number {
  const [first, second] = [n * xy, x * y];
  const exact = Math.abs(first) <= Number.MAX_SAFE_INTEGER && Math.abs(second) <= Number.MAX_SAFE_INTEGER;
  return exact ? first - second : Number(BigInt(n) * BigInt(xy) - BigInt(x) * BigInt(y));
}
