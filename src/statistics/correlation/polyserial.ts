import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import type { PolychoricOptions } from './polychoric.ts';
import { climbCorrelation, isAtCorrelationLimit } from './polychoric-climb.ts';
import { thresholdInfluence } from './polychoric-influence.ts';
import { polychoricThresholds } from './polychoric-thresholds.ts';
import { standardizedPairs } from './polyserial-pairs.ts';

export interface Polyserial {
  readonly rho: number;
  /** Two-step standard error: counts the sampling of mean, variance and thresholds too. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly n: number;
  readonly thresholds: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  readonly gradient: number;
}

/**
 * Polyserial correlation of a continuous and an ordinal variable: two-step maximum likelihood.
 *
 * Step 1: mean and variance (divisor n) of the continuous variable, thresholds of the ordinal one. Step 2: rho maximises
 * sum log [Phi(u_y) - Phi(u_y-1)], u_k = (tau_k - rho z) / sqrt(1 - rho^2). Interval on Fisher's z as in polychoric.
 * continuous n numbers, NaN missing; ordinal n ordered numbers, NaN missing; cases with both are used
 * returns    see Polyserial. NotEstimable: too-few-cases (< 3), no-variance, outside-range (rho = ±1), not-converged
 * throws     RangeError: polyserial requires variables of equal length / a level between 0 and 1
 * source     Olsson, Drasgow & Dorans 1982, Psychometrika 47, 337-347, doi:10.1007/BF02294164
 * checked    rho R lavaan::lavCor, standard error numerical scores in R, test/fixtures/r/polychoric.json, 1e-6
 */
export function polyserial(
  continuous: ArrayLike<number>,
  ordinal: ArrayLike<number>,
  options: PolychoricOptions = {},
): Estimate<Polyserial> {
  const { level = 0.95, tolerance = 1e-10, limit = 100 } = options;
  if (continuous.length !== ordinal.length)
    throw new RangeError('polyserial requires variables of equal length');
  if (!(level > 0 && level < 1)) throw new RangeError('polyserial requires a level between 0 and 1');
  const { n, z, codes, counts, sd } = standardizedPairs(continuous, ordinal);
  if (n < 3) return notEstimable('too-few-cases', { n, needed: 3 });
  if (counts.length < 2 || !(sd > 0)) return notEstimable('no-variance', { n, categories: counts.length });
  const tau = polychoricThresholds(counts);
  const score = new Float64Array(n);
  const start = z.reduce((sum, value, i) => sum + value * codes[i], 0) / n / codeDeviation(counts, n);
  const { rho, iterations, converged, gradient } = climbCorrelation(
    (at) => {
      fillScores(score, z, codes, tau, at);
      let sum = 0;
      let squares = 0;
      for (const value of score) {
        sum += value;
        squares += value * value;
      }
      return { gradient: sum / n, information: squares / n };
    },
    start,
    tolerance,
    limit,
  );
  if (isAtCorrelationLimit(rho)) return notEstimable('outside-range', { n, rho });
  if (!converged) return notEstimable('not-converged', { n, iterations, gradient });
  const standardError = twoStepError(score, z, codes, counts, tau, rho);
  const reach = (normalQuantile(0.5 + level / 2) * standardError) / (1 - rho * rho);
  const lower = Math.tanh(Math.atanh(rho) - reach);
  const upper = Math.tanh(Math.atanh(rho) + reach);
  return { rho, standardError, lower, upper, level, n, thresholds: tau, iterations, converged, gradient };
}

const density = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

function codeDeviation(counts: Float64Array, n: number): number {
  let mean = 0;
  let square = 0;
  counts.forEach((count, code) => {
    mean += (count * code) / n;
    square += (count * code * code) / n;
  });
  return Math.sqrt(square - mean * mean);
}

function fillScores(
  score: Float64Array,
  z: Float64Array,
  codes: Uint8Array,
  tau: Float64Array,
  rho: number,
): void {
  const rest = 1 - rho * rho;
  const spread = Math.sqrt(rest);
  for (let i = 0; i < z.length; i++) {
    let probability = 0;
    let slope = 0;
    for (const side of [0, 1]) {
      const k = codes[i] - side;
      const sign = side === 0 ? 1 : -1;
      if (k >= tau.length) probability += sign;
      else if (k >= 0) {
        const u = (tau[k] - rho * z[i]) / spread;
        probability += sign * normalCdf(u);
        slope += sign * density(u) * (tau[k] * rho - z[i]);
      }
    }
    score[i] = slope / (Math.max(probability, 1e-300) * rest * spread);
  }
}

// Influence of a case on rho: its score, less what the estimated mean, variance and thresholds already took up.
function twoStepError(
  score: Float64Array,
  z: Float64Array,
  codes: Uint8Array,
  counts: Float64Array,
  tau: Float64Array,
  rho: number,
): number {
  const n = z.length;
  const spread = Math.sqrt(1 - rho * rho);
  const byThreshold = new Float64Array(tau.length);
  let byMean = 0;
  let byVariance = 0;
  let information = 0;
  for (let i = 0; i < n; i++) {
    const y = codes[i];
    const upper = y < tau.length ? (tau[y] - rho * z[i]) / spread : Number.POSITIVE_INFINITY;
    const lower = y > 0 ? (tau[y - 1] - rho * z[i]) / spread : Number.NEGATIVE_INFINITY;
    const probability = Math.max(normalCdf(upper) - normalCdf(lower), 1e-300);
    const byZ = ((-rho / spread) * (density(upper) - density(lower))) / probability;
    information += (score[i] * score[i]) / n;
    byMean += (score[i] * (z[i] - byZ)) / n;
    byVariance += (score[i] * ((z[i] * z[i] - 1) / 2 - (byZ * z[i]) / 2)) / n;
    if (y < tau.length) byThreshold[y] += (score[i] * density(upper)) / (spread * probability * n);
    if (y > 0) byThreshold[y - 1] -= (score[i] * density(lower)) / (spread * probability * n);
  }
  const shares = counts.map((count) => count / n);
  const influence = thresholdInfluence(shares, tau);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let value = score[i] - byMean * z[i] - byVariance * (z[i] * z[i] - 1);
    for (let k = 0; k < tau.length; k++) value -= byThreshold[k] * influence[codes[i] * tau.length + k];
    sum += (value / information) ** 2;
  }
  return Math.sqrt(sum) / n;
}
