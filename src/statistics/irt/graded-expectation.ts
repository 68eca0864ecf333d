import { type GradedItem, gradedProbabilities } from './graded-item.ts';
import { type ResponsePatterns, UNANSWERED } from './response-patterns.ts';

/** Points of theta, equally spaced. */
export type Quadrature = Float64Array;

/** Mean and standard deviation of theta in a group. */
export interface LatentNormal {
  readonly mean: number;
  readonly sd: number;
}

export interface Expectation {
  readonly logLikelihood: number;
  /** Per item: expected number of answers, category × point. */
  readonly answers: readonly Float64Array[];
  /** Per group: expected number of cases at each point. */
  readonly cases: readonly Float64Array[];
}

/** Equally spaced points: their normal densities, brought to sum one, integrate smooth functions to all digits. */
export function rectangularQuadrature(points: number, reach: number): Quadrature {
  return Float64Array.from({ length: points }, (_, q) => -reach + (2 * reach * q) / (points - 1));
}

/** Probability of theta's points in a group, summing to one. */
export function latentWeights(theta: Quadrature, { mean, sd }: LatentNormal): Float64Array {
  const density = theta.map((point) => Math.exp(-0.5 * ((point - mean) / sd) ** 2));
  const total = density.reduce((sum, value) => sum + value, 0);
  return density.map((value) => value / total);
}

/**
 * Expected answers and cases at each point given the parameters (the E step of Bock & Aitkin), and the likelihood.
 * visit      called with each pattern's posterior over the points (reused: copy what you keep)
 */
export function gradedExpectation(
  patterns: ResponsePatterns,
  items: readonly GradedItem[],
  groups: readonly LatentNormal[],
  theta: Quadrature,
  visit?: (pattern: number, posterior: Float64Array) => void,
): Expectation {
  const points = theta.length;
  const k = patterns.items;
  const logs = items.map((item) => logProbabilities(item, theta));
  const priors = groups.map((group) => latentWeights(theta, group).map((w) => Math.log(Math.max(w, 1e-300))));
  const answers = items.map((item) => new Float64Array((item.intercepts.length + 1) * points));
  const cases = groups.map(() => new Float64Array(points));
  const posterior = new Float64Array(points);
  let logLikelihood = 0;
  for (let pattern = 0; pattern < patterns.counts.length; pattern++) {
    const group = patterns.groups[pattern];
    posterior.set(priors[group]);
    for (let j = 0; j < k; j++) {
      const code = patterns.codes[pattern * k + j];
      if (code === UNANSWERED) continue;
      const log = logs[j];
      const from = code * points;
      for (let q = 0; q < points; q++) posterior[q] += log[from + q];
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let q = 0; q < points; q++) highest = Math.max(highest, posterior[q]);
    let total = 0;
    for (let q = 0; q < points; q++) {
      posterior[q] = Math.exp(posterior[q] - highest);
      total += posterior[q];
    }
    const count = patterns.counts[pattern];
    logLikelihood += count * (highest + Math.log(total));
    for (let q = 0; q < points; q++) posterior[q] /= total;
    visit?.(pattern, posterior);
    for (let q = 0; q < points; q++) {
      posterior[q] *= count;
      cases[group][q] += posterior[q];
    }
    for (let j = 0; j < k; j++) {
      const code = patterns.codes[pattern * k + j];
      if (code === UNANSWERED) continue;
      const target = answers[j];
      const from = code * points;
      for (let q = 0; q < points; q++) target[from + q] += posterior[q];
    }
  }
  return { logLikelihood, answers, cases };
}

function logProbabilities(item: GradedItem, theta: Quadrature): Float64Array {
  const categories = item.intercepts.length + 1;
  const points = theta.length;
  const result = new Float64Array(categories * points);
  const at = new Float64Array(categories);
  for (let q = 0; q < points; q++) {
    gradedProbabilities(item, theta[q], at);
    for (let c = 0; c < categories; c++) result[c * points + q] = Math.log(at[c]);
  }
  return result;
}
