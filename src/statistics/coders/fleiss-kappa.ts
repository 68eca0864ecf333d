import { completeCases } from '../descriptive/complete-rows.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { studentTCriticalValue } from '../distributions/student-t.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { codePositions, distinctCodes } from './code-table.ts';
import { kappaInterval } from './cohens-kappa.ts';

export interface CategoryKappa {
  /** Share of all codings. */
  readonly share: number;
  /** Agreement on this code against all others; NotEstimable 'no-variance' for a code never used. */
  readonly kappa: Estimate<number>;
}

export interface FleissKappaOfCounts {
  readonly kappa: number;
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  readonly units: number;
  readonly coders: number;
  readonly categories: readonly CategoryKappa[];
  /** By linearisation over units, not assuming kappa = 0. */
  readonly standardError: Estimate<number>;
  /** kappa ± t standard errors with units - 1 degrees of freedom, cut at 1. */
  readonly interval: Estimate<Interval>;
  /** Test of kappa = 0, by the error that holds there. */
  readonly z: number;
  readonly p: number;
}

export interface FleissKappa extends FleissKappaOfCounts {
  /** The codes of `categories`, ascending. */
  readonly codes: Float64Array;
  /** Units that some but not all coders coded. */
  readonly unitsLeftOut: number;
}

/**
 * Fleiss' kappa of several coders who each coded every unit; chance agreement comes from the shares of the codes over
 * all coders together, so for two coders it is Scott's pi and not Cohen's kappa.
 *
 * ratings   units × coders, codes; a unit with NaN is left out (Krippendorff's alpha keeps it)
 * level     0.95 when left out
 * returns   NotEstimable 'too-few-items' (fewer than two coders), 'no-overlap' (no unit coded by all), 'no-variance'
 *           (one code only)
 * throws    RangeError: a level between 0 and 1
 * source    Fleiss 1971, Psychol. Bull. 76, 378-382, doi:10.1037/h0031619
 * checked   the example of that paper, test/fixtures/r/coders.json, 1e-9
 */
export function fleissKappa(ratings: Matrix, level = 0.95): Estimate<FleissKappa> {
  const { values, counts } = completeCases(ratings);
  const codes = distinctCodes(values.data);
  const at = codePositions(codes);
  const table = createMatrix(values.rows, codes.length);
  for (let i = 0; i < values.data.length; i++)
    table.data[(at.get(values.data[i]) ?? 0) * values.rows + (i % values.rows)]++;
  if (ratings.cols < 2) return notEstimable('too-few-items', { coders: ratings.cols, needed: 2 });
  if (values.rows === 0) return notEstimable('no-overlap', { n: 0 });
  const result = fleissKappaOfCounts(table, level);
  return 'notEstimable' in result ? result : { ...result, codes, unitsLeftOut: counts.partial };
}

/**
 * The same from counts, when it is not known who gave which code.
 * kappa = (pa - pe) / (1 - pe);  pa = mean over units of Σ n_ij (n_ij - 1) / (m (m - 1)), pe = Σ p_j²
 *
 * counts    units × codes: how many of the m coders gave unit i the code j
 * throws    RangeError: fleissKappaOfCounts requires whole counts and the same number of coders, two or more, per unit
 * source    errors: Fleiss, Nee & Landis 1979, Psychol. Bull. 86, 974-977, doi:10.1037/0033-2909.86.5.974 (kappa = 0);
 *           Gwet 2021, Educ. Psychol. Meas. 81, 781-790, doi:10.1177/0013164420973080
 * checked   the formulas in R, test/fixtures/r/coders.json, 1e-9; coverage by simulation
 */
export function fleissKappaOfCounts(counts: Matrix, level = 0.95): Estimate<FleissKappaOfCounts> {
  requireLevel(level, 'fleissKappaOfCounts');
  const { rows: units, cols: k, data } = counts;
  const coders = codersPerUnit(counts);
  if (units === 0) return notEstimable('no-overlap', { n: 0 });
  const shares = new Float64Array(k);
  const agreement = new Float64Array(units);
  for (let j = 0; j < k; j++)
    for (let i = 0; i < units; i++) {
      const count = data[j * units + i];
      shares[j] += count / (units * coders);
      agreement[i] += (count * (count - 1)) / (coders * (coders - 1));
    }
  const observed = mean(agreement);
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  if (shares.some((share) => share > 1 - 1e-12)) return notEstimable('no-variance', { n: units });
  const kappa = (observed - expected) / (1 - expected);
  const standardError = linearisedError(counts, coders, shares, agreement, kappa, expected);
  const z = kappa / nullError(shares, units, coders);
  return {
    kappa,
    observedAgreement: observed,
    expectedAgreement: expected,
    units,
    coders,
    categories: Array.from(shares, (share, j) => ({ share, kappa: categoryKappa(counts, j, share, coders) })),
    standardError: units < 2 ? notEstimable('too-few-cases', { n: units, needed: 2 }) : standardError,
    interval:
      units < 2
        ? notEstimable('too-few-cases', { n: units, needed: 2 })
        : kappaInterval(kappa, standardError, studentTCriticalValue(level, units - 1), level),
    z,
    p: normalTwoSided(z),
  };
}

function codersPerUnit({ rows, cols, data }: Matrix): number {
  let coders = 2;
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < cols; j++) {
      const count = data[j * rows + i];
      sum += Number.isInteger(count) && count >= 0 ? count : Number.NaN;
    }
    if (i === 0) coders = sum;
    if (!(sum >= 2 && sum === coders))
      throw new RangeError(
        'fleissKappaOfCounts requires whole counts and the same number of coders, two or more, per unit',
      );
  }
  return coders;
}

function categoryKappa({ rows, data }: Matrix, j: number, share: number, coders: number): Estimate<number> {
  if (share === 0) return notEstimable('no-variance', { column: j });
  let split = 0;
  for (let i = 0; i < rows; i++) split += data[j * rows + i] * (coders - data[j * rows + i]);
  return 1 - split / (rows * coders * (coders - 1) * share * (1 - share));
}

function nullError(shares: Float64Array, units: number, coders: number): number {
  let spread = 0;
  let skew = 0;
  for (const share of shares) {
    spread += share * (1 - share);
    skew += share * (1 - share) * (1 - 2 * share);
  }
  return Math.sqrt((2 * (spread * spread - skew)) / (units * coders * (coders - 1))) / spread;
}

// What one unit moves kappa by: through its own agreement, and through the shares it contributes to chance agreement.
function linearisedError(
  { rows: units, cols, data }: Matrix,
  coders: number,
  shares: Float64Array,
  agreement: Float64Array,
  kappa: number,
  expected: number,
): number {
  let squares = 0;
  for (let i = 0; i < units; i++) {
    let chance = 0;
    for (let j = 0; j < cols; j++) chance += (shares[j] * data[j * units + i]) / coders;
    const own = (agreement[i] - expected - 2 * (1 - kappa) * (chance - expected)) / (1 - expected);
    squares += (own - kappa) ** 2;
  }
  return Math.sqrt(squares / (units * (units - 1)));
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
