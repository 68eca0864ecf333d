import type { Matrix } from '../matrix.ts';

export interface FornellLarckerPair {
  readonly first: number;
  readonly second: number;
  readonly correlation: number;
  /** Squared correlation: what the two constructs share. */
  readonly shared: number;
  /** Whether both constructs explain more of their own items (AVE) than they share. */
  readonly holds: boolean;
}

/**
 * Fornell–Larcker criterion: each construct's AVE must exceed its squared correlation with any other.
 *
 * ave        average variance extracted per construct, 0 … 1
 * correlations of the constructs: latent ones as in the paper, or of PLS scores; which, is the caller's to say
 * returns    every pair, ordered by first, then second
 * throws     RangeError: fornellLarcker requires an AVE from 0 to 1 for each construct
 * source     Fornell & Larcker 1981, J. Mark. Res. 18, 39-50, doi:10.1177/002224378101800104
 * checked    the paper's criterion by hand, test/statistics/validity/fornell-larcker.test.ts
 */
export function fornellLarcker(ave: ArrayLike<number>, correlations: Matrix): FornellLarckerPair[] {
  const size = correlations.rows;
  if (ave.length !== size || !Array.from(ave).every((value) => value >= 0 && value <= 1))
    throw new RangeError('fornellLarcker requires an AVE from 0 to 1 for each construct');
  const pairs: FornellLarckerPair[] = [];
  for (let first = 0; first < size; first++)
    for (let second = first + 1; second < size; second++) {
      const correlation = correlations.data[second * size + first];
      const shared = correlation * correlation;
      pairs.push({ first, second, correlation, shared, holds: Math.min(ave[first], ave[second]) > shared });
    }
  return pairs;
}
