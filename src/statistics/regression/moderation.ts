import { type CaseCounts, completeCases } from '../descriptive/complete-rows.ts';
import { covarianceOfComplete } from '../descriptive/covariance.ts';
import { studentTCriticalValue, studentTTwoSided } from '../distributions/student-t.ts';
import type { Interval } from '../interval.ts';
import { columnOf, type Matrix, matrixFromColumns, selectColumns } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type Regression, regress } from './ols.ts';

export interface SimpleSlope {
  /** Of the moderator, in its own units. */
  readonly moderator: number;
  readonly slope: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  readonly interval: Interval;
}

export interface Moderation {
  /** Coefficients in this order: predictor, moderator, product, then the covariates; predictor and moderator centred. */
  readonly regression: Regression;
  /** What the product term adds to R². */
  readonly rSquaredChange: number;
  readonly predictorMean: number;
  readonly moderatorMean: number;
  readonly moderatorStandardDeviation: number;
  /** At the moderator's mean - SD, mean, mean + SD, or at the values asked for. */
  readonly slopes: readonly SimpleSlope[];
  /** Johnson-Neyman: moderator values where the slope's p is 1 - level, ascending; none, one or two. */
  readonly turningPoints: readonly number[];
  readonly n: number;
  readonly counts: CaseCounts;
}

/**
 * Moderated regression: y on x, w and their product, x and w centred at their means over the cases used, with simple
 * slopes of x at values of w.
 * slope(w) = b1 + b3 w;  SE² = V11 + 2 w V13 + w² V33, with w centred
 *
 * data      n × p; NaN is missing; rows complete on the variables used enter
 * options   predictor, moderator, outcome, covariates: positions, all different; moderatorValues in the moderator's
 *           units; level
 * returns   NotEstimable 'no-answers', 'too-few-cases', 'no-variance', 'not-positive-definite', 'outside-range'
 * throws    RangeError as regress
 * source    Aiken & West 1991; Johnson & Neyman 1936, as in Bauer & Curran 2005, doi:10.1207/s15327906mbr4003_5
 * checked   R lm, test/fixtures/r/regression.json, 1e-9
 */
export function moderation(
  data: Matrix,
  options: {
    readonly outcome: number;
    readonly predictor: number;
    readonly moderator: number;
    readonly covariates?: readonly number[];
    readonly moderatorValues?: readonly number[];
    readonly level?: number;
  },
): Estimate<Moderation> {
  const { outcome, predictor, moderator, covariates = [], level = 0.95 } = options;
  const chosen = [outcome, predictor, moderator, ...covariates];
  if (new Set(chosen).size < chosen.length) throw new RangeError('moderation requires different variables');
  const { values, counts } = completeCases(selectColumns(data, chosen));
  const n = values.rows;
  if (n === 0) return notEstimable('no-answers', { n });
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const x = centred(columnOf(values, 1));
  const w = centred(columnOf(values, 2));
  const product = x.values.map((value, i) => value * w.values[i]);
  const rest = covariates.map((_, i) => columnOf(values, 3 + i));
  const columns = matrixFromColumns([columnOf(values, 0), x.values, w.values, product, ...rest]);
  const regression = regress(
    { ...covarianceOfComplete(columns), n },
    0,
    Array.from({ length: 3 + rest.length }, (_, i) => i + 1),
    level,
  );
  if (isNotEstimable(regression)) return regression;
  const moderatorStandardDeviation = Math.sqrt(
    w.values.reduce((sum, value) => sum + value * value, 0) / (n - 1),
  );
  const points =
    options.moderatorValues ?? [-1, 0, 1].map((step) => w.mean + step * moderatorStandardDeviation);
  return {
    regression,
    rSquaredChange: regression.coefficients[2].effectSize * (1 - regression.rSquared),
    predictorMean: x.mean,
    moderatorMean: w.mean,
    moderatorStandardDeviation,
    slopes: points.map((point) => simpleSlope(regression, point, point - w.mean, level)),
    turningPoints: turningPoints(regression, level).map((point) => point + w.mean),
    n,
    counts,
  };
}

function centred(column: Float64Array): { values: Float64Array; mean: number } {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return { values: column.map((value) => value - mean), mean };
}

function simpleSlope(regression: Regression, moderator: number, w: number, level: number): SimpleSlope {
  const { coefficients, coefficientCovariance: v, df } = regression;
  const k = v.rows;
  const slope = coefficients[0].estimate + coefficients[2].estimate * w;
  const standardError = Math.sqrt(v.data[0] + 2 * w * v.data[2] + w * w * v.data[2 * k + 2]);
  const t = slope / standardError;
  const reach = studentTCriticalValue(level, df) * standardError;
  return {
    moderator,
    slope,
    standardError,
    t,
    p: studentTTwoSided(t, df),
    interval: { lower: slope - reach, upper: slope + reach, level },
  };
}

// slope² = critical² SE² is a quadratic equation in w.
function turningPoints(regression: Regression, level: number): number[] {
  const { coefficients, coefficientCovariance: v, df } = regression;
  const k = v.rows;
  const critical = studentTCriticalValue(level, df) ** 2;
  const b1 = coefficients[0].estimate;
  const b3 = coefficients[2].estimate;
  const a = b3 * b3 - critical * v.data[2 * k + 2];
  const b = 2 * (b1 * b3 - critical * v.data[2]);
  const c = b1 * b1 - critical * v.data[0];
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0 || (a === 0 && b === 0)) return [];
  if (a === 0) return [-c / b];
  // The form that does not cancel when b² is much larger than 4ac.
  const q = -(b + Math.sign(b || 1) * Math.sqrt(discriminant)) / 2;
  return [...new Set(q === 0 ? [0] : [q / a, c / q])].sort((first, second) => first - second);
}
