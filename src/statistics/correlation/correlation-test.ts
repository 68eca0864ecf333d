import { studentTLogTwoSided, studentTTwoSided } from '../distributions/student-t.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface CorrelationTest {
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** ln p, also where p itself underflows to 0. */
  readonly logP: number;
}

/**
 * Two-sided t test of a correlation (Pearson, or Spearman's t approximation): t = r √(df / (1 - r²)), df = n - 2 -
 * number of variables held constant.
 *
 * r         -1 … 1
 * df        degrees of freedom
 * returns   the test; NotEstimable 'too-few-cases' (df < 1), 'outside-range' (|r| = 1: there is no error to test by)
 * throws    RangeError: correlationTest requires r from -1 to 1
 */
export function correlationTest(r: number, df: number): Estimate<CorrelationTest> {
  if (!(r >= -1 && r <= 1)) throw new RangeError('correlationTest requires r from -1 to 1');
  if (df < 1) return notEstimable('too-few-cases', { df, needed: 1 });
  const rest = (1 - r) * (1 + r);
  if (rest < 1e-15) return notEstimable('outside-range', { r });
  const t = r * Math.sqrt(df / rest);
  return { t, df, p: studentTTwoSided(t, df), logP: studentTLogTwoSided(t, df) };
}
