import { type CaseCounts, completeCases } from '../descriptive/complete-rows.ts';
import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { covarianceOfComplete } from '../descriptive/covariance.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { requireLevel } from '../interval.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type PercentileInterval, percentileInterval } from '../resampling/percentile-interval.ts';
import { resampledCovariances } from '../resampling/resampled-covariances.ts';
import { fitPls, type PlsFit } from './fit-pls.ts';
import { type PlsModel, plsStructure } from './pls-model.ts';
import { type PlsOptions, type PlsSolution, plsSolution } from './pls-solution.ts';

export interface PlsBootstrapOptions extends PlsOptions {
  readonly seed: number;
  /** 1000; papers want 5,000 or more. */
  readonly resamples?: number;
  /** 0.95. */
  readonly level?: number;
}

export interface PlsInference {
  readonly estimate: number;
  readonly interval: Estimate<PercentileInterval>;
  /** Estimate over bootstrap standard error, and its two-sided normal p. */
  readonly z: Estimate<number>;
  readonly p: Estimate<number>;
}

export interface PlsBootstrap {
  readonly fit: PlsFit;
  readonly weights: readonly PlsInference[];
  readonly loadings: readonly PlsInference[];
  readonly paths: readonly PlsInference[];
  /** Element (to, from), column-major as fit.totalEffects. */
  readonly totalEffects: readonly PlsInference[];
  readonly rSquared: readonly (PlsInference | undefined)[];
  readonly counts: CaseCounts;
  /** Resamples that gave a solution. */
  readonly resamples: number;
  readonly seed: number;
}

/**
 * PLS path model with percentile bootstrap intervals; resamples keep the signs they come out with (no sign change).
 *
 * A resample is estimated from its correlation matrix, so its cost hardly depends on the cases.
 * items      n × p, NaN missing: rows with a missing answer to a column of the model are left out. Columns of no block
 *            do not count
 * returns    NotEstimable as fitPls for the whole sample, and no-answers, too-few-cases (n < 3)
 * throws     RangeError: plsBootstrap requires 100 resamples or more / a level between 0 and 1; those of fitPls
 * source     Hair, Hult, Ringle & Sarstedt 2022, A Primer on PLS-SEM, ch. 5; Efron & Tibshirani 1993
 * checked    estimates as fitPls; standard errors only for size (0.7 to 1.4 times those of OLS), test/statistics/pls/pls.test.ts
 */
export function plsBootstrap(
  items: Matrix,
  model: PlsModel,
  options: PlsBootstrapOptions,
): Estimate<PlsBootstrap> {
  const { seed, resamples = 1000, level = 0.95 } = options;
  requireLevel(level, 'plsBootstrap');
  if (!(resamples >= 100)) throw new RangeError('plsBootstrap requires 100 resamples or more');
  plsStructure(model, items.cols);
  const { values, counts } = completeCases(items);
  if (values.rows === 0) return notEstimable('no-answers', { n: 0 });
  if (values.rows < 3) return notEstimable('too-few-cases', { n: values.rows, needed: 3 });
  const correlation = correlationMatrix(covarianceOfComplete(values).covariance);
  if (isNotEstimable(correlation)) return correlation;
  const fit = fitPls(correlation, model, options);
  if (isNotEstimable(fit)) return fit;
  const drawn = resampledPls(values, model, options, 0, resamples);
  const estimates = plsStatistics(fit);
  const inferences = Array.from(estimates, (estimate, at) =>
    inference(
      estimate,
      drawn.map((statistics) => statistics[at]),
      level,
    ),
  );
  let at = 0;
  const take = (count: number) => {
    at += count;
    return inferences.slice(at - count, at);
  };
  const k = model.blocks.length;
  return {
    fit,
    weights: take(items.cols),
    loadings: take(items.cols),
    paths: take(fit.paths.length),
    totalEffects: take(k * k),
    rSquared: take(k).map((r2, to) => (fit.rSquared[to] === undefined ? undefined : r2)),
    counts,
    resamples: drawn.length,
    seed,
  };
}

/** Statistics of the resamples first … first + count - 1 that gave a solution, in order. Items complete. */
export function resampledPls(
  items: Matrix,
  model: PlsModel,
  options: PlsBootstrapOptions,
  first: number,
  count: number,
): Float64Array[] {
  const structure = plsStructure(model, items.cols);
  const drawn: Float64Array[] = [];
  resampledCovariances(items, options.seed, first, count, (covariance) => {
    const correlation = correlationMatrix(covariance);
    if (isNotEstimable(correlation)) return;
    const fit = plsSolution(correlation, model, structure, options);
    if (!isNotEstimable(fit)) drawn.push(plsStatistics(fit));
  });
  return drawn;
}

// Weights, loadings, paths, total effects, R² (0 where there is none), one after the other.
function plsStatistics({ weights, loadings, paths, totalEffects, rSquared }: PlsSolution): Float64Array {
  const result = new Float64Array(
    2 * weights.length + paths.length + totalEffects.data.length + rSquared.length,
  );
  result.set(weights);
  result.set(loadings, weights.length);
  let at = 2 * weights.length;
  for (const { coefficient } of paths) result[at++] = coefficient;
  result.set(totalEffects.data, at);
  at += totalEffects.data.length;
  for (const r2 of rSquared) result[at++] = r2 ?? 0;
  return result;
}

function inference(estimate: number, values: ArrayLike<number>, level: number): PlsInference {
  const interval = percentileInterval(values, level);
  if (isNotEstimable(interval)) return { estimate, interval, z: interval, p: interval };
  if (!(interval.standardError > 1e-12)) {
    const none = notEstimable('no-variance');
    return { estimate, interval, z: none, p: none };
  }
  const z = estimate / interval.standardError;
  return { estimate, interval, z, p: normalTwoSided(z) };
}
