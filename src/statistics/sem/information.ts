// Sums over pairs of directions. Notation: W a weight (the inverse of a covariance matrix), V = W M W with M the
// moments about the implied means, e = W (mean - μ); each as a form over the basis (see moment-basis.ts).

import type { MomentBasis } from './moment-basis.ts';

/** The forms of one missing pattern, or of complete data. */
export interface PatternForms {
  readonly weight: Float64Array;
  readonly moments: Float64Array;
  readonly deviation: Float64Array;
}

/** Adds share × expected information, ½ tr(W dΣ_k W dΣ_l) + dμ_k' W dμ_l, to the upper triangle of target. */
export function addExpectedInformation(
  target: Float64Array,
  order: number,
  basis: MomentBasis,
  meanWeights: Float64Array,
  weight: Float64Array,
  share: number,
): void {
  const size = basis.unit.length;
  const { u, v, factor, row, free, count } = basis.flat;
  for (let k = 0; k < count; k++) {
    const uk = u[k] * size;
    const vk = v[k] * size;
    const rk = row[k] * size;
    for (let l = 0; l <= k; l++) {
      const covariance =
        factor[k] *
        factor[l] *
        (weight[uk + u[l]] * weight[vk + v[l]] + weight[uk + v[l]] * weight[vk + u[l]]);
      const means = meanWeights[k] * meanWeights[l] * weight[rk + row[l]];
      addSymmetric(target, order, free[k], free[l], share * (covariance + means), k === l);
    }
  }
}

/** Adds share × the part of the Hessian of the normal discrepancy that holds first derivatives of Σ and μ only. */
export function addObservedInformation(
  target: Float64Array,
  order: number,
  basis: MomentBasis,
  meanWeights: Float64Array,
  forms: PatternForms,
  share: number,
): void {
  const size = basis.unit.length;
  const { u, v, factor, row, free, count } = basis.flat;
  const { weight: w, moments, deviation: e } = forms;
  for (let k = 0; k < count; k++) {
    const uk = u[k] * size;
    const vk = v[k] * size;
    const rk = row[k] * size;
    for (let l = 0; l <= k; l++) {
      const ul = u[l];
      const vl = v[l];
      const both = factor[k] * factor[l];
      let sum = 0;
      if (both !== 0)
        sum =
          both *
          (moments[vk + ul] * w[uk + vl] +
            moments[vk + vl] * w[uk + ul] +
            moments[uk + ul] * w[vk + vl] +
            moments[uk + vl] * w[vk + ul] -
            w[uk + ul] * w[vk + vl] -
            w[uk + vl] * w[vk + ul]);
      if (meanWeights[l] !== 0)
        sum += factor[k] * meanWeights[l] * (e[u[k]] * w[vk + row[l]] + e[v[k]] * w[uk + row[l]]);
      if (meanWeights[k] !== 0) {
        sum += factor[l] * meanWeights[k] * (e[ul] * w[vl * size + row[k]] + e[vl] * w[ul * size + row[k]]);
        sum += meanWeights[k] * meanWeights[l] * w[rk + row[l]];
      }
      addSymmetric(target, order, free[k], free[l], share * sum, k === l);
    }
  }
}

/** Distinct cells of one parameter (equality) contribute twice to its diagonal, as a sum over ordered pairs does. */
export function addSymmetric(
  target: Float64Array,
  order: number,
  k: number,
  l: number,
  value: number,
  isSameCell: boolean,
): void {
  if (k === l) target[k * order + k] += isSameCell ? value : 2 * value;
  else if (k < l) target[l * order + k] += value;
  else target[k * order + l] += value;
}

/** Copies the upper triangle onto the lower one. */
export function mirrorUpper(target: Float64Array, order: number): void {
  for (let j = 0; j < order; j++) for (let i = 0; i < j; i++) target[i * order + j] = target[j * order + i];
}
