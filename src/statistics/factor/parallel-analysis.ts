import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import type { RandomSource } from '../random/random-source.ts';
import { minres, reducedCorrelation } from './minres.ts';
import {
  correlationOfUnitColumns,
  normalCorrelation,
  permutedCorrelation,
  unitColumns,
} from './random-correlation.ts';
import { startUniquenesses } from './start-uniquenesses.ts';

export interface ParallelAnalysisOptions {
  /**
   * 'components' – eigenvalues of R (Horn 1965); 'factors' – of R with the communalities of one minres factor on the
   * diagonal (psych::fa.parallel); 'factors-smc' – with squared multiple correlations there (Humphreys & Montanelli 1975).
   */
  readonly model: 'components' | 'factors' | 'factors-smc';
  /** 'permuted' – each item's answers shuffled among the cases; 'normal' – standard normal numbers. */
  readonly data: 'permuted' | 'normal';
  readonly samples: number;
  /** A source for each sample, so that the result does not depend on who draws which: (b) => xoshiro128(seed, b). */
  readonly random: (sample: number) => RandomSource;
  /** Quantile of the random eigenvalues; 0.95 (Glorfeld 1995). */
  readonly quantile?: number;
}

export interface ParallelAnalysis {
  readonly observed: Float64Array;
  readonly mean: Float64Array;
  readonly quantiles: Float64Array;
  /** The first run of observed eigenvalues above the random ones: by their mean, and by their quantile. */
  readonly countByMean: number;
  readonly countByQuantile: number;
  readonly n: number;
}

/**
 * Parallel analysis: how many eigenvalues exceed those of data in which nothing belongs together.
 *
 * items      n × p, complete
 * returns    see ParallelAnalysis; quantiles are type 7 (R's default). NotEstimable: too-few-cases (n <= p), no-variance
 * throws     RangeError: parallelAnalysis requires complete items / at least one sample / a quantile between 0 and 1
 * source     Horn 1965, Psychometrika 30, 179-185, doi:10.1007/BF02289447;
 *            Glorfeld 1995, Educ. Psychol. Meas. 55, 377-393, doi:10.1177/0013164495055003002
 * checked    R psych::fa.parallel and eigenvalues of 2,000 random samples, test/fixtures/r/factorability.json, 0.02
 */
export function parallelAnalysis(
  items: Matrix,
  options: ParallelAnalysisOptions,
): Estimate<ParallelAnalysis> {
  const { samples, quantile = 0.95 } = options;
  const { rows: n, cols: p } = items;
  if (items.data.some(Number.isNaN)) throw new RangeError('parallelAnalysis requires complete items');
  if (!(Number.isInteger(samples) && samples >= 1))
    throw new RangeError('parallelAnalysis requires at least one sample');
  if (!(quantile > 0 && quantile < 1))
    throw new RangeError('parallelAnalysis requires a quantile between 0 and 1');
  if (n <= p) return notEstimable('too-few-cases', { n, needed: p + 1 });
  const unit = unitColumns(items);
  for (let j = 0; j < p; j++)
    if (unit.data.subarray(j * n, (j + 1) * n).every((value) => value === 0))
      return notEstimable('no-variance', { item: j });
  const observed = eigenvalues(correlationOfUnitColumns(unit), options.model);
  const drawn = Array.from({ length: p }, () => new Float64Array(samples));
  const work = createMatrix(n, p);
  for (let sample = 0; sample < samples; sample++) {
    const random = options.random(sample);
    const correlation =
      options.data === 'normal' ? normalCorrelation(n, p, random) : permutedCorrelation(unit, random, work);
    eigenvalues(correlation, options.model).forEach((value, rank) => {
      drawn[rank][sample] = value;
    });
  }
  const mean = Float64Array.from(drawn, (values) => values.reduce((sum, value) => sum + value, 0) / samples);
  const quantiles = Float64Array.from(drawn, (values) => sortedQuantile(values.sort(), quantile));
  return {
    observed,
    mean,
    quantiles,
    countByMean: firstRun(observed, mean),
    countByQuantile: firstRun(observed, quantiles),
    n,
  };
}

function eigenvalues(correlation: Matrix, model: ParallelAnalysisOptions['model']): Float64Array {
  if (model === 'components') return symmetricEigen(correlation).values;
  const uniquenesses =
    model === 'factors'
      ? minres(correlation, 1, { tolerance: 1e-6 }).uniquenesses
      : startUniquenesses(correlation);
  return symmetricEigen(reducedCorrelation(correlation, uniquenesses)).values;
}

function sortedQuantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

function firstRun(observed: Float64Array, random: Float64Array): number {
  const first = observed.findIndex((value, rank) => !(value > random[rank]));
  return first < 0 ? observed.length : first;
}
