import { bivariateNormalCdf } from '../distributions/bivariate-normal.ts';
import { normalCdf } from '../distributions/normal.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';

/**
 * Ordinal alpha: standardised alpha of the polychoric correlations. It describes a scale of the continuous variables
 * behind the answers, which nobody has scored (Chalmers 2018); for the sum score take categoricalOmega.
 *
 * polychoric  k × k polychoric correlations
 * returns   as cronbachAlpha
 * source    Zumbo, Gadermann & Zeisser 2007, doi:10.22237/jmasm/1177992180; Chalmers 2018,
 *           doi:10.1177/0013164417727036
 * checked   R psych::alpha of the polychoric matrix, test/fixtures/r/omega.json, 1e-9
 */
export function ordinalAlpha(polychoric: Matrix): Estimate<number> {
  return cronbachAlpha(polychoric);
}

/**
 * Categorical omega (Green & Yang): the reliability of the sum of the ordinal answers themselves, from a one-factor
 * model of the continuous variables behind them. Both lines are covariances of the answers as the thresholds cut them:
 * above with the correlations λ_i λ_j that the factor makes, below with the polychoric ones (or the model's).
 *
 * standardizedLoadings  of the k items on the factor, on the scale of the polychoric correlations
 * thresholds  per item, ascending; one fewer than its categories; categories are scored by steps of 1
 * correlation  k × k, polychoric or model-implied
 * returns   NotEstimable 'too-few-items', 'negative-variance' (a loading beyond 1), 'no-variance'
 * throws    RangeError: categoricalOmega requires thresholds and correlations for every item
 * source    Green & Yang 2009, Psychometrika 74, 155-167, doi:10.1007/s11336-008-9099-3
 * checked   R semTools::compRelSEM(ord.scale = TRUE), test/fixtures/r/omega.json, 1e-5
 */
export function categoricalOmega(
  standardizedLoadings: ArrayLike<number>,
  thresholds: readonly ArrayLike<number>[],
  correlation: Matrix,
): Estimate<number> {
  const k = standardizedLoadings.length;
  if (thresholds.length !== k || correlation.rows !== k || correlation.cols !== k)
    throw new RangeError('categoricalOmega requires thresholds and correlations for every item');
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  for (let j = 0; j < k; j++)
    if (!(Math.abs(standardizedLoadings[j]) <= 1)) return notEstimable('negative-variance', { item: j });
  let common = 0;
  let total = 0;
  for (let j = 0; j < k; j++)
    for (let i = 0; i <= j; i++) {
      const times = i === j ? 1 : 2;
      const rho = standardizedLoadings[i] * standardizedLoadings[j];
      common += times * answerCovariance(thresholds[i], thresholds[j], rho);
      total +=
        times * answerCovariance(thresholds[i], thresholds[j], i === j ? 1 : correlation.data[j * k + i]);
    }
  return total > 0 ? common / total : notEstimable('no-variance', { items: k });
}

// Covariance of two answers cut from normal variables: Σ over pairs of thresholds of Φ2 - Φ Φ.
function answerCovariance(first: ArrayLike<number>, second: ArrayLike<number>, rho: number): number {
  let sum = 0;
  for (let a = 0; a < first.length; a++)
    for (let b = 0; b < second.length; b++)
      sum += bivariateNormalCdf(first[a], second[b], rho) - normalCdf(first[a]) * normalCdf(second[b]);
  return sum;
}
