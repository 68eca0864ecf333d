import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import type { Matrix } from '../matrix.ts';
import { isNotEstimable } from '../not-estimable.ts';

/**
 * Where an extraction starts: one minus the squared multiple correlation of each item with all others, or one half
 * where the matrix has no inverse.
 */
export function startUniquenesses(correlation: Matrix): Float64Array {
  const p = correlation.rows;
  const inverse = invertPositiveDefinite(correlation);
  if (isNotEstimable(inverse)) return new Float64Array(p).fill(0.5);
  return Float64Array.from({ length: p }, (_, i) => 1 / inverse.data[i * p + i]);
}
