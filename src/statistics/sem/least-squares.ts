import { addCurvature } from './curvature.ts';
import { impliedMoments } from './implied-moments.ts';
import { mirrorUpper } from './information.ts';
import { basisForm, basisImage, basisVectors, type MomentBasis } from './moment-basis.ts';
import type { Curvature, Objective } from './optimise.ts';
import type { RamModel } from './ram-model.ts';

/** Correlations to be fitted, pairs in the order (1,2), (1,3), …, (2,3), …, with weights. */
export interface WeightedCorrelations {
  readonly share: number;
  /** Observed × observed. */
  readonly rho: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Diagonally weighted least squares on correlations: Σ share ½ Σ_{i<j} w (r - σ)², with gradient and the Gauss-Newton
 * information Δ'WΔ, or the Hessian.
 * returns  null when the model has no implied moments there
 * source   Muthén, du Toit & Spisic 1997; Jöreskog 1994, Psychometrika 59, 381-389
 */
export function leastSquares(
  model: RamModel,
  bases: readonly MomentBasis[],
  sample: readonly WeightedCorrelations[],
  free: Float64Array,
  curvature: Curvature,
): Objective | null {
  const order = model.freeCount;
  const p = model.observed;
  const gradient = new Float64Array(order);
  const information = new Float64Array(order * order);
  let value = 0;
  for (const [group, { share, rho, weights }] of sample.entries()) {
    const implied = impliedMoments(model, group, free);
    if (implied === null) return null;
    const basis = bases[group];
    const vectors = basisVectors(basis, implied, model.size);
    const slope = new Float64Array(p * p);
    for (let j = 0, pair = 0; j < p; j++)
      for (let i = j + 1; i < p; i++, pair++) {
        const residual = rho[j * p + i] - implied.covariance[j * model.size + i];
        value += 0.5 * share * weights[pair] * residual * residual;
        slope[j * p + i] = -share * weights[pair] * residual;
        slope[i * p + j] = slope[j * p + i];
      }
    const form = basisForm(basis, vectors, slope);
    const width = basis.unit.length;
    for (const { free: place, u, v, factor } of basis.directions)
      gradient[place] += factor * form[v * width + u];
    const jacobian = pairJacobian(model, basis, vectors);
    addWeightedCross(information, jacobian, weights, order, share);
    if (curvature === 'observed')
      addCurvature(
        information,
        order,
        basis,
        implied,
        model.size,
        form,
        basisImage(basis, vectors, new Float64Array(p)),
      );
  }
  mirrorUpper(information, order);
  return { value, gradient, information };
}

/** Derivatives of the pairs' covariances by the free parameters: pairs × order, column-major. */
export function pairJacobian(model: RamModel, basis: MomentBasis, vectors: Float64Array): Float64Array {
  const p = model.observed;
  const pairs = (p * (p - 1)) / 2;
  const jacobian = new Float64Array(pairs * model.freeCount);
  for (const { free, u, v, factor } of basis.directions) {
    if (factor === 0) continue;
    const x = vectors.subarray(u * p, (u + 1) * p);
    const y = vectors.subarray(v * p, (v + 1) * p);
    for (let j = 0, at = free * pairs; j < p; j++)
      for (let i = j + 1; i < p; i++, at++) jacobian[at] += factor * (x[i] * y[j] + x[j] * y[i]);
  }
  return jacobian;
}

function addWeightedCross(
  target: Float64Array,
  jacobian: Float64Array,
  weights: Float64Array,
  order: number,
  share: number,
): void {
  const pairs = weights.length;
  const weighted = new Float64Array(pairs);
  for (let k = 0; k < order; k++) {
    for (let m = 0; m < pairs; m++) weighted[m] = share * weights[m] * jacobian[k * pairs + m];
    for (let l = 0; l <= k; l++) {
      let sum = 0;
      for (let m = 0; m < pairs; m++) sum += weighted[m] * jacobian[l * pairs + m];
      target[k * order + l] += sum;
    }
  }
}
