import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { exploratoryFactorAnalysis } from '../factor/exploratory-factor-analysis.ts';
import { minres } from '../factor/minres.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { matrixSums } from './cronbach-alpha.ts';
import { improper } from './one-factor-model.ts';

export interface OmegaHierarchical {
  /** Share of the sum score's variance that the general factor makes. */
  readonly omegaHierarchical: number;
  /** Share that general and group factors make together. */
  readonly omegaTotal: number;
  /** omegaHierarchical / omegaTotal. */
  readonly ratio: number;
  /** Loadings on the general factor, items keyed so that their sum is positive. */
  readonly generalLoadings: Float64Array;
  /** k × factors, Schmid-Leiman loadings on the group factors. */
  readonly groupLoadings: Matrix;
  readonly uniquenesses: Float64Array;
  /** Explained common variance: the general factor's share of all common variance. */
  readonly explainedCommonVariance: number;
}

/**
 * Omega hierarchical by the Schmid-Leiman transformation, as psych: minres factors, oblimin rotation (without Kaiser
 * normalisation), one factor of their correlations by minres.
 * g = Λ γ;  ω_h = (Σ g)² / Σ R;  ω_t = 1 - Σ u² / Σ R
 *
 * covariance  k × k covariances or correlations of the items
 * factors   group factors, 3 when left out; with two the general factor is not identified and both load √φ on it
 * returns   NotEstimable 'too-few-items' (k < 2 factors + 1), 'no-variance', 'negative-variance', 'not-converged',
 *           'outside-range' (group factors with a negative correlation)
 * throws    RangeError: omegaHierarchical requires two group factors or more
 * source    Schmid & Leiman 1957, Psychometrika 22, 53-61; Zinbarg, Revelle, Yovel & Li 2005,
 *           doi:10.1007/s11336-003-0974-7
 * checked   R psych::omega, test/fixtures/r/omega.json, 1e-3 (psych's minres and oblimin stop early)
 */
export function omegaHierarchical(covariance: Matrix, factors = 3): Estimate<OmegaHierarchical> {
  if (!Number.isInteger(factors) || factors < 2)
    throw new RangeError('omegaHierarchical requires two group factors or more');
  const correlation = correlationMatrix(covariance);
  const k = covariance.rows;
  if (k < 2 * factors + 1) return notEstimable('too-few-items', { items: k, needed: 2 * factors + 1 });
  if (isNotEstimable(correlation)) return correlation;
  // The number of cases matters for the fit only, which is not used here.
  const analysis = exploratoryFactorAnalysis(correlation, k + 2, {
    factors,
    method: 'minres',
    rotation: { rotation: 'oblimin', kaiser: false },
  });
  if (isNotEstimable(analysis)) return analysis;
  const problem = improper(analysis.extraction);
  if (problem) return problem;
  const { loadings, phi } = analysis.rotated;
  const general = secondOrderLoadings(phi);
  if (isNotEstimable(general)) return general;
  const generalLoadings = new Float64Array(k);
  const groupLoadings = createMatrix(k, factors);
  for (let f = 0; f < factors; f++)
    for (let j = 0; j < k; j++) {
      const loading = loadings.data[f * k + j];
      generalLoadings[j] += loading * general[f];
      groupLoadings.data[f * k + j] = loading * Math.sqrt(Math.max(0, 1 - general[f] ** 2));
    }
  const { total } = matrixSums(correlation);
  const sum = generalLoadings.reduce((all, loading) => all + loading, 0);
  const uniquenesses = analysis.communalities.map((communality) => 1 - communality);
  const omegaTotal = 1 - uniquenesses.reduce((all, value) => all + value, 0) / total;
  const squares = (values: Float64Array) => values.reduce((all, value) => all + value * value, 0);
  const generalVariance = squares(generalLoadings);
  return {
    omegaHierarchical: (sum * sum) / total,
    omegaTotal,
    ratio: (sum * sum) / total / omegaTotal,
    generalLoadings,
    groupLoadings,
    uniquenesses,
    explainedCommonVariance: generalVariance / (generalVariance + squares(groupLoadings.data)),
  };
}

function secondOrderLoadings(phi: Matrix): Estimate<Float64Array> {
  if (phi.rows === 2) {
    const r = phi.data[1];
    return r >= 0
      ? Float64Array.of(Math.sqrt(r), Math.sqrt(r))
      : notEstimable('outside-range', { correlation: r });
  }
  const extraction = minres(phi, 1);
  return extraction.converged
    ? Float64Array.from(extraction.loadings.data)
    : notEstimable('not-converged', { iterations: extraction.iterations });
}
