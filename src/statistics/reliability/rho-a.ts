import { bilinearForm } from '../linalg/product.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Rho-A, the reliability of a PLS composite with mode A weights:
 * (w'w)² · w'(S - diag S)w / w'(ww' - diag ww')w, with w scaled so that the composite has variance 1.
 *
 * correlation  k × k of the construct's indicators
 * weights   their outer weights, on any scale
 * returns   1 for one indicator; NotEstimable 'no-variance' (of the composite), 'outside-range' (nothing to compare:
 *           only one weight is not zero)
 * throws    RangeError: rhoA requires a weight for every indicator
 * source    Dijkstra & Henseler 2015, MIS Quarterly 39, 297-316, doi:10.25300/MISQ/2015/39.2.02
 * checked   by hand for equal weights, where it is standardised alpha; test/statistics/reliability/omega.test.ts
 */
export function rhoA(correlation: Matrix, weights: ArrayLike<number>): Estimate<number> {
  const k = correlation.rows;
  if (weights.length !== k || correlation.cols !== k)
    throw new RangeError('rhoA requires a weight for every indicator');
  if (k === 1) return 1;
  const variance = bilinearForm(weights, correlation, weights);
  if (!(variance > 0)) return notEstimable('no-variance', { items: k });
  let squares = 0;
  let fourths = 0;
  for (let j = 0; j < k; j++) {
    const square = weights[j] ** 2 / variance;
    squares += square;
    fourths += square * square;
  }
  const below = squares * squares - fourths;
  if (!(below > 1e-14 * squares * squares)) return notEstimable('outside-range', { items: k });
  // The diagonal of S is 1, and the composite's variance after scaling is 1.
  return (squares * squares * (1 - squares)) / below;
}
