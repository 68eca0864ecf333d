import { completeCases } from '../descriptive/complete-rows.ts';
import { fUpper, fUpperQuantile } from '../distributions/f-distribution.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export type IntraclassForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k';

export interface IntraclassCorrelation {
  readonly form: IntraclassForm;
  readonly value: number;
  readonly interval: Interval;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

export interface IntraclassCorrelations {
  /** 'outside-range' can befall ICC2k alone, when raters differ less than chance alone would make them. */
  readonly forms: Readonly<Record<IntraclassForm, Estimate<IntraclassCorrelation>>>;
  readonly n: number;
  readonly raters: number;
  /** Mean squares: between targets, within targets, between raters, residual. */
  readonly meanSquares: {
    readonly targets: number;
    readonly within: number;
    readonly raters: number;
    readonly residual: number;
  };
  /** Standard error of measurement for absolute agreement, √(rater variance + residual variance). */
  readonly standardErrorAgreement: number;
  /** The same for consistency, √ residual mean square. */
  readonly standardErrorConsistency: number;
}

/**
 * All six intraclass correlations of Shrout & Fleiss from one two-way analysis of variance, with McGraw & Wong's
 * intervals: ICC1 (one-way), ICC2 (two-way random, absolute agreement), ICC3 (two-way mixed, consistency), for one
 * rater or occasion and for the mean of k. Test-retest: the columns are the occasions, ICC2 the usual choice.
 *
 * ratings   n targets × k raters or occasions; rows with NaN are left out
 * returns   NotEstimable 'no-answers', 'too-few-cases' (n < 2), 'too-few-items' (k < 2), 'no-variance' (of the targets),
 *           'outside-range' (no residual variance: the F tests do not exist)
 * throws    RangeError: intraclassCorrelations requires a level between 0 and 1
 * source    Shrout & Fleiss 1979, Psychol. Bull. 86, 420-428; McGraw & Wong 1996, Psychol. Methods 1, 30-46,
 *           doi:10.1037/1082-989X.1.1.30
 * checked   Shrout & Fleiss' example and R psych::ICC(lmer = FALSE), test/fixtures/r/omega.json, 1e-9
 */
export function intraclassCorrelations(ratings: Matrix, level = 0.95): Estimate<IntraclassCorrelations> {
  requireLevel(level, 'intraclassCorrelations');
  const { values } = completeCases(ratings);
  const { rows: n, cols: k } = values;
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  if (n === 0) return notEstimable('no-answers', { n });
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const ms = meanSquares(values);
  if (!(ms.targets > 1e-14 * (ms.within + ms.raters))) return notEstimable('no-variance', { n });
  if (!(ms.residual > 1e-14 * ms.targets)) return notEstimable('outside-range', { residual: ms.residual });
  const outside = (1 - level) / 2;
  const df1 = n - 1;
  const dfResidual = (n - 1) * (k - 1);
  const dfWithin = n * (k - 1);
  const one = (
    form: IntraclassForm,
    value: number,
    f: number,
    df2: number,
    lower: number,
    upper: number,
  ) => ({
    form,
    value,
    f,
    df1,
    df2,
    p: fUpper(f, df1, df2),
    interval: { lower, upper, level },
  });
  const single = (x: number) => (x - 1) / (x + k - 1);
  const mean = (x: number) => 1 - 1 / x;
  const steppedUp = (icc: number) => (k * icc) / (1 + (k - 1) * icc);
  const f1 = ms.targets / ms.within;
  const low1 = f1 / fUpperQuantile(outside, df1, dfWithin);
  const high1 = f1 * fUpperQuantile(outside, dfWithin, df1);
  const f3 = ms.targets / ms.residual;
  const low3 = f3 / fUpperQuantile(outside, df1, dfResidual);
  const high3 = f3 * fUpperQuantile(outside, dfResidual, df1);
  const icc2 =
    (ms.targets - ms.residual) / (ms.targets + (k - 1) * ms.residual + (k * (ms.raters - ms.residual)) / n);
  const below2k = ms.targets + (ms.raters - ms.residual) / n;
  const [low2, high2] = agreementLimits(ms, icc2, n, k, outside);
  const forms = {
    ICC1: one('ICC1', single(f1), f1, dfWithin, single(low1), single(high1)),
    ICC2: one('ICC2', icc2, f3, dfResidual, low2, high2),
    ICC3: one('ICC3', single(f3), f3, dfResidual, single(low3), single(high3)),
    ICC1k: one('ICC1k', mean(f1), f1, dfWithin, mean(low1), mean(high1)),
    ICC2k:
      below2k > 1e-12 * ms.targets && 1 + low2 * (k - 1) > 0
        ? one(
            'ICC2k',
            (ms.targets - ms.residual) / below2k,
            f3,
            dfResidual,
            steppedUp(low2),
            steppedUp(high2),
          )
        : notEstimable('outside-range', { raters: ms.raters, residual: ms.residual }),
    ICC3k: one('ICC3k', mean(f3), f3, dfResidual, mean(low3), mean(high3)),
  };
  const raterVariance = Math.max(0, (ms.raters - ms.residual) / n);
  return {
    forms,
    n,
    raters: k,
    meanSquares: ms,
    standardErrorAgreement: Math.sqrt(raterVariance + ms.residual),
    standardErrorConsistency: Math.sqrt(ms.residual),
  };
}

/**
 * Smallest detectable change between two measurements of one person: z √2 SEM, 1.96 √2 SEM at 95%.
 *
 * standardError  of measurement, say standardErrorAgreement
 * throws    RangeError: smallestDetectableChange requires a standard error of 0 or more
 * source    de Vet, Terwee, Mokkink & Knol 2011, Measurement in Medicine, ch. 5
 */
export function smallestDetectableChange(standardError: number, critical = 1.959963984540054): number {
  if (!(standardError >= 0))
    throw new RangeError('smallestDetectableChange requires a standard error of 0 or more');
  return critical * Math.SQRT2 * standardError;
}

type MeanSquares = IntraclassCorrelations['meanSquares'];

function meanSquares(values: Matrix): MeanSquares {
  const { rows: n, cols: k } = values;
  const rowMeans = new Float64Array(n);
  const columnMeans = new Float64Array(k);
  let grand = 0;
  for (let j = 0; j < k; j++) {
    const column = columnOf(values, j);
    for (let i = 0; i < n; i++) {
      rowMeans[i] += column[i];
      columnMeans[j] += column[i];
      grand += column[i];
    }
  }
  // Divided once at the end, so that whole-number ratings keep exact means and constants no variance.
  for (let i = 0; i < n; i++) rowMeans[i] /= k;
  for (let j = 0; j < k; j++) columnMeans[j] /= n;
  grand /= n * k;
  let targets = 0;
  let raters = 0;
  let residual = 0;
  for (let i = 0; i < n; i++) targets += k * (rowMeans[i] - grand) ** 2;
  for (let j = 0; j < k; j++) {
    raters += n * (columnMeans[j] - grand) ** 2;
    const column = columnOf(values, j);
    for (let i = 0; i < n; i++) residual += (column[i] - rowMeans[i] - columnMeans[j] + grand) ** 2;
  }
  return {
    targets: targets / (n - 1),
    within: (raters + residual) / (n * (k - 1)),
    raters: raters / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
  };
}

// Satterthwaite degrees of freedom for the mixture of rater and residual variance; a negative ICC could carry them below
// the one that the smaller part alone has.
function agreementLimits(
  ms: MeanSquares,
  icc: number,
  n: number,
  k: number,
  outside: number,
): [number, number] {
  const a = k * icc * (ms.raters / ms.residual);
  const b = n * (1 + (k - 1) * icc) - k * icc;
  const v = Math.max(1, ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a * a + b * b));
  const fLow = fUpperQuantile(outside, n - 1, v);
  const fHigh = fUpperQuantile(outside, v, n - 1);
  const mixture = k * ms.raters + (k * n - k - n) * ms.residual;
  return [
    (n * (ms.targets - fLow * ms.residual)) / (fLow * mixture + n * ms.targets),
    (n * (fHigh * ms.targets - ms.residual)) / (mixture + n * fHigh * ms.targets),
  ];
}
