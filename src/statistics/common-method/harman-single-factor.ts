import { minres } from '../factor/minres.ts';
import { requireCorrelation } from '../factor/require-correlation.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { Matrix } from '../matrix.ts';

export interface HarmanSingleFactor {
  /** First eigenvalue of R over the number of items: the unrotated component that most papers report. */
  readonly componentShare: number;
  /** Mean communality of one minres factor. */
  readonly factorShare: number;
}

/**
 * Harman's single-factor test: how much variance one unrotated dimension takes up.
 *
 * A share above one half is taken as a sign of common-method variance; a smaller one proves nothing (the test is weak).
 * correlation p × p of all items of all constructs
 * throws     RangeError: harmanSingleFactor requires a correlation matrix
 * source     Podsakoff, MacKenzie, Lee & Podsakoff 2003, J. Appl. Psychol. 88, 879-903, doi:10.1037/0021-9010.88.5.879
 * checked    R eigen() and psych::fa(nfactors = 1), test/fixtures/r/common-method.json, 1e-6
 */
export function harmanSingleFactor(correlation: Matrix): HarmanSingleFactor {
  requireCorrelation('harmanSingleFactor', correlation);
  const p = correlation.rows;
  const { uniquenesses } = minres(correlation, 1);
  return {
    componentShare: symmetricEigen(correlation).values[0] / p,
    factorShare: 1 - uniquenesses.reduce((sum, psi) => sum + psi, 0) / p,
  };
}
