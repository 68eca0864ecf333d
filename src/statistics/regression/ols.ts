import { fLogUpper, fUpper } from '../distributions/f-distribution.ts';
import { studentTCriticalValue, studentTLogTwoSided, studentTTwoSided } from '../distributions/student-t.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import { bilinearForm } from '../linalg/product.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface RegressionTerm {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  readonly logP: number;
  readonly interval: Interval;
}

export interface RegressionCoefficient extends RegressionTerm {
  /** Beta: the coefficient when all variables have standard deviation 1. */
  readonly standardized: number;
  /** VIF, 1 / (1 - R² of this predictor on the others). */
  readonly varianceInflation: number;
  /** Cohen's f²: what R² loses without this predictor, over 1 - R². */
  readonly effectSize: number;
}

export interface Regression {
  readonly n: number;
  /** Residual degrees of freedom, n - predictors - 1. */
  readonly df: number;
  readonly intercept: RegressionTerm;
  /** In the order of the predictors. */
  readonly coefficients: readonly RegressionCoefficient[];
  /** Of the coefficients without the intercept. */
  readonly coefficientCovariance: Matrix;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** Test of all predictors together. */
  readonly f: number;
  readonly p: number;
  readonly logP: number;
  /** R² / (1 - R²). */
  readonly effectSize: number;
  readonly residualStandardDeviation: number;
}

export interface SampleMoments {
  /** Divisor n - 1. */
  readonly covariance: Matrix;
  readonly means: ArrayLike<number>;
  readonly n: number;
}

/**
 * Ordinary least squares with intercept, from means and covariances, so that it costs the same for any number of
 * people, and works on a listwise, pairwise or EM covariance alike (the tests are exact for listwise only).
 * b = Sxx⁻¹ sxy;  SE_j² = s² (Sxx⁻¹)_jj / (n - 1)
 *
 * moments   of all variables
 * outcome, predictors  positions in them, all different; at least one predictor
 * returns   see Regression; NotEstimable 'too-few-cases' (n < predictors + 2), 'no-variance' (of the outcome),
 *           'not-positive-definite' (predictors that determine one another), 'outside-range' (a perfect fit)
 * throws    RangeError: regress requires different variables and at least one predictor / a level between 0 and 1
 * source    Cohen, Cohen, West & Aiken 2003; f²: Cohen 1988, ch. 9
 * checked   R lm, test/fixtures/r/regression.json, 1e-9
 */
export function regress(
  moments: SampleMoments,
  outcome: number,
  predictors: readonly number[],
  level = 0.95,
): Estimate<Regression> {
  requireLevel(level, 'regress');
  const { covariance, means, n } = moments;
  const p = covariance.rows;
  const chosen = [outcome, ...predictors];
  if (
    predictors.length === 0 ||
    new Set(chosen).size < chosen.length ||
    !chosen.every((i) => Number.isInteger(i) && i >= 0 && i < p)
  )
    throw new RangeError('regress requires different variables and at least one predictor');
  const k = predictors.length;
  const df = n - k - 1;
  if (df < 1) return notEstimable('too-few-cases', { n, needed: k + 2 });
  const at = (i: number, j: number): number => covariance.data[j * p + i];
  const outcomeVariance = at(outcome, outcome);
  if (!(outcomeVariance > 0)) return notEstimable('no-variance', { column: outcome });
  const block = createMatrix(k, k);
  predictors.forEach((b, j) => {
    predictors.forEach((a, i) => {
      block.data[j * k + i] = at(a, b);
    });
  });
  const inverse = invertPositiveDefinite(block);
  if (isNotEstimable(inverse)) return inverse;
  const slopes = new Float64Array(k);
  let explained = 0;
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < k; i++) slopes[j] += inverse.data[j * k + i] * at(predictors[i], outcome);
    explained += slopes[j] * at(predictors[j], outcome);
  }
  const rSquared = explained / outcomeVariance;
  if (rSquared > 1 - 1e-13) return notEstimable('outside-range', { rSquared });
  const residualVariance = ((outcomeVariance - explained) * (n - 1)) / df;
  const critical = studentTCriticalValue(level, df);
  const term = (estimate: number, standardError: number): RegressionTerm => {
    const t = estimate / standardError;
    const interval = {
      lower: estimate - critical * standardError,
      upper: estimate + critical * standardError,
      level,
    };
    return {
      estimate,
      standardError,
      t,
      p: studentTTwoSided(t, df),
      logP: studentTLogTwoSided(t, df),
      interval,
    };
  };
  const coefficients = predictors.map((predictor, j): RegressionCoefficient => {
    const diagonal = inverse.data[j * k + j];
    const basic = term(slopes[j], Math.sqrt((residualVariance * diagonal) / (n - 1)));
    return {
      ...basic,
      standardized: slopes[j] * Math.sqrt(at(predictor, predictor) / outcomeVariance),
      varianceInflation: at(predictor, predictor) * diagonal,
      effectSize: (basic.t * basic.t) / df,
    };
  });
  const centre = predictors.map((predictor) => means[predictor]);
  const shift = slopes.reduce((sum, slope, j) => sum + slope * centre[j], 0);
  const interceptVariance = residualVariance * (1 / n + bilinearForm(centre, inverse, centre) / (n - 1));
  const f = (rSquared / k / (1 - rSquared)) * df;
  const coefficientCovariance = createMatrix(k, k);
  coefficientCovariance.data.set(inverse.data.map((value) => (value * residualVariance) / (n - 1)));
  return {
    n,
    df,
    intercept: term(means[outcome] - shift, Math.sqrt(interceptVariance)),
    coefficients,
    coefficientCovariance,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / df,
    f,
    p: fUpper(f, k, df),
    logP: fLogUpper(f, k, df),
    effectSize: rSquared / (1 - rSquared),
    residualStandardDeviation: Math.sqrt(residualVariance),
  };
}
