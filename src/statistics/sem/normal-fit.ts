import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { sandwich, traceOfProduct } from './dense-products.ts';
import { isIdentified } from './identification.ts';
import { type ImpliedMoments, impliedMoments } from './implied-moments.ts';
import { type NormalSample, normalDiscrepancy, sampleBases } from './normal-discrepancy.ts';
import { type Curvature, optimise } from './optimise.ts';
import type { RamModel } from './ram-model.ts';
import { firstOrderInformation } from './robust-scores.ts';
import type { SemSample } from './sem-sample.ts';

/** Estimates of a model by normal-theory maximum likelihood. */
export interface NormalFit {
  readonly parameters: Float64Array;
  /** The discrepancy: -log-likelihood per case without its constant. */
  readonly value: number;
  readonly implied: readonly ImpliedMoments[];
  readonly covariance: Matrix;
  /** tr(A⁻¹ B) of the scaled test; null unless robust. */
  readonly trace: number | null;
  readonly iterations: number;
  readonly maxGradient: number;
}

/**
 * Maximum likelihood with its covariance matrix: expected information for complete data, the Hessian when answers are
 * missing (expected information assumes MCAR), the sandwich A⁻¹ B A⁻¹ of the Hessian when robust.
 * returns  NotEstimable 'not-converged' | 'not-identified' | 'not-positive-definite'
 * source   Jöreskog 1969; Savalei 2010, doi:10.1037/a0020143 (which information); Yuan & Bentler 2000
 */
export function normalFit(
  ram: RamModel,
  sample: SemSample,
  start: Float64Array,
  how: {
    readonly robust: boolean;
    readonly hessian: boolean;
    readonly tolerance?: number;
    readonly limit?: number;
  },
): Estimate<NormalFit> {
  const bases = sampleBases(ram);
  const discrepancyOf = (data: NormalSample) => (free: Float64Array, curvature: Curvature) =>
    normalDiscrepancy(ram, bases, data, free, curvature);
  // With answers missing, the model is fitted to the EM moments first: as quick as complete data, and near the end.
  const isComplete = sample.groups.every((patterns) => patterns.length === 1);
  const near = isComplete ? null : optimise(discrepancyOf(completedSample(sample)), start, how);
  const begin = near === null ? start : near.parameters;
  const first = near?.converged === true ? 'observed' : 'expected';
  const optimum = optimise(discrepancyOf(sample), begin, { ...how, first });
  if (optimum === null) return notEstimable('not-positive-definite', { iterations: 0 });
  const { parameters, value, iterations, maxGradient } = optimum;
  const order = ram.freeCount;
  const curvature = how.robust || how.hessian ? 'observed' : 'expected';
  const { information } = normalDiscrepancy(ram, bases, sample, parameters, curvature)!;
  if (!isIdentified(information, order)) return notEstimable('not-identified', { parameters: order });
  if (!optimum.converged) return notEstimable('not-converged', { iterations, gradient: maxGradient });
  const inverse = invertPositiveDefinite({ rows: order, cols: order, data: information });
  if (isNotEstimable(inverse)) return notEstimable('not-identified', { parameters: order });
  const implied = ram.groups.map((_, group) => impliedMoments(ram, group, parameters)!);
  let { data } = inverse;
  let trace: number | null = null;
  if (how.robust) {
    const meat = firstOrderInformation(ram, bases, implied, sample);
    trace = traceOfProduct(data, meat);
    data = sandwich(data, meat, order);
  }
  const covariance = { rows: order, cols: order, data: data.map((value) => value / sample.n) };
  return {
    parameters,
    value,
    implied,
    covariance,
    trace,
    iterations: iterations + (near?.iterations ?? 0),
    maxGradient,
  };
}

/** The sample as if complete, with the EM moments of each group. */
export function completedSample(sample: SemSample): NormalSample {
  const groups = sample.saturated.map(({ means, covariance }, group) => {
    const n = sample.groups[group].reduce((sum, pattern) => sum + pattern.n, 0);
    const present = Int32Array.from({ length: covariance.rows }, (_, j) => j);
    return [{ n, present, means, covariance: covariance.data }];
  });
  return { groups, n: sample.n, hasMeans: sample.hasMeans };
}
