import type { Matrix } from '../matrix.ts';
import type { Estimate } from '../not-estimable.ts';
import { averageVarianceExtracted, compositeReliability } from '../reliability/composite-reliability.ts';
import { standardizedAlpha } from '../reliability/cronbach-alpha.ts';
import { rhoA } from '../reliability/rho-a.ts';

export interface PlsReliability {
  /** Cronbach's alpha, standardized (of the block's correlations), as seminr and SmartPLS print it. */
  readonly standardizedAlpha: Estimate<number>;
  /** Composite reliability (rho-C) and AVE of the loadings given. */
  readonly compositeReliability: Estimate<number>;
  readonly averageVarianceExtracted: Estimate<number>;
  /** Dijkstra–Henseler's rho-A of the weights. */
  readonly rhoA: Estimate<number>;
}

/** Reliability of a reflective block of two or more indicators: their correlations, weights and loadings. */
export function plsReliability(
  block: Matrix,
  weights: ArrayLike<number>,
  loadings: ArrayLike<number>,
): PlsReliability {
  return {
    standardizedAlpha: standardizedAlpha(block),
    compositeReliability: compositeReliability(loadings),
    averageVarianceExtracted: averageVarianceExtracted(loadings),
    rhoA: rhoA(block, weights),
  };
}
