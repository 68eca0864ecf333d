import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import type { FactorExtraction } from '../factor/factor-extraction.ts';
import { maximumLikelihoodFactors } from '../factor/maximum-likelihood-factors.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface OneFactorModel {
  /** Loadings of items with unit variance, their sum not negative. */
  readonly standardizedLoadings: Float64Array;
  /** In the items' own units, for a factor of variance 1. */
  readonly loadings: Float64Array;
  readonly residualVariances: Float64Array;
  readonly iterations: number;
  readonly gradient: number;
}

/**
 * One factor behind all items, by maximum likelihood: the one-factor CFA, which is scale-free, so that it can be had
 * from the correlations and turned back into the items' units.
 *
 * covariance  k × k of the items; the divisor does not matter for what is built on it
 * returns   NotEstimable 'too-few-items' (k < 3: two items do not identify a factor), 'no-variance',
 *           'not-positive-definite', 'negative-variance' (an item's uniqueness at its bound .005: a Heywood case, with
 *           the item's number), 'not-converged'
 * throws    RangeError: correlationMatrix requires a square matrix
 * source    Jöreskog 1969, Psychometrika 34, 183-202, doi:10.1007/BF02289343
 * checked   R lavaan cfa, test/fixtures/r/omega.json, 1e-5
 */
export function oneFactorModel(covariance: Matrix): Estimate<OneFactorModel> {
  const correlation = correlationMatrix(covariance);
  const k = covariance.rows;
  if (k < 3) return notEstimable('too-few-items', { items: k, needed: 3 });
  if (isNotEstimable(correlation)) return correlation;
  const extraction = maximumLikelihoodFactors(correlation, 1);
  if (isNotEstimable(extraction)) return extraction;
  const problem = improper(extraction);
  if (problem) return problem;
  const standardizedLoadings = Float64Array.from(extraction.loadings.data);
  const scale = Float64Array.from({ length: k }, (_, j) => Math.sqrt(covariance.data[j * k + j]));
  return {
    standardizedLoadings,
    loadings: standardizedLoadings.map((loading, j) => loading * scale[j]),
    residualVariances: standardizedLoadings.map(
      (loading, j) => (1 - loading * loading) * scale[j] * scale[j],
    ),
    iterations: extraction.iterations,
    gradient: extraction.gradient,
  };
}

/** Why an extraction cannot carry a reliability: a Heywood item, or no convergence. */
export function improper(extraction: FactorExtraction) {
  const { heywoodItems, converged, iterations, gradient } = extraction;
  if (heywoodItems.length > 0) return notEstimable('negative-variance', { item: heywoodItems[0] });
  return converged ? undefined : notEstimable('not-converged', { iterations, gradient });
}
