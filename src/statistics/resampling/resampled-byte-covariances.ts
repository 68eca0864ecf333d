import { covarianceOfBytes } from '../descriptive/byte-covariance.ts';
import type { Matrix } from '../matrix.ts';
import { isNotEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';

/** resampledCovariances of answers that fit into bytes, at least two cases: the same resamples, several times as fast. */
export function resampledByteCovariances(
  columns: readonly Int8Array[],
  seed: number,
  first: number,
  count: number,
  use: (covariance: Matrix, resample: number) => void,
): void {
  const n = columns[0].length;
  const drawn = new Int32Array(n);
  const sample = columns.map(() => new Int8Array(n));
  for (let b = first; b < first + count; b++) {
    xoshiro128(seed, b).fillBelow(n, drawn);
    for (let j = 0; j < columns.length; j++) {
      const from = columns[j];
      const to = sample[j];
      for (let i = 0; i < n; i++) to[i] = from[drawn[i]];
    }
    const estimate = covarianceOfBytes(sample);
    if (!isNotEstimable(estimate)) use(estimate.covariance, b);
  }
}
