import { logBetaPrefactor, logBetaTails } from './incomplete-beta.ts';
import { logPoissonDensity } from './incomplete-gamma.ts';
import { devianceTerm, stirlingError } from './log-gamma.ts';

/**
 * Σ w(j) Q(start + j) over j = 0, 1, 2 …, where Q(a) is the upper tail at ratio / (1 + ratio) of the beta distribution
 * with a and b. All noncentral t, F and multiple-correlation distributions are such sums, with Poisson weights for fixed
 * and negative binomial weights for random predictors.
 * Few terms count, however large the noncentrality: where the weights lie beyond the critical value, the lower tails are
 * summed instead and taken from the total, with an absolute error of rounding.
 *
 * ratio     >= 0, say t² / df
 * start, b  > 0
 * weights   logWeight(j) = ln w(j), rising before and falling after the peak; total = Σ w(j)
 */
export function betaTailMixture(ratio: number, start: number, b: number, weights: MixtureWeights): number {
  const { peak, logWeight, total } = weights;
  const share = ratio > 1 ? 1 / (1 + 1 / ratio) : ratio / (1 + ratio);
  const rest = 1 / (1 + ratio);
  const fromBelow = peak > ratio * b;
  const first = firstThatCounts(Math.floor(peak), logWeight);
  const tails = logBetaTails(share, rest, start + first, b);
  let tail = Math.exp(fromBelow ? tails.lower : tails.upper);
  let sum = 0;
  for (let j = first; ; j++) {
    const weight = Math.exp(logWeight(j));
    sum += weight * tail;
    const step = share > 0 ? Math.exp(logBetaPrefactor(share, rest, start + j, b)) : 0;
    if (j > peak && weight <= sum * 1e-17) break;
    // Taking steps away leaves rounding of about 1e-16 behind, so the end shows in the steps too.
    if (fromBelow && (tail < 1e-15 || (tail < 0.5 && step < 1e-18))) break;
    tail += fromBelow ? -step : step;
  }
  return Math.min(total, Math.max(0, fromBelow ? total - sum : sum));
}

export interface MixtureWeights {
  readonly peak: number;
  readonly total: number;
  logWeight(j: number): number;
}

/** Poisson weights of a fixed noncentrality: T and F given the predictors. mean is half the noncentrality. */
export function poissonWeights(mean: number): MixtureWeights {
  return { peak: mean, total: 1, logWeight: (j) => logPoisson(j, mean) };
}

/** ln of e^-mean mean^x / Γ(x + 1), for any x >= 0 and also for mean = 0. */
export function logPoisson(x: number, mean: number): number {
  return x === 0 ? -mean : mean === 0 ? -Infinity : logPoissonDensity(x, mean);
}

/** Negative binomial weights: the noncentrality of a sample from a population with squared correlation q. */
export function negativeBinomialWeights(size: number, q: number): MixtureWeights {
  return {
    peak: Math.max(0, ((size - 1) * q) / (1 - q)),
    total: 1,
    logWeight: (j) => logNegativeBinomial(j, size, q),
  };
}

// Weights e^-45 below the largest no longer show in a double.
function firstThatCounts(peak: number, logWeight: (j: number) => number): number {
  const least = logWeight(peak) - 45;
  let first = peak;
  for (let step = 1; first > 0 && logWeight(first) > least; step *= 2) first = Math.max(0, first - step);
  return first;
}

/** ln of Γ(size + x) / (Γ(size) Γ(x + 1)) (1 - q)^size q^x: the negative binomial, for any x >= 0 and 0 <= q < 1. */
export function logNegativeBinomial(x: number, size: number, q: number): number {
  if (x === 0) return size * Math.log1p(-q);
  if (q === 0) return -Infinity;
  const n = size + x;
  return (
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(size) -
    devianceTerm(x, n * q) -
    devianceTerm(size, n * (1 - q)) +
    0.5 * Math.log(size / (2 * Math.PI * x * n))
  );
}
