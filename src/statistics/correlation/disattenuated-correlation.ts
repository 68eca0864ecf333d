import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Correlation freed of unreliability: r / √(reliability of x · reliability of y). Above 1 it says that the scales are
 * not two, or the reliabilities too low; it is returned as it is.
 * For an interval, put the limits of r in: the reliabilities then count as known.
 *
 * r         -1 … 1
 * reliability  of each score, say alpha
 * returns   NotEstimable 'outside-range' when a reliability is not above 0 or is above 1
 * throws    RangeError: disattenuatedCorrelation requires r from -1 to 1
 * source    Spearman 1904, Am. J. Psychol. 15, 72-101
 */
export function disattenuatedCorrelation(
  r: number,
  reliabilityX: number,
  reliabilityY: number,
): Estimate<number> {
  if (!(r >= -1 && r <= 1)) throw new RangeError('disattenuatedCorrelation requires r from -1 to 1');
  for (const reliability of [reliabilityX, reliabilityY])
    if (!(reliability > 0 && reliability <= 1)) return notEstimable('outside-range', { reliability });
  return r / Math.sqrt(reliabilityX * reliabilityY);
}
