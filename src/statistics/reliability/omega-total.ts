import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { minres } from '../factor/minres.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { matrixSums } from './cronbach-alpha.ts';
import { improper, oneFactorModel } from './one-factor-model.ts';

/**
 * Omega total of a unidimensional scale, with the model's own variance of the sum below the line (JASP, MBESS,
 * semTools obs.var = FALSE): (Σ λ)² / ((Σ λ)² + Σ θ). Kernel: loadings and residual variances of any one-factor model
 * (one-factor ML of complete data, or a CFA by FIML), for a factor of variance 1, unstandardised.
 *
 * returns   0 … 1; NotEstimable 'too-few-items', 'negative-variance' (a residual variance below 0), 'no-variance'
 * throws    RangeError: omegaOfLoadings requires as many residual variances as loadings
 * source    McDonald 1999, Test theory, ch. 6; Flora 2020, AMPPS 3, 484-501, doi:10.1177/2515245920951747
 * checked   R semTools::compRelSEM(obs.var = FALSE), test/fixtures/r/omega.json, 1e-5
 */
export function omegaOfLoadings(
  loadings: ArrayLike<number>,
  residualVariances: ArrayLike<number>,
): Estimate<number> {
  if (loadings.length !== residualVariances.length)
    throw new RangeError('omegaOfLoadings requires as many residual variances as loadings');
  if (loadings.length < 2) return notEstimable('too-few-items', { items: loadings.length, needed: 2 });
  let sum = 0;
  let residual = 0;
  for (let j = 0; j < loadings.length; j++) {
    if (!(residualVariances[j] >= 0)) return notEstimable('negative-variance', { item: j });
    sum += loadings[j];
    residual += residualVariances[j];
  }
  const total = sum * sum + residual;
  return total > 0 ? (sum * sum) / total : notEstimable('no-variance', { items: loadings.length });
}

/**
 * Omega total of items by one-factor maximum likelihood. Two definitions, which differ when the model does not fit:
 * 'model' (default) puts the model's variance of the sum score below the line, 'observed' the sample's (semTools
 * obs.var = TRUE), which can fall below alpha.
 *
 * covariance  k × k of the items
 * returns   NotEstimable as oneFactorModel
 * source    as omegaOfLoadings
 * checked   R semTools::compRelSEM, test/fixtures/r/omega.json, 1e-5
 */
export function omegaTotal(
  covariance: Matrix,
  { denominator = 'model' }: { readonly denominator?: 'model' | 'observed' } = {},
): Estimate<number> {
  const model = oneFactorModel(covariance);
  if (isNotEstimable(model)) return model;
  if (denominator === 'model') return omegaOfLoadings(model.loadings, model.residualVariances);
  const { total } = matrixSums(covariance);
  const sum = model.loadings.reduce((all, loading) => all + loading, 0);
  return total > 0 ? (sum * sum) / total : notEstimable('no-variance', { items: covariance.rows });
}

/**
 * psych's omega total with one factor: 1 - Σ uniquenesses / Σ correlations, the factor by minres on the correlation
 * matrix. It is that of the sum of z-scores.
 *
 * covariance  k × k covariances, Pearson or polychoric correlations
 * returns   NotEstimable as oneFactorModel
 * source    Revelle & Zinbarg 2009, Psychometrika 74, 145-154, doi:10.1007/s11336-008-9102-z
 * checked   R psych::omega(nfactors = 1), test/fixtures/r/omega.json, 1e-4 (psych's own minres stops early)
 */
export function omegaTotalMinres(covariance: Matrix): Estimate<number> {
  const correlation = correlationMatrix(covariance);
  if (covariance.rows < 3) return notEstimable('too-few-items', { items: covariance.rows, needed: 3 });
  if (isNotEstimable(correlation)) return correlation;
  const extraction = minres(correlation, 1);
  const problem = improper(extraction);
  if (problem) return problem;
  const unique = extraction.uniquenesses.reduce((sum, value) => sum + value, 0);
  const { total } = matrixSums(correlation);
  return total > 0 ? 1 - unique / total : notEstimable('no-variance', { items: covariance.rows });
}
