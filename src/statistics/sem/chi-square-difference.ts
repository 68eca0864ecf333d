import { chiSquareUpper } from '../distributions/chi-square.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import type { SemFit } from './sem-fit.ts';

export interface ChiSquareDifference {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** By which the plain difference was divided; 1 for ML. */
  readonly scalingFactor: number;
}

/**
 * Likelihood-ratio test of a restricted model against the freer model it is nested in; after MLR with Satorra and
 * Bentler's scaling c = (df_r c_r - df_f c_f) / (df_r - df_f). That one is nested in the other is not checked.
 * returns  NotEstimable 'outside-range' when the scaling factor is not positive, as happens in small samples
 * throws   RangeError: chiSquareDifference requires two fits by the same ML estimator, the restricted one with more df
 * source   Satorra & Bentler 2001, Psychometrika 66, 507-514, doi:10.1007/BF02296192
 * checked  R lavaan lavTestLRT(), test/fixtures/r/sem-groups.json, 1e-5
 */
export function chiSquareDifference(restricted: SemFit, freer: SemFit): Estimate<ChiSquareDifference> {
  const df = restricted.df - freer.df;
  const [r, f] = [restricted.fit, freer.fit];
  if (r.standard === null || f.standard === null || restricted.estimator !== freer.estimator || df <= 0)
    throw new RangeError(
      'chiSquareDifference requires two fits by the same ML estimator, the restricted one with more df',
    );
  const plain = r.standard.chiSquare - f.standard.chiSquare;
  const freerFactor = f.scaled?.scalingFactor ?? 1;
  const scalingFactor =
    r.scaled === null ? 1 : (restricted.df * r.scaled.scalingFactor - freer.df * freerFactor) / df;
  if (!(scalingFactor > 0)) return notEstimable('outside-range', { scalingFactor });
  const chiSquare = Math.max(0, plain / scalingFactor);
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df), scalingFactor };
}
