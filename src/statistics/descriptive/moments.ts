import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface Moments {
  /** Answered. */
  readonly n: number;
  /** NaN. */
  readonly missing: number;
  readonly mean: Estimate<number>;
  /** Divisor n - 1. */
  readonly variance: Estimate<number>;
  readonly standardDeviation: Estimate<number>;
  readonly standardErrorOfMean: Estimate<number>;
  /** Type 2, G1. */
  readonly skewness: Estimate<number>;
  readonly skewnessStandardError: Estimate<number>;
  /** Type 2, G2, excess: 0 for the normal distribution. */
  readonly kurtosis: Estimate<number>;
  readonly kurtosisStandardError: Estimate<number>;
  readonly minimum: Estimate<number>;
  readonly maximum: Estimate<number>;
}

/**
 * Mean, variance, skewness and kurtosis of one variable.
 * Skewness and excess kurtosis are of type 2 (G1, G2: SPSS, SAS, JASP, jamovi), not type 1 (moments) nor type 3
 * (psych's default); their standard errors are those of a normal population.
 * G1 = √(n(n-1)) / (n-2) g1;  G2 = (n-1) / ((n-2)(n-3)) ((n+1) g2 + 6)
 *
 * values    NaN is missing and left out
 * returns   each moment, or why it has none: 'no-answers', 'too-few-cases' (variance 2, skewness 3, kurtosis 4),
 *           'no-variance' (skewness and kurtosis of a constant)
 * source    Joanes & Gill 1998, The Statistician 47, 183-189, doi:10.1111/1467-9884.00122
 * checked   R psych::describe(type = 2), test/fixtures/r/descriptive.json, 1e-9
 */
export function moments(values: ArrayLike<number>): Moments {
  const { n, mean, m2, m3, m4, minimum, maximum } = centralSums(values);
  const isConstant = minimum === maximum;
  const needs = (needed: number, shape: boolean, value: () => number): Estimate<number> => {
    if (n === 0) return notEstimable('no-answers', { n });
    if (n < needed) return notEstimable('too-few-cases', { n, needed });
    if (shape && isConstant) return notEstimable('no-variance', { n });
    return value();
  };
  const variance = () => (isConstant ? 0 : m2 / (n - 1));
  const g1 = () => (Math.sqrt(n) * m3) / m2 ** 1.5;
  const g2 = () => (n * m4) / (m2 * m2) - 3;
  return {
    n,
    missing: values.length - n,
    mean: needs(1, false, () => mean),
    variance: needs(2, false, variance),
    standardDeviation: needs(2, false, () => Math.sqrt(variance())),
    standardErrorOfMean: needs(2, false, () => Math.sqrt(variance() / n)),
    skewness: needs(3, true, () => (g1() * Math.sqrt(n * (n - 1))) / (n - 2)),
    skewnessStandardError: needs(3, false, () => skewnessStandardError(n)),
    kurtosis: needs(4, true, () => ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2() + 6)),
    kurtosisStandardError: needs(4, false, () => kurtosisStandardError(n)),
    minimum: needs(1, false, () => minimum),
    maximum: needs(1, false, () => maximum),
  };
}

// A function of its own, because variables that a closure shares are kept on the heap, and this is the inner loop.
function centralSums(values: ArrayLike<number>) {
  let n = 0;
  let sum = 0;
  let minimum = Infinity;
  let maximum = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const mean = sum / n;
  let m1 = 0;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    const deviation = value - mean;
    const square = deviation * deviation;
    m1 += deviation;
    m2 += square;
    m3 += square * deviation;
    m4 += square * square;
  }
  // The second pass also tells what rounding took from the mean.
  return { n, mean: mean + m1 / n, m2: m2 - (m1 * m1) / n, m3, m4, minimum, maximum };
}

function skewnessStandardError(n: number): number {
  return Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3)));
}

function kurtosisStandardError(n: number): number {
  return 2 * skewnessStandardError(n) * Math.sqrt((n * n - 1) / ((n - 3) * (n + 5)));
}
