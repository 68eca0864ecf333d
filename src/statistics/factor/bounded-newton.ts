import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { isNotEstimable } from '../not-estimable.ts';

export interface Curvature {
  readonly value: number;
  readonly gradient: Float64Array;
  /** p × p, symmetric; need not be positive definite. */
  readonly hessian: Matrix;
}

export interface BoundedMinimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Largest absolute element of the gradient over the variables that no bound holds. */
  readonly gradient: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Minimum of a smooth function of a few variables within bounds, by Newton steps on the free ones.
 *
 * Kernel: checks nothing. Where the second derivatives are not positive definite a growing ridge makes them so; a step
 * that does not lower the function is halved. A variable at its bound whose derivative pushes outward stays there.
 */
export function boundedNewton(
  evaluate: (x: Float64Array) => Curvature,
  start: Float64Array,
  lower: number,
  upper: number,
  tolerance: number,
  limit: number,
): BoundedMinimum {
  let x = clamp(start, lower, upper);
  let here = evaluate(x);
  for (let iteration = 0; ; iteration++) {
    const free: number[] = [];
    let largest = 0;
    here.gradient.forEach((slope, i) => {
      if ((x[i] <= lower && slope > 0) || (x[i] >= upper && slope < 0)) return;
      free.push(i);
      largest = Math.max(largest, Math.abs(slope));
    });
    if (largest < tolerance || iteration >= limit)
      return {
        x,
        value: here.value,
        gradient: largest,
        iterations: iteration,
        converged: largest < tolerance,
      };
    const step = newtonStep(here, free);
    let next = x;
    let there = here;
    let size = 1;
    // Close to the minimum the function is flat to the last digit: a step that leaves it equal is still progress.
    const slack = 1e-14 * Math.max(1, Math.abs(here.value));
    for (let halving = 0; halving < 40; halving++, size /= 2) {
      next = Float64Array.from(x);
      free.forEach((i, f) => {
        next[i] -= size * step[f];
      });
      next = clamp(next, lower, upper);
      there = evaluate(next);
      if (there.value <= here.value + slack) break;
    }
    if (!(there.value <= here.value + slack))
      return { x, value: here.value, gradient: largest, iterations: iteration, converged: false };
    x = next;
    here = there;
  }
}

function newtonStep(here: Curvature, free: readonly number[]): Float64Array {
  const size = free.length;
  const p = here.gradient.length;
  const right = createMatrix(size, 1);
  const hessian = createMatrix(size, size);
  let scale = 0;
  free.forEach((i, a) => {
    right.data[a] = here.gradient[i];
    free.forEach((j, b) => {
      hessian.data[b * size + a] = here.hessian.data[j * p + i];
    });
    scale = Math.max(scale, Math.abs(here.hessian.data[i * p + i]));
  });
  for (let ridge = 0; ridge < 1e9 * (scale || 1); ridge = ridge === 0 ? 1e-3 * (scale || 1) : 4 * ridge) {
    const bent = createMatrix(size, size);
    bent.data.set(hessian.data);
    for (let a = 0; a < size; a++) bent.data[a * size + a] += ridge;
    const factor = cholesky(bent);
    if (!isNotEstimable(factor)) return choleskySolve(factor, right).data;
  }
  // No ridge helps where second derivatives are not numbers (two eigenvalues met): go down the slope itself.
  return right.data;
}

function clamp(x: Float64Array, lower: number, upper: number): Float64Array {
  return x.map((value) => Math.min(Math.max(value, lower), upper));
}
