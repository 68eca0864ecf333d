import { quantileOfSorted } from '../descriptive/quantile.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { minres, reducedCorrelation } from './minres.ts';
import {
  correlationOfUnitColumns,
  normalCorrelation,
  permutedCorrelations,
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
  /** Sample b uses stream b of the seed, so that the result does not depend on who draws which. */
  readonly seed: number;
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
  const drawn = randomEigenvalues(items, options, 0, samples);
  const mean = Float64Array.from(drawn, (values) => values.reduce((sum, value) => sum + value, 0) / samples);
  const quantiles = Float64Array.from(drawn, (values) => quantileOfSorted(values.sort(), quantile));
  return {
    observed,
    mean,
    quantiles,
    countByMean: firstRun(observed, mean),
    countByQuantile: firstRun(observed, quantiles),
    n,
  };
}

/** Eigenvalues of the random samples first … first + count - 1: one array per rank. Items complete, none constant. */
export function randomEigenvalues(
  items: Matrix,
  { model, data, seed }: Pick<ParallelAnalysisOptions, 'model' | 'data' | 'seed'>,
  first: number,
  count: number,
): Float64Array[] {
  const { rows: n, cols: p } = items;
  const permuted = data === 'permuted' ? permutedCorrelations(items) : undefined;
  const drawn = Array.from({ length: p }, () => new Float64Array(count));
  for (let at = 0; at < count; at++) {
    const random = xoshiro128(seed, first + at);
    const correlation = permuted?.(random) ?? normalCorrelation(n, p, random);
    eigenvalues(correlation, model).forEach((value, rank) => {
      drawn[rank][at] = value;
    });
  }
  return drawn;
}

function eigenvalues(correlation: Matrix, model: ParallelAnalysisOptions['model']): Float64Array {
  if (model === 'components') return symmetricEigen(correlation).values;
  const uniquenesses =
    model === 'factors'
      ? minres(correlation, 1, { tolerance: 1e-6 }).uniquenesses
      : startUniquenesses(correlation);
  return symmetricEigen(reducedCorrelation(correlation, uniquenesses)).values;
}

function firstRun(observed: Float64Array, random: Float64Array): number {
  const first = observed.findIndex((value, rank) => !(value > random[rank]));
  return first < 0 ? observed.length : first;
}
