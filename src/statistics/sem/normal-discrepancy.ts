// Complete data are the case of one missing pattern, so maximum likelihood and its full-information form share this.

import { cholesky, choleskyInverse, choleskyLogDeterminant } from '../linalg/cholesky.ts';
import type { Matrix } from '../matrix.ts';
import { isNotEstimable } from '../not-estimable.ts';
import { addCurvature } from './curvature.ts';
import { product } from './dense-products.ts';
import { type ImpliedMoments, impliedMoments } from './implied-moments.ts';
import { addExpectedInformation, addObservedInformation, mirrorUpper } from './information.ts';
import {
  basisForm,
  basisImage,
  basisVectors,
  type MomentBasis,
  meanWeights,
  momentBasis,
} from './moment-basis.ts';
import type { Curvature } from './optimise.ts';
import type { RamModel } from './ram-model.ts';

/** Cases that answered the same variables. */
export interface MissingPattern {
  readonly n: number;
  /** The variables answered, ascending. */
  readonly present: Int32Array;
  /** Their means, and covariances about them with divisor n; column-major. */
  readonly means: Float64Array;
  readonly covariance: Float64Array;
}

/** Patterns of every group, and whether means are part of the model. */
export interface NormalSample {
  readonly groups: readonly (readonly MissingPattern[])[];
  readonly n: number;
  readonly hasMeans: boolean;
}

export interface Discrepancy {
  /** -log-likelihood per case, without the constant p/2 ln 2π. */
  readonly value: number;
  readonly gradient: Float64Array;
  /** Fisher information for the patterns at hand, or the Hessian, as was asked for. Order × order, symmetric. */
  readonly information: Float64Array;
}

export function sampleBases(model: RamModel): MomentBasis[] {
  return model.groups.map((cells) => momentBasis(model, cells));
}

/**
 * The normal discrepancy, Σ over patterns of n/N · ½ [ln|Σ| + tr(Σ⁻¹ S) + d' Σ⁻¹ d], with gradient and Fisher
 * information or Hessian, all analytic.
 * returns  null when an implied covariance matrix is not positive definite
 * source   Jöreskog 1969, Psychometrika 34, 183-202; Arbuckle 1996 (patterns); Savalei 2010 (information)
 * checked  derivatives against finite differences in test/statistics/sem/normal-discrepancy.test.ts
 */
export function normalDiscrepancy(
  model: RamModel,
  bases: readonly MomentBasis[],
  sample: NormalSample,
  free: Float64Array,
  curvature: Curvature,
): Discrepancy | null {
  const order = model.freeCount;
  const gradient = new Float64Array(order);
  const information = new Float64Array(order * order);
  let value = 0;
  for (const [group, patterns] of sample.groups.entries()) {
    const implied = impliedMoments(model, group, free);
    if (implied === null) return null;
    const basis = bases[group];
    const vectors = basisVectors(basis, implied, model.size);
    const weights = sample.hasMeans ? meanWeights(basis, implied) : new Float64Array(basis.directions.length);
    const slope = new Float64Array(model.observed ** 2);
    const meanSlope = new Float64Array(model.observed);
    for (const pattern of patterns) {
      const share = pattern.n / sample.n;
      const parts = patternParts(model, implied, pattern, sample.hasMeans);
      if (parts === null) return null;
      value += share * parts.value;
      for (let i = 0; i < slope.length; i++) slope[i] += share * (parts.weight[i] - parts.moments[i]);
      for (let i = 0; i < meanSlope.length; i++) meanSlope[i] -= share * parts.deviation[i];
      const weight = basisForm(basis, vectors, parts.weight);
      if (curvature === 'expected') {
        addExpectedInformation(information, order, basis, weights, weight, share);
        continue;
      }
      const moments = basisForm(basis, vectors, parts.moments);
      const deviation = basisImage(basis, vectors, parts.deviation);
      addObservedInformation(information, order, basis, weights, { weight, moments, deviation }, share);
    }
    const form = basisForm(basis, vectors, slope);
    const image = basisImage(basis, vectors, meanSlope);
    const width = basis.unit.length;
    for (const [k, { free: place, u, v, factor, cell }] of basis.directions.entries())
      gradient[place] += factor * form[v * width + u] + weights[k] * image[basis.placeOfEffects[cell.row]];
    if (curvature === 'observed') addCurvature(information, order, basis, implied, model.size, form, image);
  }
  mirrorUpper(information, order);
  return { value, gradient, information };
}

export interface PatternParts {
  readonly value: number;
  /** W = Σ⁻¹ of the present variables, in the places of all observed ones. */
  readonly weight: Float64Array;
  /** W M W, M the moments about the implied means. */
  readonly moments: Float64Array;
  /** W (mean - μ). */
  readonly deviation: Float64Array;
}

/** Null when the implied covariance matrix of the present variables is not positive definite. */
export function patternParts(
  model: RamModel,
  implied: ImpliedMoments,
  pattern: MissingPattern,
  hasMeans: boolean,
): PatternParts | null {
  const { n, present, means, covariance } = pattern;
  const q = present.length;
  const p = model.observed;
  const inverted = invertPresent(implied, model.size, present);
  if (inverted === null) return null;
  const inverse = inverted.inverse.data;
  const deviation = new Float64Array(q);
  let trace = 0;
  if (hasMeans) {
    const d = Float64Array.from(present, (variable, k) => means[k] - implied.means[variable]);
    for (let j = 0; j < q; j++) for (let i = 0; i < q; i++) deviation[i] += inverse[j * q + i] * d[j];
    for (let i = 0; i < q; i++) trace += d[i] * deviation[i];
  }
  // Patterns of one case, the most frequent ones by far, have no covariance.
  let sandwich: Float64Array = new Float64Array(q * q);
  if (n > 1) {
    const half = product(inverse, covariance, q, q, q);
    for (let i = 0; i < q; i++) trace += half[i * q + i];
    sandwich = product(half, inverse, q, q, q);
  }
  for (let j = 0; j < q; j++) for (let i = 0; i < q; i++) sandwich[j * q + i] += deviation[i] * deviation[j];
  const value = 0.5 * (inverted.logDeterminant + trace);
  if (q === p) return { value, weight: inverse, moments: sandwich, deviation };
  const spreadDeviation = new Float64Array(p);
  present.forEach((variable, k) => {
    spreadDeviation[variable] = deviation[k];
  });
  return {
    value,
    weight: spread(inverse, present, p),
    moments: spread(sandwich, present, p),
    deviation: spreadDeviation,
  };
}

/** Σ⁻¹ of the present variables and ln|Σ|; null when Σ is not positive definite. */
export function invertPresent(
  implied: ImpliedMoments,
  size: number,
  present: Int32Array,
): { readonly inverse: Matrix; readonly logDeterminant: number } | null {
  const q = present.length;
  const part = new Float64Array(q * q);
  for (let j = 0; j < q; j++)
    for (let i = 0; i < q; i++) part[j * q + i] = implied.covariance[present[j] * size + present[i]];
  const factor = cholesky({ rows: q, cols: q, data: part });
  if (isNotEstimable(factor)) return null;
  return { inverse: choleskyInverse(factor), logDeterminant: choleskyLogDeterminant(factor) };
}

/** A matrix over the present variables, with zeros for the absent. */
export function spread(part: Float64Array, present: Int32Array, p: number): Float64Array {
  const q = present.length;
  const whole = new Float64Array(p * p);
  for (let j = 0; j < q; j++)
    for (let i = 0; i < q; i++) whole[present[j] * p + present[i]] = part[j * q + i];
  return whole;
}
