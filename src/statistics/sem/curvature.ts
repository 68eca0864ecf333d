import type { ImpliedMoments } from './implied-moments.ts';
import { addSymmetric } from './information.ts';
import type { MomentBasis } from './moment-basis.ts';
import { INTERCEPT, PATH, type RamCell, SYMMETRIC } from './ram-model.ts';

/**
 * Adds the part of the Hessian that holds second derivatives: ½ tr(G d²Σ_kl) + g' d²μ_kl. Only paths bend the
 * moments: db_i/dA_kl = E_li b_k, dc_j/dA_kl = E_jk c_l + Ω_jl b_k, dc_j/dS_kl = E_jk b_l + E_jl b_k, and
 * dη_j/dA_kl = E_jk η_l, dη_j/dm_k = E_jk.
 * gradientForm  T' G T, with G the derivative of the discrepancy by Σ (twice the half)
 * gradientMeans T' g, with g the derivative by μ
 */
export function addCurvature(
  target: Float64Array,
  order: number,
  basis: MomentBasis,
  implied: ImpliedMoments,
  size: number,
  gradientForm: Float64Array,
  gradientMeans: Float64Array,
): void {
  const { effects, covariance, means } = implied;
  const width = basis.unit.length;
  const b = basis.placeOfEffects;
  const c = basis.placeOfCovariances;
  const effect = (row: number, col: number) => effects[col * size + row];
  const form = (x: number, y: number) => gradientForm[y * width + x];
  for (const [k, { cell: first }] of basis.directions.entries()) {
    if (first.kind !== PATH) continue;
    for (const [l, { cell: second }] of basis.directions.entries()) {
      // A pair of paths is met from both sides; taking the lower one only keeps each pair once.
      if (second.kind === PATH && l > k) continue;
      const value = second.kind === INTERCEPT ? 0 : bend(first, second);
      const shift = meanBend(first, second);
      addSymmetric(target, order, basis.directions[k].free, basis.directions[l].free, value + shift, k === l);
    }
  }

  /** tr(G d²Σ)/2 for a path i ← j and another cell. */
  function bend({ row: i, col: j }: RamCell, other: RamCell): number {
    const { row: x, col: y } = other;
    if (other.kind === SYMMETRIC) {
      const both = effect(j, x) * form(b[i], b[y]) + effect(j, y) * form(b[i], b[x]);
      return x === y ? both / 2 : both;
    }
    return (
      effect(y, i) * form(b[x], c[j]) +
      effect(j, x) * form(b[i], c[y]) +
      covariance[y * size + j] * form(b[i], b[x])
    );
  }

  function meanBend({ row: i, col: j }: RamCell, other: RamCell): number {
    if (other.kind === SYMMETRIC) return 0;
    const { row: x, col: y } = other;
    if (other.kind === INTERCEPT) return effect(j, x) * gradientMeans[b[i]];
    return effect(y, i) * means[j] * gradientMeans[b[x]] + effect(j, x) * means[y] * gradientMeans[b[i]];
  }
}
