import { moments } from '../statistics/descriptive/moments.ts';
import type { Estimate } from '../statistics/not-estimable.ts';

export interface CountMoments {
  readonly n: number;
  readonly mean: Estimate<number>;
  readonly standardDeviation: Estimate<number>;
  /** Type 2. */
  readonly skewness: Estimate<number>;
  /** Type 2, excess. */
  readonly kurtosis: Estimate<number>;
}

/**
 * The moments of a frequency table, which are those of the answers themselves, without walking over the answers.
 * Below eight cases, where the formulas begin to have no value, statistics/descriptive/moments.ts says why.
 *
 * values    distinct; counts[i] is how often values[i] occurs
 */
export function momentsOfCounts(values: ArrayLike<number>, counts: ArrayLike<number>): CountMoments {
  let n = 0;
  let sum = 0;
  let kinds = 0;
  for (let i = 0; i < values.length; i++) {
    n += counts[i]!;
    sum += counts[i]! * values[i]!;
    if (counts[i]! > 0) kinds++;
  }
  if (n < 8 || kinds < 2) return fewMoments(values, counts, n);
  const mean = sum / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - mean;
    const square = counts[i]! * deviation * deviation;
    m2 += square;
    m3 += square * deviation;
    m4 += square * deviation * deviation;
  }
  const g1 = (Math.sqrt(n) * m3) / m2 ** 1.5;
  const g2 = (n * m4) / (m2 * m2) - 3;
  return {
    n,
    mean,
    standardDeviation: Math.sqrt(m2 / (n - 1)),
    skewness: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}

/** A constant needs eight cases at most to show what it is; its reasons do not depend on how many more there are. */
function fewMoments(values: ArrayLike<number>, counts: ArrayLike<number>, n: number): CountMoments {
  const answers: number[] = [];
  for (let i = 0; i < values.length; i++)
    for (let repeat = 0; repeat < Math.min(counts[i]!, 8); repeat++) answers.push(values[i]!);
  const { mean, standardDeviation, skewness, kurtosis } = moments(answers);
  return { n, mean, standardDeviation, skewness, kurtosis };
}
