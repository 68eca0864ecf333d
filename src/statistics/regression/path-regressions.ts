import type { CaseCounts } from '../descriptive/complete-rows.ts';
import { covarianceListwise } from '../descriptive/covariance.ts';
import { type Matrix, selectColumns } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { type Regression, regress } from './ols.ts';

export interface PathEquation {
  readonly outcome: number;
  readonly predictors: readonly number[];
}

export interface PathRegressions {
  /** One per equation, in order. */
  readonly equations: readonly Estimate<Regression>[];
  readonly n: number;
  readonly counts: CaseCounts;
}

/**
 * The equations of a recursive path model on observed scores, each by ordinary least squares, all from the same cases:
 * those complete on every variable that the model uses.
 *
 * scores    n × p; NaN is missing; columns that no equation names do not cost cases
 * returns   NotEstimable as covarianceListwise; an equation may have a reason of its own
 * throws    RangeError: pathRegressions requires at least one equation; and as regress
 * source    Cohen, Cohen, West & Aiken 2003, ch. 12
 * checked   R lm, test/fixtures/r/regression.json, 1e-9
 */
export function pathRegressions(
  scores: Matrix,
  equations: readonly PathEquation[],
  level = 0.95,
): Estimate<PathRegressions> {
  if (equations.length === 0) throw new RangeError('pathRegressions requires at least one equation');
  const used = [...new Set(equations.flatMap(({ outcome, predictors }) => [outcome, ...predictors]))];
  const moments = covarianceListwise(selectColumns(scores, used));
  if (isNotEstimable(moments)) return moments;
  const place = (column: number): number => used.indexOf(column);
  return {
    equations: equations.map(({ outcome, predictors }) =>
      regress(moments, place(outcome), predictors.map(place), level),
    ),
    n: moments.n,
    counts: moments.counts,
  };
}
