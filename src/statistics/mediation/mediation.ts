import type { CaseCounts } from '../descriptive/complete-rows.ts';
import { completeCases } from '../descriptive/complete-rows.ts';
import { covarianceListwise } from '../descriptive/covariance.ts';
import { requireLevel } from '../interval.ts';
import { type Matrix, selectColumns } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type Regression, regress } from '../regression/ols.ts';
import { type PercentileInterval, percentileInterval } from '../resampling/percentile-interval.ts';
import { resampledCovariances } from '../resampling/resampled-covariances.ts';
import {
  type MediationModel,
  mediationEffects,
  mediationEquations,
  mediationWays,
} from './mediation-effects.ts';

export interface MediationOptions {
  readonly seed: number;
  /** 5000. */
  readonly resamples?: number;
  /** 0.95. */
  readonly level?: number;
}

export interface MediationEffect {
  readonly estimate: number;
  /** In standard deviations of outcome and predictor. */
  readonly standardized: number;
  readonly interval: Estimate<PercentileInterval>;
}

export interface Mediation {
  /** Through which mediators, by position among them, in order. */
  readonly indirect: readonly (MediationEffect & { readonly through: readonly number[] })[];
  readonly totalIndirect: MediationEffect;
  readonly direct: MediationEffect;
  readonly total: MediationEffect;
  /** Ordinary regressions of each mediator, then of the outcome. */
  readonly regressions: readonly Regression[];
  readonly n: number;
  readonly counts: CaseCounts;
  readonly seed: number;
}

/**
 * Simple (one mediator), serial or parallel mediation on observed scores, with percentile bootstrap intervals.
 *
 * An indirect effect is the product of the unstandardized slopes on its way; total = direct + all indirect. No bias
 * correction: it lets too many zero effects pass (Fritz, Taylor & MacKinnon 2012).
 * data       n × p, NaN missing: rows with all variables of the model are used; model: columns of data, up to 6 mediators
 * returns    see Mediation. NotEstimable: no-answers, too-few-cases, no-variance, not-positive-definite (collinear)
 * throws     RangeError: mediation requires different columns / one to six mediators / 100 resamples or more / a level
 *            between 0 and 1
 * source     Hayes 2022, Introduction to Mediation, Moderation, and Conditional Process Analysis, models 4 and 6;
 *            Hayes & Scharkow 2013, Psychol. Sci. 24, 1918-1927, doi:10.1177/0956797613480187
 * checked    R lm() and 20,000 resamples, test/fixtures/r/mediation.json: effects 1e-9, limits within simulation error
 */
export function mediation(
  data: Matrix,
  model: MediationModel,
  options: MediationOptions,
): Estimate<Mediation> {
  const { seed, resamples = 5000, level = 0.95 } = options;
  requireLevel(level, 'mediation');
  if (!(resamples >= 100)) throw new RangeError('mediation requires 100 resamples or more');
  const columns = [model.predictor, ...model.mediators, model.outcome, ...(model.covariates ?? [])];
  if (new Set(columns).size !== columns.length) throw new RangeError('mediation requires different columns');
  const size = model.mediators.length;
  if (size < 1 || size > 6) throw new RangeError('mediation requires one to six mediators');
  const arrangement = model.arrangement ?? 'serial';
  const ways = mediationWays(size, arrangement);
  const inner: MediationModel = {
    predictor: 0,
    mediators: model.mediators.map((_, m) => 1 + m),
    outcome: 1 + size,
    covariates: (model.covariates ?? []).map((_, c) => 2 + size + c),
    arrangement,
  };
  const { values, counts } = completeCases(selectColumns(data, columns));
  const moments = covarianceListwise(values);
  if (isNotEstimable(moments)) return moments;
  const { covariance } = moments;
  const variance = (j: number) => covariance.data[j * columns.length + j];
  for (let j = 0; j < columns.length; j++)
    if (!(variance(j) > 0)) return notEstimable('no-variance', { column: columns[j] });
  const effects = mediationEffects(covariance, inner, ways);
  if (isNotEstimable(effects)) return effects;
  const regressions: Regression[] = [];
  for (const { outcome, predictors } of mediationEquations(inner)) {
    const regression = regress(moments, outcome, predictors, level);
    if (isNotEstimable(regression)) return regression;
    regressions.push(regression);
  }
  const drawn = resampledMediation(values, inner, seed, 0, resamples);
  const unit = Math.sqrt(variance(0) / variance(1 + size));
  const effect = (estimate: number, at: number): MediationEffect => ({
    estimate,
    standardized: estimate * unit,
    interval: percentileInterval(drawn[at], level),
  });
  const last = ways.length;
  return {
    indirect: ways.map((through, way) => ({ through, ...effect(effects.indirect[way], way) })),
    totalIndirect: effect(effects.total - effects.direct, last),
    direct: effect(effects.direct, last + 1),
    total: effect(effects.total, last + 2),
    regressions,
    n: values.rows,
    counts,
    seed,
  };
}

/**
 * Effects in resamples first … first + count - 1: the ways of mediationWays, then total indirect, direct and total; NaN
 * where a resample has none. values complete.
 */
export function resampledMediation(
  values: Matrix,
  model: MediationModel,
  seed: number,
  first: number,
  count: number,
): Float64Array[] {
  const ways = mediationWays(model.mediators.length, model.arrangement ?? 'serial');
  const drawn = Array.from({ length: ways.length + 3 }, () => new Float64Array(count).fill(Number.NaN));
  resampledCovariances(values, seed, first, count, (covariance, b) => {
    const effects = mediationEffects(covariance, model, ways);
    if (isNotEstimable(effects)) return;
    const { direct, total, indirect } = effects;
    [...indirect, total - direct, direct, total].forEach((value, at) => {
      drawn[at][b - first] = value;
    });
  });
  return drawn;
}
