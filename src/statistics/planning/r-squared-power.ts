import {
  betaTailMixture,
  negativeBinomialWeights,
  poissonWeights,
} from '../distributions/beta-tail-mixture.ts';
import { fUpperQuantile } from '../distributions/f-distribution.ts';
import type { Estimate } from '../not-estimable.ts';
import { type PowerAim, requireAim } from './power-aim.ts';
import { smallestSample } from './smallest-sample.ts';

export interface RSquaredEffect {
  /** R² of the regression with all predictors, 0 <= R² < 1. */
  readonly rSquared: number;
  readonly predictors: number;
  /** How many of them are tested together; all when left out. */
  readonly tested?: number;
  /** R² without the tested ones; 0 when left out. */
  readonly rSquaredWithout?: number;
}

export interface RSquaredAim extends Omit<PowerAim, 'sides'> {
  /** 'fixed' (default): predictors' values are given, as G*Power and pwr. 'random': they are drawn with the cases. */
  readonly model?: 'fixed' | 'random';
}

/**
 * Power of the F test of R², or of an increase of R².
 * Fixed: F is noncentral with λ = n f², f² = (R² - R²without) / (1 - R²). Random (multivariate normal predictors, as in
 * a survey): a mixture of beta tails with negative binomial weights ((n - 1) / 2, R²); slightly less power.
 *
 * n         cases, at least predictors + 2
 * throws    RangeError: rSquaredPower requires 0 <= rSquaredWithout <= rSquared < 1, tested from 1 to predictors, and
 *           cases beyond predictors + 1; the random model tests all predictors
 * source    Cohen 1988, ch. 9; random: Gatsonis & Sampson 1989, Psychol. Bull. 106, 516-524,
 *           doi:10.1037/0033-2909.106.3.516
 * checked   R pf(ncp), pwr::pwr.f2.test, and integration over the noncentrality; test/fixtures/r/planning.json, 1e-9
 */
export function rSquaredPower(effect: RSquaredEffect, n: number, aim: RSquaredAim = {}): number {
  const { level } = requireAim(aim, 'rSquaredPower');
  const { rSquared, predictors, tested, without } = requireEffect(effect, aim.model);
  const rest = n - predictors - 1;
  if (!(rest >= 1)) throw new RangeError('rSquaredPower requires cases beyond predictors + 1');
  const critical = fUpperQuantile(1 - level, tested, rest);
  const weights =
    aim.model === 'random'
      ? negativeBinomialWeights((n - 1) / 2, rSquared)
      : poissonWeights((n * (rSquared - without)) / (1 - rSquared) / 2);
  return betaTailMixture((critical * tested) / rest, tested / 2, rest / 2, weights);
}

/**
 * The smallest number of cases with the power asked for.
 *
 * returns   NotEstimable 'outside-range' (more than ten million)
 * throws    as rSquaredPower; RangeError: rSquaredSampleSize requires an R² above that without the tested predictors
 */
export function rSquaredSampleSize(effect: RSquaredEffect, aim: RSquaredAim = {}): Estimate<number> {
  const { power } = requireAim(aim, 'rSquaredSampleSize');
  const { rSquared, without, predictors } = requireEffect(effect, aim.model);
  if (!(rSquared > without))
    throw new RangeError('rSquaredSampleSize requires an R² above that without the tested predictors');
  return smallestSample(predictors + 2, (n) => rSquaredPower(effect, n, aim) >= power);
}

function requireEffect(effect: RSquaredEffect, model: RSquaredAim['model']) {
  const { rSquared, predictors, tested = predictors, rSquaredWithout: without = 0 } = effect;
  if (!(without >= 0 && rSquared >= without && rSquared < 1))
    throw new RangeError('rSquaredPower requires 0 <= rSquaredWithout <= rSquared < 1');
  if (!Number.isInteger(predictors) || !Number.isInteger(tested) || tested < 1 || tested > predictors)
    throw new RangeError('rSquaredPower requires tested from 1 to predictors');
  if (model === 'random' && (tested !== predictors || without !== 0))
    throw new RangeError('rSquaredPower requires all predictors tested when they are random');
  return { rSquared, predictors, tested, without };
}
