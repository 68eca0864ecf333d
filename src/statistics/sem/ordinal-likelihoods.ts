import { cholesky, choleskyInverse, choleskyLogDeterminant } from '../linalg/cholesky.ts';
import { isNotEstimable } from '../not-estimable.ts';
import type { OrdinalFit } from './ordinal-fit.ts';
import type { OrdinalSample } from './ordinal-sample.ts';
import type { RamModel } from './ram-model.ts';

/** The normal-theory statistics of a model of polychoric correlations, as if they were Pearson's. */
export interface OrdinalLikelihoods {
  readonly chiSquare: number;
  readonly baselineChiSquare: number;
  /** V: normal-theory information of the stacked correlations at the implied ones, by shares. */
  readonly information: Float64Array;
}

/**
 * n·F_ML of the polychoric matrices at the DWLS estimates, and -n ln|R| of the baseline.
 * returns  null when a polychoric or an implied matrix is not positive definite
 * source   Savalei 2021, Multivariate Behav. Res. 56, 390-407, doi:10.1080/00273171.2020.1717922
 */
export function ordinalLikelihoods(
  ram: RamModel,
  fit: OrdinalFit,
  sample: OrdinalSample,
): OrdinalLikelihoods | null {
  const p = ram.observed;
  const pairs = (p * (p - 1)) / 2;
  const size = pairs * sample.groups.length;
  const information = new Float64Array(size * size);
  let chiSquare = 0;
  let baselineChiSquare = 0;
  for (const [group, { n, rho }] of sample.groups.entries()) {
    const observed = cholesky(rho);
    const sigma = new Float64Array(p * p);
    for (let j = 0; j < p; j++)
      for (let i = 0; i < p; i++)
        sigma[j * p + i] = i === j ? 1 : fit.implied[group].covariance[j * ram.size + i];
    const implied = cholesky({ rows: p, cols: p, data: sigma });
    if (isNotEstimable(observed) || isNotEstimable(implied)) return null;
    const w = choleskyInverse(implied).data;
    const saturated = choleskyLogDeterminant(observed);
    let trace = 0;
    for (let i = 0; i < w.length; i++) trace += w[i] * rho.data[i];
    chiSquare += n * (choleskyLogDeterminant(implied) + trace - saturated - p);
    baselineChiSquare -= n * saturated;
    addInformation(information, w, p, size, group * pairs, n / sample.n);
  }
  return { chiSquare, baselineChiSquare, information };
}

/** ½ tr(W dΣ_ij W dΣ_kl) = W_ik W_jl + W_il W_jk for two off-diagonal elements. */
function addInformation(
  target: Float64Array,
  w: Float64Array,
  p: number,
  size: number,
  from: number,
  share: number,
): void {
  let column = from;
  for (let l = 0; l < p; l++)
    for (let k = l + 1; k < p; k++, column++) {
      let row = from;
      for (let j = 0; j < p; j++)
        for (let i = j + 1; i < p; i++, row++)
          target[column * size + row] += share * (w[k * p + i] * w[l * p + j] + w[l * p + i] * w[k * p + j]);
    }
}
