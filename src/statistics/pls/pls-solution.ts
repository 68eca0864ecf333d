import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { rhoA } from '../reliability/rho-a.ts';
import { blockCorrelation } from './block-correlation.ts';
import { innerRegression } from './inner-regression.ts';
import type { PlsModel, PlsStructure } from './pls-model.ts';
import { type PlsScheme, type PlsWeights, plsWeights } from './pls-weights.ts';
import { totalEffects } from './total-effects.ts';

export interface PlsOptions {
  /** Inner weights: *path* (default) – regression on predecessors, correlation with successors; *factorial*; *centroid*. */
  readonly scheme?: PlsScheme;
  /** true: consistent PLS – correlations and loadings of mode A blocks corrected for attenuation by rho-A. */
  readonly consistent?: boolean;
  /** Largest change of a weight at the end; 1e-7. */
  readonly tolerance?: number;
  /** 300. */
  readonly limit?: number;
}

export interface PlsPathEstimate {
  readonly from: number;
  readonly to: number;
  readonly coefficient: number;
  /** (R² with - R² without this predictor) / (1 - R² with). */
  readonly fSquared: number;
  /** Variance inflation of the predictor among the predictors of the same construct. */
  readonly vif: number;
}

/** What a resample is estimated for; fitPls adds what only the whole sample is asked for. */
export interface PlsSolution {
  /** Outer weights and loadings, one per column of the data, 0 for columns of no block. */
  readonly weights: Float64Array;
  readonly loadings: Float64Array;
  /** Correlations of columns with constructs (uncorrected), columns × constructs. */
  readonly crossLoadings: Matrix;
  /** Correlations of the constructs; corrected where `consistent`. */
  readonly correlations: Matrix;
  readonly paths: readonly PlsPathEstimate[];
  /** Element (to, from). */
  readonly totalEffects: Matrix;
  /** Per construct; undefined where no path leads to it. */
  readonly rSquared: readonly (number | undefined)[];
  readonly iterations: number;
  readonly change: number;
  readonly converged: boolean;
}

/** The PLS solution of a model already checked: weights, measurement, paths. NotEstimable as fitPls. */
export function plsSolution(
  correlation: Matrix,
  model: PlsModel,
  structure: PlsStructure,
  { scheme = 'path', consistent = false, tolerance = 1e-7, limit = 300 }: PlsOptions,
): Estimate<PlsSolution> {
  const outer = plsWeights(correlation, model, structure, scheme, tolerance, limit);
  if (isNotEstimable(outer)) return outer;
  if (!outer.converged)
    return notEstimable('not-converged', { iterations: outer.iterations, change: outer.change });
  const measured = measurement(correlation, model, outer, consistent);
  if (isNotEstimable(measured)) return measured;
  const { loadings, correlations } = measured;
  const k = model.blocks.length;
  const direct = createMatrix(k, k);
  const paths: PlsPathEstimate[] = [];
  const rSquared: (number | undefined)[] = [];
  for (let to = 0; to < k; to++) {
    const predictors = structure.predecessors[to];
    rSquared.push(undefined);
    if (predictors.length === 0) continue;
    const regression = innerRegression(correlations, to, predictors);
    if (isNotEstimable(regression)) return regression;
    const r2 = regression.rSquared;
    if (!(r2 < 1)) return notEstimable('not-positive-definite', { outcome: to, rSquared: r2 });
    rSquared[to] = r2;
    predictors.forEach((from, at) => {
      const coefficient = regression.coefficients[at];
      const vif = regression.inverse.data[at * predictors.length + at];
      direct.data[from * k + to] = coefficient;
      // What R² loses without a predictor is its squared coefficient over its VIF.
      paths.push({ from, to, coefficient, vif, fSquared: coefficient ** 2 / vif / (1 - r2) });
    });
  }
  return {
    weights: outer.weights,
    loadings,
    crossLoadings: outer.crossLoadings,
    correlations,
    paths,
    totalEffects: totalEffects(direct, structure.order),
    rSquared,
    iterations: outer.iterations,
    change: outer.change,
    converged: true,
  };
}

function measurement(
  correlation: Matrix,
  { blocks }: PlsModel,
  { weights, crossLoadings, correlations }: PlsWeights,
  consistent: boolean,
): Estimate<Pick<PlsSolution, 'loadings' | 'correlations'>> {
  const p = correlation.rows;
  const k = blocks.length;
  const loadings = new Float64Array(p);
  const attenuation = new Float64Array(k).fill(1);
  for (let b = 0; b < k; b++) {
    const { indicators, mode } = blocks[b];
    for (const i of indicators) loadings[i] = crossLoadings.data[b * p + i];
    if (!consistent || mode === 'B' || indicators.length === 1) continue;
    const reliability = rhoA(
      blockCorrelation(correlation, indicators),
      indicators.map((i) => weights[i]),
    );
    if (isNotEstimable(reliability)) return reliability;
    if (!(reliability > 0)) return notEstimable('outside-range', { block: b, rhoA: reliability });
    attenuation[b] = Math.sqrt(reliability);
    const square = indicators.reduce((sum, i) => sum + weights[i] ** 2, 0);
    for (const i of indicators) loadings[i] = (weights[i] * attenuation[b]) / square;
  }
  if (!consistent) return { loadings, correlations };
  const corrected = createMatrix(k, k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      corrected.data[b * k + a] =
        a === b ? 1 : correlations.data[b * k + a] / (attenuation[a] * attenuation[b]);
  return { loadings, correlations: corrected };
}
