import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Standard error of measurement of a score: SD √(1 - reliability), in the score's own units.
 *
 * standardDeviation  of the score the reliability belongs to, >= 0
 * reliability  alpha, omega or ICC
 * returns   NotEstimable 'outside-range' when the reliability is above 1 or below 0
 * throws    RangeError: standardErrorOfMeasurement requires a standard deviation of 0 or more
 * source    Lord & Novick 1968, ch. 3
 */
export function standardErrorOfMeasurement(standardDeviation: number, reliability: number): Estimate<number> {
  if (!(standardDeviation >= 0))
    throw new RangeError('standardErrorOfMeasurement requires a standard deviation of 0 or more');
  if (!(reliability >= 0 && reliability <= 1)) return notEstimable('outside-range', { reliability });
  return standardDeviation * Math.sqrt(1 - reliability);
}
