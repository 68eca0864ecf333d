import type { Matrix } from '../matrix.ts';

/** What every way of extracting factors returns, before rotation. */
export interface FactorExtraction {
  /** p × m, unrotated: columns by falling sum of squares, each with a sum that is not negative. */
  readonly loadings: Matrix;
  readonly uniquenesses: Float64Array;
  /** What was minimised: see the method. */
  readonly objective: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Largest derivative left at a uniqueness that no bound holds. */
  readonly gradient: number;
  /** Items whose uniqueness stands at the lower bound (Heywood): the solution is improper, treat it with care. */
  readonly heywoodItems: readonly number[];
}

export interface ExtractionOptions {
  /** Largest derivative (minres, ml) or change of a communality (principal axis) at the end. */
  readonly tolerance?: number;
  /** Most iterations. */
  readonly limit?: number;
}

/** Lower bound of a uniqueness, as in R's factanal and psych::fa. */
export const UNIQUENESS_BOUND = 0.005;

/** (p - m)^2 - p - m, halved: degrees of freedom of m factors for p items. */
export function factorDegreesOfFreedom(items: number, factors: number): number {
  return ((items - factors) ** 2 - items - factors) / 2;
}

/** Throws RangeError unless the number of factors is an integer from 1 to p - 1. */
export function requireFactorCount(name: string, items: number, factors: number): void {
  if (!Number.isInteger(factors) || factors < 1 || factors >= items)
    throw new RangeError(`${name} requires at least one factor and fewer factors than items`);
}
