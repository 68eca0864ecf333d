import type { Matrix } from '../matrix.ts';

export interface PlsReliability {
  /** Cronbach's alpha, standardized (of the block's correlations), as seminr and SmartPLS print it. */
  readonly standardizedAlpha: number;
  /** Composite reliability (rho-C) and AVE of the loadings given. */
  readonly compositeReliability: number;
  readonly averageVarianceExtracted: number;
  /** Dijkstra–Henseler's rho-A. */
  readonly rhoA: number;
}

/**
 * Reliability of a reflective block of two or more indicators.
 *
 * rho-A = (w'w)^2 [w'(S - diag S)w] / [w'(ww' - diag ww')w], w scaled so that w'Sw = 1;
 * rho-C = (sum l)^2 / ((sum l)^2 + sum(1 - l^2)); AVE = mean l^2.
 * Kernel: checks nothing. Weights of the whole data, loadings of the block in order.
 * source     Dijkstra & Henseler 2015, MIS Quarterly 39, 297-316, doi:10.25300/MISQ/2015/39.2.02
 */
export function plsReliability(
  correlation: Matrix,
  indicators: readonly number[],
  weights: Float64Array,
  loadings: ArrayLike<number>,
): PlsReliability {
  const k = indicators.length;
  let square = 0;
  let between = 0;
  let outer = 0;
  let sumR = 0;
  indicators.forEach((i, a) => {
    square += weights[i] ** 2;
    indicators.forEach((j, b) => {
      if (a === b) return;
      between += weights[i] * weights[j] * correlation.data[j * correlation.rows + i];
      outer += weights[i] ** 2 * weights[j] ** 2;
      sumR += correlation.data[j * correlation.rows + i];
    });
  });
  let sum = 0;
  let squares = 0;
  for (let a = 0; a < k; a++) {
    sum += loadings[a];
    squares += loadings[a] ** 2;
  }
  return {
    standardizedAlpha: (k / (k - 1)) * (1 - k / (k + sumR)),
    compositeReliability: sum ** 2 / (sum ** 2 + k - squares),
    averageVarianceExtracted: squares / k,
    rhoA: (square ** 2 * between) / outer,
  };
}
