import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { requireCorrelation } from './require-correlation.ts';

export interface KaiserMeyerOlkin {
  readonly overall: number;
  /** Per item, in order. */
  readonly items: Float64Array;
}

/**
 * Kaiser–Meyer–Olkin measure of sampling adequacy: how far correlations exceed partial correlations.
 *
 * MSA = sum r_ij^2 / (sum r_ij^2 + sum q_ij^2) over i != j, q the partial correlations given all other items; for one
 * item the sums run over its row.
 * correlation p × p, p >= 2
 * returns    0 … 1; NotEstimable: not-positive-definite, no-variance (all correlations are zero)
 * throws     RangeError: kaiserMeyerOlkin requires a correlation matrix
 * source     Kaiser & Rice 1974, Educ. Psychol. Meas. 34, 111-117, doi:10.1177/001316447403400115
 * checked    R psych::KMO, test/fixtures/r/factorability.json, 1e-9
 */
export function kaiserMeyerOlkin(correlation: Matrix): Estimate<KaiserMeyerOlkin> {
  requireCorrelation('kaiserMeyerOlkin', correlation);
  const p = correlation.rows;
  const inverse = invertPositiveDefinite(correlation);
  if (isNotEstimable(inverse)) return inverse;
  const items = new Float64Array(p);
  let allSimple = 0;
  let allPartial = 0;
  for (let i = 0; i < p; i++) {
    let simple = 0;
    let partial = 0;
    for (let j = 0; j < p; j++) {
      if (i === j) continue;
      simple += correlation.data[j * p + i] ** 2;
      partial += inverse.data[j * p + i] ** 2 / (inverse.data[i * p + i] * inverse.data[j * p + j]);
    }
    if (simple + partial === 0) return notEstimable('no-variance', { item: i });
    items[i] = simple / (simple + partial);
    allSimple += simple;
    allPartial += partial;
  }
  return { overall: allSimple / (allSimple + allPartial), items };
}
