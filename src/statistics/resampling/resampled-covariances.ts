import { completeBytes } from '../descriptive/complete-bytes.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { columnProducts } from './column-products.ts';
import { resampledByteCovariances } from './resampled-byte-covariances.ts';

/**
 * Calls `use` with the covariance matrix (divisor n - 1) of each resample of the cases, one after the other.
 *
 * What hangs on covariances only need not see the cases again: a resample costs n p^2 / 2 products and nothing more.
 * items      n × p, complete: no NaN (unchecked)
 * seed       resample b uses stream b, so a range of resamples may run on any thread: `first` and `count` name it
 */
export function resampledCovariances(
  items: Matrix,
  seed: number,
  first: number,
  count: number,
  use: (covariance: Matrix, resample: number) => void,
): void {
  const { rows: n, cols: p } = items;
  const bytes = n >= 2 && p > 0 ? completeBytes(items)?.columns : undefined;
  if (bytes) {
    resampledByteCovariances(bytes, seed, first, count, use);
    return;
  }
  const centred = centredColumns(items);
  const drawn = new Int32Array(n);
  const sample = createMatrix(n, p);
  const sums = new Float64Array(p);
  for (let b = first; b < first + count; b++) {
    xoshiro128(seed, b).fillBelow(n, drawn);
    for (let j = 0; j < p; j++) {
      const from = centred.data.subarray(j * n, (j + 1) * n);
      const to = sample.data.subarray(j * n, (j + 1) * n);
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const value = from[drawn[i]];
        to[i] = value;
        sum += value;
      }
      sums[j] = sum;
    }
    const covariance = columnProducts(sample);
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++)
        covariance.data[k * p + j] = (covariance.data[k * p + j] - (sums[j] * sums[k]) / n) / (n - 1);
    use(covariance, b);
  }
}

// About the means of all cases, so that a resample's sums stay small and lose no digits against its products.
function centredColumns(items: Matrix): Matrix {
  const { rows: n, cols: p } = items;
  const centred = createMatrix(n, p);
  for (let j = 0; j < p; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += items.data[j * n + i];
    mean /= n;
    for (let i = 0; i < n; i++) centred.data[j * n + i] = items.data[j * n + i] - mean;
  }
  return centred;
}
