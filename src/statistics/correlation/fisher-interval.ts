import { normalCriticalValue } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Interval of a correlation on Fisher's z = atanh r: tanh(z ± critical · standard error).
 *
 * r         -1 … 1
 * standardError  of z, for Pearson's r 1 / √(n - 3)
 * returns   the interval; NotEstimable 'outside-range' (|r| = 1), 'too-few-cases' (the error is not a positive number)
 * throws    RangeError: fisherInterval requires r from -1 to 1 / a level between 0 and 1
 * source    Fisher 1921, Metron 1, 3-32
 * checked   R cor.test, test/fixtures/r/correlation.json, 1e-9
 */
export function fisherInterval(r: number, standardError: number, level = 0.95): Estimate<Interval> {
  requireLevel(level, 'fisherInterval');
  if (!(r >= -1 && r <= 1)) throw new RangeError('fisherInterval requires r from -1 to 1');
  if (!(standardError > 0 && standardError < Infinity)) return notEstimable('too-few-cases', {});
  if (Math.abs(r) >= 1) return notEstimable('outside-range', { r });
  const z = Math.atanh(r);
  const reach = normalCriticalValue(level) * standardError;
  return { lower: Math.tanh(z - reach), upper: Math.tanh(z + reach), level };
}
