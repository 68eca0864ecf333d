import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { gram } from './gram.ts';
import { isIdentified } from './identification.ts';
import { type ImpliedMoments, impliedMoments } from './implied-moments.ts';
import { leastSquares, pairJacobian, type WeightedCorrelations } from './least-squares.ts';
import { basisVectors } from './moment-basis.ts';
import { sampleBases } from './normal-discrepancy.ts';
import { type OptimiseOptions, optimise } from './optimise.ts';
import type { OrdinalSample } from './ordinal-sample.ts';
import type { RamModel } from './ram-model.ts';

/** A model of polychoric correlations, fitted by DWLS. */
export interface OrdinalFit {
  /** Of the correlation structure only; thresholds are the sample's. */
  readonly parameters: Float64Array;
  readonly value: number;
  readonly implied: readonly ImpliedMoments[];
  /** (Δ'WΔ)⁻¹, order × order. */
  readonly bread: Float64Array;
  /** Per group, pairs × order. */
  readonly jacobians: readonly Float64Array[];
  /** Robust covariance of the parameters, then of all thresholds, group by group. */
  readonly covariance: Matrix;
  readonly iterations: number;
  readonly maxGradient: number;
}

/** What the optimiser sees of a sample. */
export function weightedCorrelations(sample: OrdinalSample): WeightedCorrelations[] {
  return sample.groups.map(({ n, rho, weights }) => ({ share: n / sample.n, rho: rho.data, weights }));
}

/**
 * Diagonally weighted least squares with robust standard errors: the covariance of the estimates' influence functions,
 * (Δ'WΔ)⁻¹ Δ'W times those of the polychoric correlations.
 * returns  NotEstimable 'not-identified' | 'not-converged'
 * source   Muthén, du Toit & Spisic 1997; Muthén 1984, Psychometrika 49, 115-132, doi:10.1007/BF02294210
 */
export function ordinalFit(
  ram: RamModel,
  sample: OrdinalSample,
  start: Float64Array,
  options: OptimiseOptions,
): Estimate<OrdinalFit> {
  const bases = sampleBases(ram);
  const targets = weightedCorrelations(sample);
  const optimum = optimise(
    (free, curvature) => leastSquares(ram, bases, targets, free, curvature),
    start,
    options,
  );
  if (optimum === null) return notEstimable('not-converged', { iterations: 0 });
  const { parameters, value, iterations, maxGradient } = optimum;
  const order = ram.freeCount;
  const { information } = leastSquares(ram, bases, targets, parameters, 'expected')!;
  if (!isIdentified(information, order)) return notEstimable('not-identified', { parameters: order });
  if (!optimum.converged) return notEstimable('not-converged', { iterations, gradient: maxGradient });
  const inverse = invertPositiveDefinite({ rows: order, cols: order, data: information });
  if (isNotEstimable(inverse)) return notEstimable('not-identified', { parameters: order });
  const bread = inverse.data;
  const implied = ram.groups.map((_, group) => impliedMoments(ram, group, parameters)!);
  const jacobians = bases.map((basis, group) =>
    pairJacobian(ram, basis, basisVectors(basis, implied[group], ram.size)),
  );
  const covariance = robustCovariance(sample, bread, jacobians, order);
  return { parameters, value, implied, bread, jacobians, covariance, iterations, maxGradient };
}

/** Groups are independent samples, so their contributions to the covariance add. */
function robustCovariance(
  sample: OrdinalSample,
  bread: Float64Array,
  jacobians: readonly Float64Array[],
  order: number,
): Matrix {
  const counts = sample.groups.map(({ influence, weights }) => influence.cols - weights.length);
  const size = order + counts.reduce((sum, count) => sum + count, 0);
  const result = createMatrix(size, size);
  let thresholdsFrom = order;
  sample.groups.forEach(({ n, influence, weights }, group) => {
    const pairs = weights.length;
    const count = counts[group];
    const width = order + count;
    const jacobian = jacobians[group];
    // Influence on the parameters: (share Δ'W) IF, then the bread.
    const scores = new Float64Array(n * width);
    for (let k = 0; k < order; k++)
      for (let m = 0; m < pairs; m++) {
        const factor = weights[m] * jacobian[k * pairs + m];
        if (factor === 0) continue;
        const from = (count + m) * n;
        for (let i = 0; i < n; i++) scores[k * n + i] += factor * influence.data[from + i];
      }
    scores.set(influence.data.subarray(0, count * n), order * n);
    const raw = gram(scores, n, width);
    const share = n / sample.n;
    const whole = withBread(raw, bread, order, width, share);
    const placeOf = (k: number) => (k < order ? k : thresholdsFrom + k - order);
    for (let j = 0; j < width; j++)
      for (let i = 0; i < width; i++)
        result.data[placeOf(j) * size + placeOf(i)] += whole[j * width + i] / (n - 1);
    thresholdsFrom += count;
  });
  return result;
}

/** T raw T' with T = diag(share × bread, I). */
function withBread(
  raw: Float64Array,
  bread: Float64Array,
  order: number,
  width: number,
  share: number,
): Float64Array {
  const half = Float64Array.from(raw);
  for (let j = 0; j < width; j++)
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let k = 0; k < order; k++) sum += bread[k * order + i] * raw[j * width + k];
      half[j * width + i] = share * sum;
    }
  const whole = Float64Array.from(half);
  for (let j = 0; j < order; j++)
    for (let i = 0; i < width; i++) {
      let sum = 0;
      for (let k = 0; k < order; k++) sum += half[k * width + i] * bread[j * order + k];
      whole[j * width + i] = share * sum;
    }
  return whole;
}
