import { cholesky, choleskyInverse } from '../linalg/cholesky.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { blockCorrelation } from './block-correlation.ts';
import { type PlsModel, plsStructure } from './pls-model.ts';
import { type PlsReliability, plsReliability } from './pls-reliability.ts';
import { type PlsOptions, type PlsSolution, plsSolution } from './pls-solution.ts';

export interface PlsFit extends PlsSolution {
  /** Variance inflation of each column within its block: one where it stands alone, none where its block is collinear. */
  readonly outerVif: readonly Estimate<number>[];
  /** Per construct; undefined for mode B and single indicators, which have none. */
  readonly reliability: readonly (PlsReliability | undefined)[];
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
  const solution = plsSolution(correlation, model, plsStructure(model, correlation.rows), options);
  if (isNotEstimable(solution)) return solution;
  const outerVif: Estimate<number>[] = new Array(correlation.rows).fill(1);
  const reliability = model.blocks.map(({ indicators, mode }) => {
    const block = blockCorrelation(correlation, indicators);
    const factor = cholesky(block);
    // A mode A block can be estimated even where its indicators are exactly collinear.
    const inverse = isNotEstimable(factor) ? undefined : choleskyInverse(factor);
    indicators.forEach((i, at) => {
      outerVif[i] = inverse
        ? inverse.data[at * indicators.length + at]
        : notEstimable('not-positive-definite');
    });
    if (mode === 'B' || indicators.length === 1) return undefined;
    const { weights, loadings } = solution;
    return plsReliability(
      block,
      indicators.map((i) => weights[i]),
      indicators.map((i) => loadings[i]),
    );
  });
  return { ...solution, outerVif, reliability };
}
