import { normalTwoSided } from '../distributions/normal.ts';
import { studentTTwoSided } from '../distributions/student-t.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { fisherInterval } from './fisher-interval.ts';

export interface CorrelationDifference {
  readonly difference: number;
  /** z, or for Williams' test t with df. */
  readonly statistic: number;
  readonly df?: number;
  readonly p: number;
  /** Of the difference, by Zou's method. */
  readonly interval: Estimate<Interval>;
}

/**
 * Two correlations from different people: z of the difference of Fisher's z.
 *
 * returns   NotEstimable 'too-few-cases' (n < 4), 'outside-range' (|r| = 1)
 * source    Fisher 1921; interval: Zou 2007, Psychol. Methods 12, 399-413, doi:10.1037/1082-989X.12.4.399
 * checked   R psych::r.test and the example of Zou (2007), test/fixtures/r/correlation.json, 1e-9
 */
export function compareIndependentCorrelations(
  first: { readonly r: number; readonly n: number },
  second: { readonly r: number; readonly n: number },
  level = 0.95,
): Estimate<CorrelationDifference> {
  const smallest = Math.min(first.n, second.n);
  if (smallest < 4) return notEstimable('too-few-cases', { n: smallest, needed: 4 });
  const problem = perfect(first.r) ?? perfect(second.r);
  if (problem) return problem;
  const statistic =
    (Math.atanh(first.r) - Math.atanh(second.r)) / Math.sqrt(1 / (first.n - 3) + 1 / (second.n - 3));
  return {
    difference: first.r - second.r,
    statistic,
    p: normalTwoSided(statistic),
    interval: zouInterval(first.r, first.n, second.r, second.n, 0, level),
  };
}

/**
 * Two correlations of one variable x with a and with b, in the same people: Williams' t with n - 3 df.
 *
 * xa, xb    the correlations compared
 * ab        the correlation of a with b
 * returns   NotEstimable 'too-few-cases' (n < 5), 'outside-range' (|r| = 1), 'not-positive-definite' (the three
 *           correlations cannot belong together)
 * source    Williams 1959, as in Steiger 1980, Psychol. Bull. 87, 245-251, doi:10.1037/0033-2909.87.2.245
 * checked   R psych::r.test, test/fixtures/r/correlation.json, 1e-9
 */
export function compareOverlappingCorrelations(
  n: number,
  xa: number,
  xb: number,
  ab: number,
  level = 0.95,
): Estimate<CorrelationDifference> {
  if (n < 5) return notEstimable('too-few-cases', { n, needed: 5 });
  const problem = perfect(xa) ?? perfect(xb) ?? perfect(ab);
  if (problem) return problem;
  const determinant = 1 - xa * xa - xb * xb - ab * ab + 2 * xa * xb * ab;
  if (!(determinant > 0)) return notEstimable('not-positive-definite', { determinant });
  const mean = (xa + xb) / 2;
  const statistic =
    (xa - xb) *
    Math.sqrt(((n - 1) * (1 + ab)) / ((2 * determinant * (n - 1)) / (n - 3) + mean * mean * (1 - ab) ** 3));
  const covariance =
    ((ab - (xa * xb) / 2) * (1 - xa * xa - xb * xb - ab * ab) + ab ** 3) / ((1 - xa * xa) * (1 - xb * xb));
  return {
    difference: xa - xb,
    statistic,
    df: n - 3,
    p: studentTTwoSided(statistic, n - 3),
    interval: zouInterval(xa, n, xb, n, covariance, level),
  };
}

/**
 * Two correlations of different pairs (a with b, c with d) in the same people: Steiger's z with the pooled r in the
 * covariance.
 *
 * returns   NotEstimable 'too-few-cases' (n < 4), 'outside-range'
 * source    Steiger 1980, Psychol. Bull. 87, 245-251, doi:10.1037/0033-2909.87.2.245, equation 15 (Z2*)
 * checked   R psych::r.test, test/fixtures/r/correlation.json, 1e-9
 */
export function compareDisjointCorrelations(
  n: number,
  r: {
    readonly ab: number;
    readonly cd: number;
    readonly ac: number;
    readonly ad: number;
    readonly bc: number;
    readonly bd: number;
  },
  level = 0.95,
): Estimate<CorrelationDifference> {
  if (n < 4) return notEstimable('too-few-cases', { n, needed: 4 });
  const problem = perfect(r.ab) ?? perfect(r.cd);
  if (problem) return problem;
  const mean = (r.ab + r.cd) / 2;
  const pooled = disjointCovariance({ ...r, ab: mean, cd: mean });
  if (!(pooled < 1)) return notEstimable('outside-range', { covariance: pooled });
  const statistic = ((Math.atanh(r.ab) - Math.atanh(r.cd)) * Math.sqrt(n - 3)) / Math.sqrt(2 - 2 * pooled);
  return {
    difference: r.ab - r.cd,
    statistic,
    p: normalTwoSided(statistic),
    interval: zouInterval(r.ab, n, r.cd, n, disjointCovariance(r), level),
  };
}

// Asymptotic correlation of two sample correlations without a variable in common.
function disjointCovariance(r: Readonly<Record<'ab' | 'cd' | 'ac' | 'ad' | 'bc' | 'bd', number>>): number {
  const { ab, cd, ac, ad, bc, bd } = r;
  const product =
    (ac - ab * bc) * (bd - bc * cd) +
    (ad - ac * cd) * (bc - ab * ac) +
    (ac - ad * cd) * (bd - ab * ad) +
    (ad - ab * bd) * (bc - bd * cd);
  return product / 2 / ((1 - ab * ab) * (1 - cd * cd));
}

function zouInterval(
  r1: number,
  n1: number,
  r2: number,
  n2: number,
  correlation: number,
  level: number,
): Estimate<Interval> {
  requireLevel(level, 'comparing correlations');
  const a = fisherInterval(r1, 1 / Math.sqrt(n1 - 3), level);
  const b = fisherInterval(r2, 1 / Math.sqrt(n2 - 3), level);
  if (isNotEstimable(a)) return a;
  if (isNotEstimable(b)) return b;
  const reach = (da: number, db: number) =>
    Math.sqrt(Math.max(0, da * da + db * db - 2 * correlation * da * db));
  return {
    lower: r1 - r2 - reach(r1 - a.lower, b.upper - r2),
    upper: r1 - r2 + reach(a.upper - r1, r2 - b.lower),
    level,
  };
}

function perfect(r: number) {
  if (!(r >= -1 && r <= 1)) throw new RangeError('comparing correlations requires r from -1 to 1');
  return Math.abs(r) === 1 ? notEstimable('outside-range', { r }) : undefined;
}
