import type { Matrix } from '../matrix.ts';

/** Observed and implied moments of a group. */
export interface MomentPair {
  readonly n: number;
  readonly observed: Matrix;
  readonly implied: Matrix;
  readonly observedMeans: Float64Array | null;
  readonly impliedMeans: Float64Array | null;
}

export interface ResidualMeasures {
  readonly srmr: number;
  readonly srmrWithMeans: number | null;
  readonly crmr: number;
}

/**
 * Root mean square residuals, averaged over groups by their sizes.
 * SRMR: residual covariances over the observed standard deviations, p(p+1)/2 of them (Bentler 1995); with means
 * also (mean - μ) / sd. CRMR: differences of correlations, p(p-1)/2 of them.
 * source   Bentler 1995, EQS manual; Maydeu-Olivares 2017, doi:10.1007/s11336-016-9552-7
 * checked  R lavaan srmr_bentler_nomean, srmr, crmr_nomean, test/fixtures/r/sem-ml.json, 1e-5
 */
export function residualMeasures(groups: readonly MomentPair[]): ResidualMeasures {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  let srmr = 0;
  let withMeans = 0;
  let crmr = 0;
  for (const group of groups) {
    const p = group.observed.rows;
    const s = group.observed.data;
    const sigma = group.implied.data;
    let standardized = 0;
    let correlational = 0;
    for (let j = 0; j < p; j++)
      for (let i = j; i < p; i++) {
        const scale = Math.sqrt(s[i * p + i] * s[j * p + j]);
        standardized += ((s[j * p + i] - sigma[j * p + i]) / scale) ** 2;
        if (i === j) continue;
        const impliedScale = Math.sqrt(sigma[i * p + i] * sigma[j * p + j]);
        correlational += (s[j * p + i] / scale - sigma[j * p + i] / impliedScale) ** 2;
      }
    let meanSum = 0;
    if (group.observedMeans !== null && group.impliedMeans !== null)
      for (let j = 0; j < p; j++)
        meanSum += (group.observedMeans[j] - group.impliedMeans[j]) ** 2 / s[j * p + j];
    const share = group.n / n;
    srmr += share * Math.sqrt(standardized / ((p * (p + 1)) / 2));
    withMeans += share * Math.sqrt((standardized + meanSum) / ((p * (p + 1)) / 2 + p));
    if (p > 1) crmr += share * Math.sqrt(correlational / ((p * (p - 1)) / 2));
  }
  return { srmr, srmrWithMeans: groups[0].observedMeans === null ? null : withMeans, crmr };
}
