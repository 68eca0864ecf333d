import { normalCriticalValue } from '../distributions/normal.ts';
import { type Interval, requireLevel } from '../interval.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { cronbachAlpha, matrixSums } from './cronbach-alpha.ts';

/**
 * Asymptotic interval of alpha for normal items with any covariances (van Zyl, Neudecker & Nel; known as Duhachek &
 * Iacobucci's). Too narrow for Likert items.
 * n Var = 2k² / ((k - 1)² s³) (s (tr C² + tr² C) - 2 tr C · 1'C²1),  s = 1'C1;  alphâ ± z √Var
 *
 * covariance  k × k of the items
 * n         cases that entered it
 * returns   the interval with the standard error; NotEstimable as cronbachAlpha, and 'too-few-cases' (n < 2)
 * source    Duhachek & Iacobucci 2004, J. Appl. Psychol. 89, 792-808, doi:10.1037/0021-9010.89.5.792
 * checked   R psych::alpha ase, test/fixtures/r/reliability.json, 1e-9
 */
export function alphaIntervalDuhachek(
  covariance: Matrix,
  n: number,
  level = 0.95,
): Estimate<Interval & { readonly standardError: number }> {
  requireLevel(level, 'alphaIntervalDuhachek');
  const alpha = cronbachAlpha(covariance);
  if (isNotEstimable(alpha)) return alpha;
  if (n < 2) return notEstimable('too-few-cases', { n, needed: 2 });
  const k = covariance.rows;
  const { trace, total } = matrixSums(covariance);
  let traceOfSquare = 0;
  let totalOfSquare = 0;
  for (let j = 0; j < k; j++) {
    let column = 0;
    for (let i = 0; i < k; i++) {
      const value = covariance.data[j * k + i];
      traceOfSquare += value * value;
      column += value;
    }
    totalOfSquare += column * column;
  }
  const scaled =
    ((2 * k * k) / ((k - 1) ** 2 * total ** 3)) *
    (total * (traceOfSquare + trace * trace) - 2 * trace * totalOfSquare);
  const standardError = Math.sqrt(Math.max(0, scaled) / n);
  const reach = normalCriticalValue(level) * standardError;
  return { lower: alpha - reach, upper: alpha + reach, level, standardError };
}
