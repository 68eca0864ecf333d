import { cholesky, choleskyInverse } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { innerRegression } from './inner-regression.ts';
import { type PlsModel, type PlsStructure, plsStructure } from './pls-model.ts';
import { type PlsReliability, plsReliability } from './pls-reliability.ts';
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

export interface PlsFit {
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
  /** Variance inflation of each column within its block: one where it stands alone, none where its block is collinear. */
  readonly outerVif: readonly Estimate<number>[];
  /** Per construct; undefined for mode B and single indicators, which have none. */
  readonly reliability: readonly (PlsReliability | undefined)[];
  readonly iterations: number;
  readonly change: number;
  readonly converged: boolean;
}

/**
 * Partial least squares path model from a correlation matrix.
 *
 * correlation p × p of the columns that the model's blocks name; of complete cases or from EM, never mean-replaced
 * returns    see PlsFit. NotEstimable: not-positive-definite (a mode B block, or the predictors of a construct, collinear;
 *            consistent correlations that are none), no-variance, outside-range (consistent: rho-A not positive),
 *            not-converged
 * throws     RangeError: fitPls requires … (see plsStructure)
 * source     Lohmöller 1989; consistent PLS: Dijkstra & Henseler 2015, doi:10.25300/MISQ/2015/39.2.02
 * checked    an own PLS on scores and lm() in R, test/fixtures/r/pls.R, pls.json, 1e-6
 */
export function fitPls(correlation: Matrix, model: PlsModel, options: PlsOptions = {}): Estimate<PlsFit> {
  return fitPlsStructure(correlation, model, plsStructure(model, correlation.rows), options);
}

/** The same for a model already checked, as resamples have it. */
export function fitPlsStructure(
  correlation: Matrix,
  model: PlsModel,
  structure: PlsStructure,
  { scheme = 'path', consistent = false, tolerance = 1e-7, limit = 300 }: PlsOptions,
): Estimate<PlsFit> {
  const outer = plsWeights(correlation, model, structure, scheme, tolerance, limit);
  if (isNotEstimable(outer)) return outer;
  if (!outer.converged)
    return notEstimable('not-converged', { iterations: outer.iterations, change: outer.change });
  const measured = measurement(correlation, model, outer, consistent);
  if (isNotEstimable(measured)) return measured;
  const { loadings, reliability, correlations } = measured;
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
    outerVif: outerVif(correlation, model),
    reliability,
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
): Estimate<Pick<PlsFit, 'loadings' | 'reliability' | 'correlations'>> {
  const p = correlation.rows;
  const k = blocks.length;
  const loadings = new Float64Array(p);
  const reliability: (PlsReliability | undefined)[] = [];
  const attenuation = new Float64Array(k).fill(1);
  for (let b = 0; b < k; b++) {
    const { indicators, mode } = blocks[b];
    for (const i of indicators) loadings[i] = crossLoadings.data[b * p + i];
    reliability.push(undefined);
    if (mode === 'B' || indicators.length === 1) continue;
    const own = () => Float64Array.from(indicators, (i) => loadings[i]);
    const first = plsReliability(correlation, indicators, weights, own());
    reliability[b] = first;
    if (!consistent) continue;
    if (!(first.rhoA > 0)) return notEstimable('outside-range', { block: b, rhoA: first.rhoA });
    attenuation[b] = Math.sqrt(first.rhoA);
    const square = indicators.reduce((sum, i) => sum + weights[i] ** 2, 0);
    for (const i of indicators) loadings[i] = (weights[i] * attenuation[b]) / square;
    reliability[b] = plsReliability(correlation, indicators, weights, own());
  }
  if (!consistent) return { loadings, reliability, correlations };
  const corrected = createMatrix(k, k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      corrected.data[b * k + a] =
        a === b ? 1 : correlations.data[b * k + a] / (attenuation[a] * attenuation[b]);
  return { loadings, reliability, correlations: corrected };
}

function outerVif(correlation: Matrix, { blocks }: PlsModel): Estimate<number>[] {
  const p = correlation.rows;
  const vif: Estimate<number>[] = new Array(p).fill(1);
  for (const { indicators } of blocks) {
    const size = indicators.length;
    const among = createMatrix(size, size);
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        among.data[b * size + a] = correlation.data[indicators[b] * p + indicators[a]];
    const factor = cholesky(among);
    // A mode A block can be estimated even where its indicators are exactly collinear.
    const inverse = isNotEstimable(factor) ? undefined : choleskyInverse(factor);
    indicators.forEach((i, at) => {
      vif[i] = inverse ? inverse.data[at * size + at] : notEstimable('not-positive-definite');
    });
  }
  return vif;
}
