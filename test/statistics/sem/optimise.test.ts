import { describe, expect, it } from 'vitest';
import { type Curvature, optimise } from '../../../src/statistics/sem/optimise.ts';

/** Rosenbrock's valley; 'expected' is its Gauss-Newton matrix, which is never indefinite. */
function valley([x = 0, y = 0]: Float64Array, curvature: Curvature) {
  const value = (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const gradient = Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x));
  const first = curvature === 'observed' ? 2 - 400 * (y - 3 * x * x) : 2 + 800 * x * x;
  return { value, gradient, information: Float64Array.of(first, -400 * x, -400 * x, 200) };
}

describe('optimise', () => {
  it('finds the minimum of a curved valley', () => {
    const optimum = optimise(valley, Float64Array.of(-1.2, 1))!;
    expect(optimum.converged).toBe(true);
    expect(optimum.parameters[0]).toBeCloseTo(1, 10);
    expect(optimum.parameters[1]).toBeCloseTo(1, 10);
    expect(optimum.maxGradient).toBeLessThan(1e-9);
  });

  it('steps back from where the function is not defined', () => {
    // x - ln x, minimum 1; a full Newton step from 3 leads below zero.
    const evaluate = ([x = 0]: Float64Array) =>
      x <= 0
        ? null
        : {
            value: x - Math.log(x),
            gradient: Float64Array.of(1 - 1 / x),
            information: Float64Array.of(1 / x ** 2),
          };
    const optimum = optimise(evaluate, Float64Array.of(3))!;
    expect(optimum.parameters[0]).toBeCloseTo(1, 10);
    expect(optimise(evaluate, Float64Array.of(-1))).toBeNull();
  });

  it('gets on when the information is singular at the start', () => {
    const evaluate = ([x = 0, y = 0]: Float64Array) => ({
      value: (x + y - 1) ** 2 + (x * y) ** 2,
      gradient: Float64Array.of(2 * (x + y - 1) + 2 * x * y * y, 2 * (x + y - 1) + 2 * x * x * y),
      information: Float64Array.of(2 + 2 * y * y, 2 + 2 * x * y, 2 + 2 * x * y, 2 + 2 * x * x),
    });
    const optimum = optimise(evaluate, Float64Array.of(0, 0))!;
    expect(optimum.value).toBeLessThan(1e-6);
  });

  it('says when the limit was reached', () => {
    const optimum = optimise(valley, Float64Array.of(-1.2, 1), { limit: 3 })!;
    expect(optimum).toMatchObject({ converged: false, iterations: 3 });
  });

  it('has nothing to do without parameters', () => {
    const evaluate = () => ({ value: 7, gradient: new Float64Array(0), information: new Float64Array(0) });
    expect(optimise(evaluate, new Float64Array(0))).toMatchObject({ converged: true, value: 7 });
  });
});
