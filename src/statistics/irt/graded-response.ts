import { cholesky, choleskyInverse } from '../linalg/cholesky.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { estimateGraded, GRADED_SLOPE_LIMIT, type GradedState, gradedGradient } from './graded-estimation.ts';
import { rectangularQuadrature } from './graded-expectation.ts';
import type { GradedItem } from './graded-item.ts';
import { gradedObservedInformation } from './graded-observed-information.ts';
import { startGradedItems } from './graded-start.ts';
import { responsePatterns } from './response-patterns.ts';

export interface GradedOptions {
  /** Points of the quadrature; 61, equally spaced from -6 to 6. */
  readonly points?: number;
  /** Largest change of a parameter in the last EM step; 1e-7. */
  readonly tolerance?: number;
  /** Most EM steps; 1000. */
  readonly limit?: number;
}

export interface GradedItemEstimate extends GradedItem {
  readonly slopeError: Estimate<number>;
  readonly interceptErrors: readonly Estimate<number>[];
  /** Where on theta a higher category becomes as likely as not: b_c = -d_c / a, rising for a positive slope. */
  readonly difficulties: Float64Array;
  /** By the delta method. */
  readonly difficultyErrors: readonly Estimate<number>[];
  /** The values that the categories stand for, ascending; values nobody chose are no categories. */
  readonly values: readonly number[];
}

export interface GradedResponse {
  readonly items: readonly GradedItemEstimate[];
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  /** Cases with an answer to any item; unanswered items are left out of a case's likelihood (missing at random). */
  readonly n: number;
  readonly patterns: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Largest derivative of the log likelihood at the end. */
  readonly gradient: number;
}

/**
 * Samejima's graded response model, by marginal maximum likelihood with theta standard normal.
 *
 * P(y >= c) = 1 / (1 + exp(-a (theta - b_c))), logistic metric without the factor 1.7. Standard errors from the observed
 * information.
 * items      n × k, NaN missing; ordered values; keyed in one direction, so that slopes come out positive
 * returns    see GradedResponse. NotEstimable: no-answers, too-few-items (k < 3), no-variance (an item with one value),
 *            outside-range (a slope that grows without end; details: item), not-converged. Errors alone are NotEstimable where the information is not positive definite
 * source     Samejima 1969, Psychometrika Monograph 17; Bock & Aitkin 1981, doi:10.1007/BF02293801
 * checked    R optim() on the same likelihood with 241 points, test/fixtures/r/graded-response.json, 1e-5; ltm's published
 *            estimates of the LSAT data (two categories), 1e-3
 */
export function gradedResponse(items: Matrix, options: GradedOptions = {}): Estimate<GradedResponse> {
  const { points = 61, tolerance = 1e-7, limit = 1000 } = options;
  if (items.cols < 3) return notEstimable('too-few-items', { items: items.cols, needed: 3 });
  const patterns = responsePatterns(items);
  const n = patterns.counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return notEstimable('no-answers', { n });
  const constant = patterns.values.findIndex((values) => values.length < 2);
  if (constant >= 0) return notEstimable('no-variance', { item: constant });
  const theta = rectangularQuadrature(points, 6);
  const start: GradedState = { items: startGradedItems(patterns), groups: [{ mean: 0, sd: 1 }] };
  const fit = estimateGraded(patterns, start, theta, tolerance, limit);
  const runaway = fit.items.findIndex(({ slope }) => Math.abs(slope) > GRADED_SLOPE_LIMIT);
  if (runaway >= 0) return notEstimable('outside-range', { item: runaway, slope: fit.items[runaway].slope });
  if (!fit.converged)
    return notEstimable('not-converged', { iterations: fit.iterations, change: fit.change });
  const factor = cholesky(gradedObservedInformation(patterns, fit.items, fit.groups, theta));
  const covariance = isNotEstimable(factor) ? factor : choleskyInverse(factor);
  const parameters = fit.items.reduce((sum, item) => sum + 1 + item.intercepts.length, 0);
  let at = 0;
  const estimates = fit.items.map((item, j): GradedItemEstimate => {
    const from = at;
    at += 1 + item.intercepts.length;
    return { ...item, ...errorsOf(item, covariance, from), values: patterns.values[j] };
  });
  return {
    items: estimates,
    logLikelihood: fit.logLikelihood,
    parameters,
    aic: 2 * parameters - 2 * fit.logLikelihood,
    bic: Math.log(n) * parameters - 2 * fit.logLikelihood,
    n,
    patterns: patterns.counts.length,
    iterations: fit.iterations,
    converged: true,
    gradient: gradedGradient(patterns, fit, theta).reduce(
      (most, value) => Math.max(most, Math.abs(value)),
      0,
    ),
  };
}

function errorsOf(
  { slope, intercepts }: GradedItem,
  covariance: Estimate<Matrix>,
  from: number,
): Pick<GradedItemEstimate, 'slopeError' | 'interceptErrors' | 'difficulties' | 'difficultyErrors'> {
  const difficulties = intercepts.map((d) => -d / slope);
  const each = (error: (place: number, c: number) => Estimate<number>) =>
    Array.from(intercepts, (_, c) => error(from + 1 + c, c));
  if (isNotEstimable(covariance)) {
    const none = each(() => covariance);
    return { slopeError: covariance, interceptErrors: none, difficulties, difficultyErrors: none };
  }
  const at = (i: number, j: number) => covariance.data[j * covariance.rows + i];
  return {
    slopeError: Math.sqrt(at(from, from)),
    interceptErrors: each((place) => Math.sqrt(at(place, place))),
    difficulties,
    difficultyErrors: each((place, c) => {
      const b = difficulties[c];
      return Math.sqrt(at(place, place) + 2 * b * at(place, from) + b * b * at(from, from)) / Math.abs(slope);
    }),
  };
}
