import { type Estimate, notEstimable } from '../not-estimable.ts';
import { omegaOfLoadings } from './omega-total.ts';

/**
 * Composite reliability (rho-C, Fornell & Larcker) from standardised loadings: (Σ λ)² / ((Σ λ)² + Σ (1 - λ²)). It is
 * the omega of a sum of z-scores; omegaTotal is that of the sum of answers.
 *
 * standardizedLoadings  of one construct's indicators
 * returns   NotEstimable 'too-few-items' (fewer than two), 'negative-variance' (a loading beyond 1)
 * source    Fornell & Larcker 1981, J. Marketing Res. 18, 39-50, doi:10.1177/002224378101800104
 * checked   R lavaan loadings, test/fixtures/r/omega.json, 1e-5
 */
export function compositeReliability(standardizedLoadings: ArrayLike<number>): Estimate<number> {
  return omegaOfLoadings(
    standardizedLoadings,
    Array.from(standardizedLoadings, (loading) => 1 - loading * loading),
  );
}

/**
 * Average variance extracted: the mean of the squared standardised loadings (Fornell & Larcker, SmartPLS, seminr), not
 * semTools' mean weighted by observed variances.
 *
 * returns   NotEstimable 'too-few-items' (no indicator), 'negative-variance' (a loading beyond 1)
 * source    Fornell & Larcker 1981, doi:10.1177/002224378101800104
 * checked   R lavaan loadings, test/fixtures/r/omega.json, 1e-5
 */
export function averageVarianceExtracted(standardizedLoadings: ArrayLike<number>): Estimate<number> {
  const k = standardizedLoadings.length;
  if (k === 0) return notEstimable('too-few-items', { items: 0, needed: 1 });
  let sum = 0;
  for (let j = 0; j < k; j++) {
    const square = standardizedLoadings[j] ** 2;
    if (!(square <= 1)) return notEstimable('negative-variance', { item: j });
    sum += square;
  }
  return sum / k;
}
