import { cholesky } from '../linalg/cholesky.ts';
import { isNotEstimable } from '../not-estimable.ts';

/**
 * Whether an information matrix tells all parameters apart: its Cholesky pivots, each parameter's share of
 * information not shared with the parameters before it, must exceed 1e-9.
 */
export function isIdentified(information: Float64Array, order: number): boolean {
  const scaled = new Float64Array(order * order);
  for (let j = 0; j < order; j++)
    for (let i = 0; i < order; i++) {
      const scale = information[i * order + i] * information[j * order + j];
      if (!(scale > 0)) return false;
      scaled[j * order + i] = information[j * order + i] / Math.sqrt(scale);
    }
  const factor = cholesky({ rows: order, cols: order, data: scaled });
  if (isNotEstimable(factor)) return false;
  for (let i = 0; i < order; i++) if (factor.data[i * order + i] ** 2 < 1e-9) return false;
  return true;
}
