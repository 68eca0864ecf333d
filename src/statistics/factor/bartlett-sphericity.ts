import { chiSquareUpper } from '../distributions/chi-square.ts';
import { logDeterminant } from '../linalg/positive-definite.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { requireCorrelation } from './require-correlation.ts';

export interface BartlettSphericity {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly determinant: number;
}

/**
 * Bartlett's test that all correlations are zero.
 *
 * chi2 = -(n - 1 - (2p + 5) / 6) ln|R|, df = p(p - 1) / 2.
 * correlation p × p of n cases (for a pairwise matrix say which n you took)
 * returns    NotEstimable: not-positive-definite, too-few-cases (n - 1 <= (2p + 5) / 6)
 * throws     RangeError: bartlettSphericity requires a correlation matrix
 * source     Bartlett 1951, Biometrika 38, 337-344, doi:10.1093/biomet/38.3-4.337
 * checked    R psych::cortest.bartlett, test/fixtures/r/factorability.json, 1e-9
 */
export function bartlettSphericity(correlation: Matrix, n: number): Estimate<BartlettSphericity> {
  requireCorrelation('bartlettSphericity', correlation);
  const p = correlation.rows;
  const factor = n - 1 - (2 * p + 5) / 6;
  if (!(factor > 0)) return notEstimable('too-few-cases', { n, needed: Math.floor((2 * p + 5) / 6) + 2 });
  const log = logDeterminant(correlation);
  if (isNotEstimable(log)) return log;
  const chiSquare = Math.max(-factor * log, 0);
  const df = (p * (p - 1)) / 2;
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df), determinant: Math.exp(log) };
}
