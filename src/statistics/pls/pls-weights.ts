import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { blockCorrelation } from './block-correlation.ts';
import { createInnerWorkspace, type InnerWorkspace, innerCoefficients } from './inner-coefficients.ts';
import type { PlsModel, PlsStructure } from './pls-model.ts';

export type PlsScheme = 'path' | 'factorial' | 'centroid';

export interface PlsWeights {
  /** One per column of the data, 0 for columns of no block; each construct has variance one. */
  readonly weights: Float64Array;
  /** Correlation of every column with every construct. */
  readonly crossLoadings: Matrix;
  /** Correlations of the constructs. */
  readonly correlations: Matrix;
  readonly iterations: number;
  /** Largest change of a weight in the last iteration. */
  readonly change: number;
  readonly converged: boolean;
}

/**
 * The PLS algorithm on a correlation matrix: outer weights by turns with inner ones, never touching the cases.
 *
 * Kernel: model and structure checked before. Starts from equal weights; a block's sign follows from that start.
 * source     Lohmöller 1989, Latent Variable Path Modeling with Partial Least Squares, ch. 2
 */
export function plsWeights(
  correlation: Matrix,
  { blocks }: PlsModel,
  structure: PlsStructure,
  scheme: PlsScheme,
  tolerance: number,
  limit: number,
): Estimate<PlsWeights> {
  const p = correlation.rows;
  const k = blocks.length;
  const factors: (Matrix | undefined)[] = [];
  for (const { indicators, mode } of blocks) {
    const factor =
      mode === 'B' && indicators.length > 1 ? cholesky(blockCorrelation(correlation, indicators)) : undefined;
    if (isNotEstimable(factor)) return notEstimable('not-positive-definite', { block: factors.length });
    factors.push(factor);
  }
  const weights = new Float64Array(p);
  const crossLoadings = createMatrix(p, k);
  const correlations = createMatrix(k, k);
  for (const { indicators } of blocks) for (const i of indicators) weights[i] = 1;
  if (!update(correlation, blocks, weights, crossLoadings, correlations)) return notEstimable('no-variance');
  const next = new Float64Array(p);
  const old = new Float64Array(p);
  const inner = createMatrix(k, k);
  const workspace = createInnerWorkspace(k);
  for (let iteration = 1; ; iteration++) {
    const collinear = fillInnerWeights(inner, correlations, structure, scheme, workspace);
    if (collinear >= 0) return notEstimable('not-positive-definite', { outcome: collinear });
    blocks.forEach(({ indicators }, b) => {
      for (const i of indicators) {
        let covariance = 0;
        for (let other = 0; other < k; other++)
          covariance += inner.data[other * k + b] * crossLoadings.data[other * p + i];
        next[i] = covariance;
      }
      const factor = factors[b];
      if (factor) {
        const right = {
          rows: indicators.length,
          cols: 1,
          data: Float64Array.from(indicators, (i) => next[i]),
        };
        choleskySolve(factor, right).data.forEach((value, at) => {
          next[indicators[at]] = value;
        });
      }
    });
    old.set(weights);
    weights.set(next);
    if (!update(correlation, blocks, weights, crossLoadings, correlations))
      return notEstimable('no-variance', { iterations: iteration });
    let change = 0;
    for (let i = 0; i < p; i++) change = Math.max(change, Math.abs(weights[i] - old[i]));
    const converged = change < tolerance;
    if (converged || iteration >= limit)
      return { weights, crossLoadings, correlations, iterations: iteration, change, converged };
  }
}

// Scales each block's weights to a construct of variance one and fills what follows from them; false when one has none.
function update(
  correlation: Matrix,
  blocks: PlsModel['blocks'],
  weights: Float64Array,
  crossLoadings: Matrix,
  correlations: Matrix,
): boolean {
  const p = correlation.rows;
  const k = blocks.length;
  const r = correlation.data;
  const loadings = crossLoadings.data;
  loadings.fill(0);
  for (let b = 0; b < k; b++) {
    const { indicators } = blocks[b];
    const from = b * p;
    for (let at = 0; at < indicators.length; at++) {
      const j = indicators[at];
      const weight = weights[j];
      for (let i = 0; i < p; i++) loadings[from + i] += r[j * p + i] * weight;
    }
    let variance = 0;
    for (let at = 0; at < indicators.length; at++)
      variance += weights[indicators[at]] * loadings[from + indicators[at]];
    if (!(variance > 1e-14)) return false;
    const scale = 1 / Math.sqrt(variance);
    for (let at = 0; at < indicators.length; at++) weights[indicators[at]] *= scale;
    for (let i = 0; i < p; i++) loadings[from + i] *= scale;
  }
  for (let b = 0; b < k; b++) {
    const { indicators } = blocks[b];
    correlations.data[b * k + b] = 1;
    for (let c = 0; c < b; c++) {
      let sum = 0;
      for (let at = 0; at < indicators.length; at++)
        sum += weights[indicators[at]] * loadings[c * p + indicators[at]];
      correlations.data[c * k + b] = sum;
      correlations.data[b * k + c] = sum;
    }
  }
  return true;
}

// Element (b, other): how much construct `other` counts in the inner estimate of construct b. The first construct whose
// predecessors are collinear, or -1.
function fillInnerWeights(
  inner: Matrix,
  correlations: Matrix,
  structure: PlsStructure,
  scheme: PlsScheme,
  workspace: InnerWorkspace,
): number {
  const k = correlations.rows;
  for (let b = 0; b < k; b++) {
    const before = structure.predecessors[b];
    const after = structure.successors[b];
    const regress = scheme === 'path' && before.length > 1;
    if (regress && !innerCoefficients(correlations.data, k, b, before, workspace)) return b;
    for (let at = 0; at < before.length; at++) {
      const r = correlations.data[before[at] * k + b];
      inner.data[before[at] * k + b] = regress
        ? workspace.solution[at]
        : scheme === 'centroid'
          ? Math.sign(r)
          : r;
    }
    for (const other of after) {
      const r = correlations.data[other * k + b];
      inner.data[other * k + b] = scheme === 'centroid' ? Math.sign(r) : r;
    }
  }
  return -1;
}
