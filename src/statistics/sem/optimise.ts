import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { isNotEstimable } from '../not-estimable.ts';

/** Which second derivatives: their expectation, which is never indefinite, or the Hessian itself. */
export type Curvature = 'expected' | 'observed';

/** A function to minimise at a point, with the curvature that was asked for. */
export interface Objective {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Order × order, symmetric. */
  readonly information: Float64Array;
}

export interface OptimiseOptions {
  /** On the Newton decrement, relative to 1; parameters are then off by about √(n·tolerance) standard errors. */
  readonly tolerance?: number;
  readonly limit?: number;
  /** 'observed' when the start is known to be near. Default 'expected'. */
  readonly first?: Curvature;
}

export interface Optimum {
  readonly parameters: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Largest absolute element of the gradient. */
  readonly maxGradient: number;
  /** g' H⁻¹ g of the last step: twice the decrease still to be had. */
  readonly decrement: number;
}

/**
 * Minimum by Fisher scoring from afar and Newton's method nearby, with halved steps when a step does not help and a
 * ridge when the information is singular (a start without covariances may leave two-indicator factors undetermined).
 * evaluate   null where the function is not defined; such steps are shortened
 * returns    null when the function is undefined at the start
 * source     Nocedal & Wright 2006, Numerical Optimization, 2nd ed., ch. 3
 * checked    test/statistics/sem/optimise.test.ts
 */
export function optimise(
  evaluate: (parameters: Float64Array, curvature: Curvature) => Objective | null,
  start: Float64Array,
  { tolerance = 1e-15, limit = 200, first = 'expected' }: OptimiseOptions = {},
): Optimum | null {
  let parameters = start;
  let curvature = first;
  let at = evaluate(parameters, curvature);
  if (at === null) return null;
  let decrement = Number.MAX_VALUE;
  for (let iterations = 0; ; iterations++) {
    if (parameters.length === 0) decrement = 0;
    const done = decrement <= tolerance;
    if (done || iterations === limit) return finish(parameters, at, iterations, done, decrement);
    let step = curvature === 'observed' ? solve(at, 0) : null;
    if (step === null && curvature === 'observed') at = evaluate(parameters, 'expected') ?? at;
    step ??= ridgedStep(at);
    const slope = dot(at.gradient, step);
    decrement = Math.max(0, slope);
    curvature = decrement < 0.1 ? 'observed' : 'expected';
    let next: { parameters: Float64Array; at: Objective } | null = null;
    for (let length = 1; length > 1e-9 && next === null; length /= 2) {
      const candidate = parameters.map((value, k) => value - length * step[k]);
      const there = evaluate(candidate, curvature);
      // The last steps change the value by less than its rounding error; they are taken for the gradient's sake.
      const slack = 1e-13 * (1 + Math.abs(at.value));
      if (there === null || there.value > at.value - 1e-4 * length * slope + slack) continue;
      next = { parameters: candidate, at: there };
      if (length < 1) decrement = Math.max(decrement, 2 * tolerance);
    }
    if (next === null) return finish(parameters, at, iterations, decrement <= 1e-10, decrement);
    ({ parameters, at } = next);
  }
}

function finish(
  parameters: Float64Array,
  at: Objective,
  iterations: number,
  converged: boolean,
  decrement: number,
): Optimum {
  const maxGradient = at.gradient.reduce((max, g) => Math.max(max, Math.abs(g)), 0);
  return { parameters, value: at.value, iterations, converged, maxGradient, decrement };
}

/** A scoring step, ridged until the information is positive definite. */
function ridgedStep(at: Objective): Float64Array {
  for (let ridge = 0; ridge <= 1e6; ridge = ridge === 0 ? 1e-6 : ridge * 10) {
    const step = solve(at, ridge);
    if (step !== null) return step;
  }
  return at.gradient;
}

/** Null when the ridged information is not positive definite. */
function solve({ information, gradient }: Objective, ridge: number): Float64Array | null {
  const order = gradient.length;
  const ridged = Float64Array.from(information);
  for (let i = 0; i < order; i++) {
    const diagonal = information[i * order + i];
    ridged[i * order + i] = diagonal * (1 + ridge) + (diagonal <= 0 ? ridge : 0);
  }
  const factor = cholesky({ rows: order, cols: order, data: ridged });
  if (isNotEstimable(factor)) return null;
  for (let i = 0; i < order; i++) {
    // A pivot at rounding level would send the step anywhere.
    const pivot = factor.data[i * order + i] ** 2;
    if (pivot < 1e-12 * ridged[i * order + i]) return null;
  }
  return choleskySolve(factor, { rows: order, cols: 1, data: gradient }).data;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}
