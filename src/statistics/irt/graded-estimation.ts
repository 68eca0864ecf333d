import { gradedExpectation, type LatentNormal, type Quadrature } from './graded-expectation.ts';
import type { GradedItem } from './graded-item.ts';
import { gradedItemScore, isOrdered, maximizeGradedItem } from './graded-maximization.ts';
import type { ResponsePatterns } from './response-patterns.ts';

export interface GradedState {
  readonly items: readonly GradedItem[];
  /** Group 0 is the reference, N(0, 1); the others' distributions are estimated. */
  readonly groups: readonly LatentNormal[];
}

export interface GradedEstimation extends GradedState {
  readonly logLikelihood: number;
  /** EM steps. */
  readonly iterations: number;
  readonly converged: boolean;
  /** Largest change of a parameter in the last EM step. */
  readonly change: number;
}

/** A slope beyond this grows without end: the item all but decides theta, the Heywood case of item response theory. */
export const GRADED_SLOPE_LIMIT = 30;

/**
 * Marginal maximum likelihood by EM, sped up by squared extrapolation: two steps tell the direction, a third of computed
 * length follows it, and is taken back where it lowers the likelihood.
 * source     Bock & Aitkin 1981, Psychometrika 46, 443-459, doi:10.1007/BF02293801;
 *            Varadhan & Roland 2008, Scand. J. Stat. 35, 335-353, doi:10.1111/j.1467-9469.2007.00585.x
 */
export function estimateGraded(
  patterns: ResponsePatterns,
  start: GradedState,
  theta: Quadrature,
  tolerance: number,
  limit: number,
): GradedEstimation {
  let state = start;
  for (let iterations = 2; ; iterations += 2) {
    const first = emStep(patterns, state, theta);
    const second = emStep(patterns, first.state, theta);
    const a = flatten(state);
    const b = flatten(first.state);
    const c = flatten(second.state);
    const runaway = second.state.items.some(({ slope }) => Math.abs(slope) > GRADED_SLOPE_LIMIT);
    const change = c.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at])), 0);
    if (change < tolerance || iterations >= limit || runaway) {
      const { logLikelihood } = gradedExpectation(patterns, second.state.items, second.state.groups, theta);
      return {
        ...second.state,
        logLikelihood,
        iterations,
        converged: change < tolerance && !runaway,
        change,
      };
    }
    const leap = extrapolated(a, b, c);
    const candidate = unflatten(leap, state);
    state = second.state;
    if (candidate.items.every(isOrdered) && candidate.groups.every(({ sd }) => sd > 0.01 && sd < 100)) {
      const there = gradedExpectation(patterns, candidate.items, candidate.groups, theta).logLikelihood;
      if (there >= second.logLikelihood) state = candidate;
    }
  }
}

/** One EM step; logLikelihood is that of the state it starts from. */
function emStep(
  patterns: ResponsePatterns,
  { items, groups }: GradedState,
  theta: Quadrature,
): { state: GradedState; logLikelihood: number } {
  const { answers, cases, logLikelihood } = gradedExpectation(patterns, items, groups, theta);
  return {
    state: {
      items: items.map((item, j) => maximizeGradedItem(item, answers[j], theta)),
      groups: groups.map((group, g) => (g === 0 ? group : momentsOf(cases[g], theta))),
    },
    logLikelihood,
  };
}

/** Derivative of the marginal log likelihood by every item's slope and intercepts, one item after the other. */
export function gradedGradient(
  patterns: ResponsePatterns,
  { items, groups }: GradedState,
  theta: Quadrature,
): Float64Array {
  const { answers } = gradedExpectation(patterns, items, groups, theta);
  return Float64Array.from(
    items.flatMap((item, j) => Array.from(gradedItemScore(item, answers[j], theta).gradient)),
  );
}

/** Slope and intercepts of every item, then mean and log SD of every group. */
export function flatten({ items, groups }: GradedState): Float64Array {
  return Float64Array.from([
    ...items.flatMap(({ slope, intercepts }) => [slope, ...intercepts]),
    ...groups.flatMap(({ mean, sd }) => [mean, Math.log(sd)]),
  ]);
}

/** The inverse of flatten; `like` gives the shape. */
export function unflatten(vector: Float64Array, like: GradedState): GradedState {
  let at = 0;
  const items = like.items.map(({ intercepts }) => {
    const from = at;
    at += 1 + intercepts.length;
    return { slope: vector[from], intercepts: vector.slice(from + 1, at) };
  });
  const groups = like.groups.map((_, g) => ({
    mean: vector[at + 2 * g],
    sd: Math.exp(vector[at + 2 * g + 1]),
  }));
  return { items, groups };
}

function extrapolated(a: Float64Array, b: Float64Array, c: Float64Array): Float64Array {
  let step = 0;
  let bend = 0;
  for (let i = 0; i < a.length; i++) {
    step += (b[i] - a[i]) ** 2;
    bend += (c[i] - 2 * b[i] + a[i]) ** 2;
  }
  const length = bend > 0 ? Math.min(Math.max(Math.sqrt(step / bend), 1), 64) : 1;
  return a.map((value, i) => value + 2 * length * (b[i] - value) + length ** 2 * (c[i] - 2 * b[i] + value));
}

function momentsOf(cases: Float64Array, theta: Quadrature): LatentNormal {
  let n = 0;
  let sum = 0;
  for (let q = 0; q < theta.length; q++) {
    n += cases[q];
    sum += cases[q] * theta[q];
  }
  const mean = sum / n;
  let square = 0;
  for (let q = 0; q < theta.length; q++) square += cases[q] * (theta[q] - mean) ** 2;
  return { mean, sd: Math.sqrt(square / n) };
}
