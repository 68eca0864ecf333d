import type { Matrix } from '../matrix.ts';
import { type ExtractionOptions, type FactorExtraction, requireFactorCount } from './factor-extraction.ts';
import { principalLoadings, reducedCorrelation } from './minres.ts';
import { orientation, orientColumns } from './orient-loadings.ts';
import { requireCorrelation } from './require-correlation.ts';
import { startUniquenesses } from './start-uniquenesses.ts';

/**
 * Principal axis factoring: eigenvectors of R with communalities on the diagonal, repeated until these stand still.
 *
 * Starts from squared multiple correlations. Has the same fixed point as minres and comes to it much more slowly; it is
 * here because papers report it. Reports the largest change of a communality as its gradient.
 * correlation p × p; need not be positive definite
 * objective  the sum over i < j of the squared residuals
 * returns    see FactorExtraction; a communality may pass 1 (Heywood): the item is then listed, and it is held at 1
 * throws     RangeError: principalAxis requires a correlation matrix / fewer factors than items
 * source     Thomson 1934, J. Educ. Psychol. 25, 366-374; Harman 1976, Modern Factor Analysis, ch. 8
 * checked    R psych::fa(fm = "pa", min.err = 1e-10), test/fixtures/r/factor-analysis.json, 1e-6
 */
export function principalAxis(
  correlation: Matrix,
  factors: number,
  options: ExtractionOptions = {},
): FactorExtraction {
  requireCorrelation('principalAxis', correlation);
  const { tolerance = 1e-9, limit = 10_000 } = options;
  const p = correlation.rows;
  requireFactorCount('principalAxis', p, factors);
  let uniquenesses = startUniquenesses(correlation);
  for (let iteration = 1; ; iteration++) {
    const loadings = principalLoadings(reducedCorrelation(correlation, uniquenesses), factors);
    const next = uniquenessesOf(loadings);
    const change = next.reduce((most, psi, i) => Math.max(most, Math.abs(psi - uniquenesses[i])), 0);
    uniquenesses = next;
    if (change >= tolerance && iteration < limit) continue;
    return {
      loadings: orientColumns(loadings, orientation(loadings)),
      uniquenesses,
      objective: squaredResiduals(correlation, loadings),
      iterations: iteration,
      converged: change < tolerance,
      gradient: change,
      heywoodItems: [...uniquenesses.keys()].filter((i) => uniquenesses[i] <= 0),
    };
  }
}

function uniquenessesOf(loadings: Matrix): Float64Array {
  const { rows: p, cols: m, data } = loadings;
  return Float64Array.from({ length: p }, (_, i) => {
    let communality = 0;
    for (let f = 0; f < m; f++) communality += data[f * p + i] ** 2;
    return Math.max(1 - communality, 0);
  });
}

function squaredResiduals(correlation: Matrix, loadings: Matrix): number {
  const { rows: p, cols: m, data } = loadings;
  let sum = 0;
  for (let j = 0; j < p; j++)
    for (let i = 0; i < j; i++) {
      let implied = 0;
      for (let f = 0; f < m; f++) implied += data[f * p + i] * data[f * p + j];
      sum += (correlation.data[j * p + i] - implied) ** 2;
    }
  return sum;
}
