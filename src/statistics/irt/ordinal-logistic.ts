import { cholesky, choleskyInverse, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface OrdinalLogistic {
  /** Per predictor: change of the logit of a higher category. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Cut points between categories, rising: logit P(y <= c) = cut_c - x'b. */
  readonly cuts: Float64Array;
  readonly logLikelihood: number;
  /** Of the model with cut points alone. */
  readonly nullLogLikelihood: number;
  readonly nagelkerke: number;
  readonly n: number;
  readonly iterations: number;
  readonly gradient: number;
}

/**
 * Ordinal logistic regression (proportional odds), by Newton's method; for two categories ordinary logistic regression.
 *
 * codes      n categories 0, 1, … K - 1, each used; predictors n × p, complete, without a constant
 * returns    NotEstimable: no-variance (one category), not-positive-definite (collinear or separated), not-converged
 * throws     RangeError: ordinalLogistic requires as many codes as cases
 * source     McCullagh 1980, J. R. Stat. Soc. B 42, 109-142; Nagelkerke 1991, Biometrika 78, 691-692
 * checked    R MASS::polr, test/fixtures/r/differential-item-functioning.json, 1e-5 (its optimiser's last digits)
 */
export function ordinalLogistic(
  codes: ArrayLike<number>,
  predictors: Matrix,
  options: { readonly tolerance?: number; readonly limit?: number } = {},
): Estimate<OrdinalLogistic> {
  const { tolerance = 1e-10, limit = 100 } = options;
  const { rows: n, cols: p } = predictors;
  if (codes.length !== n) throw new RangeError('ordinalLogistic requires as many codes as cases');
  const counts: number[] = [];
  for (let i = 0; i < n; i++) counts[codes[i]] = (counts[codes[i]] ?? 0) + 1;
  const thresholds = counts.length - 1;
  if (thresholds < 1) return notEstimable('no-variance', { n });
  let below = 0;
  let nullLogLikelihood = 0;
  let parameters = new Float64Array(thresholds + p);
  for (let c = 0; c <= thresholds; c++) {
    nullLogLikelihood += counts[c] * Math.log(counts[c] / n);
    below += counts[c];
    if (c < thresholds) parameters[c] = Math.log(below / (n - below));
  }
  let here = scores(codes, predictors, parameters, thresholds);
  for (let iteration = 1; ; iteration++) {
    const factor = cholesky(here.information);
    if (isNotEstimable(factor)) return notEstimable('not-positive-definite', { iterations: iteration });
    const step = choleskySolve(factor, { rows: parameters.length, cols: 1, data: here.gradient }).data;
    const largest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest < tolerance) {
      const covariance = choleskyInverse(factor);
      const cox = 1 - Math.exp((2 / n) * (nullLogLikelihood - here.value));
      const size = parameters.length;
      return {
        coefficients: parameters.slice(thresholds),
        standardErrors: Float64Array.from({ length: p }, (_, j) =>
          Math.sqrt(covariance.data[(thresholds + j) * size + thresholds + j]),
        ),
        cuts: parameters.slice(0, thresholds),
        logLikelihood: here.value,
        nullLogLikelihood,
        nagelkerke: cox / (1 - Math.exp((2 / n) * nullLogLikelihood)),
        n,
        iterations: iteration,
        gradient: here.gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      };
    }
    if (iteration >= limit) return notEstimable('not-converged', { iterations: iteration });
    let moved = false;
    for (let size = 1; size > 1e-6 && !moved; size /= 2) {
      const next = parameters.map((value, at) => value + size * step[at]);
      if (!risingCuts(next, thresholds)) continue;
      const there = scores(codes, predictors, next, thresholds);
      if (there.value < here.value - 1e-12 * Math.abs(here.value)) continue;
      [parameters, here, moved] = [next, there, true];
    }
    if (!moved) return notEstimable('not-converged', { iterations: iteration });
  }
}

function risingCuts(parameters: Float64Array, thresholds: number): boolean {
  for (let c = 1; c < thresholds; c++) if (!(parameters[c] > parameters[c - 1])) return false;
  return true;
}

// Log likelihood, gradient and observed information. With F the logistic function, a case in category c has probability
// F(u) - F(l), u = cut_c - x'b, l = cut_c-1 - x'b; the information is minus the second derivative of its logarithm.
function scores(
  codes: ArrayLike<number>,
  predictors: Matrix,
  parameters: Float64Array,
  thresholds: number,
): { value: number; gradient: Float64Array; information: Matrix } {
  const { rows: n, cols: p } = predictors;
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const information = createMatrix(size, size);
  const upperRow = new Float64Array(size);
  const lowerRow = new Float64Array(size);
  let value = 0;
  for (let i = 0; i < n; i++) {
    const c = codes[i];
    let linear = 0;
    for (let j = 0; j < p; j++) linear += parameters[thresholds + j] * predictors.data[j * n + i];
    upperRow.fill(0);
    lowerRow.fill(0);
    const upper = c < thresholds ? logistic(parameters[c] - linear) : 1;
    const lower = c > 0 ? logistic(parameters[c - 1] - linear) : 0;
    if (c < thresholds) upperRow[c] = 1;
    if (c > 0) lowerRow[c - 1] = 1;
    for (let j = 0; j < p; j++) {
      const x = predictors.data[j * n + i];
      if (c < thresholds) upperRow[thresholds + j] = -x;
      if (c > 0) lowerRow[thresholds + j] = -x;
    }
    const probability = Math.max(upper - lower, 1e-300);
    value += Math.log(probability);
    const du = upper * (1 - upper);
    const dl = lower * (1 - lower);
    const ddu = du * (1 - 2 * upper);
    const ddl = dl * (1 - 2 * lower);
    for (let a = 0; a < size; a++) {
      const ga = (du * upperRow[a] - dl * lowerRow[a]) / probability;
      if (upperRow[a] === 0 && lowerRow[a] === 0) continue;
      gradient[a] += ga;
      for (let b = 0; b <= a; b++) {
        const gb = (du * upperRow[b] - dl * lowerRow[b]) / probability;
        const bend = (ddu * upperRow[a] * upperRow[b] - ddl * lowerRow[a] * lowerRow[b]) / probability;
        information.data[b * size + a] += ga * gb - bend;
      }
    }
  }
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) information.data[a * size + b] = information.data[b * size + a];
  return { value, gradient, information };
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
