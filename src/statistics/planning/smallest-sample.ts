import { type Estimate, notEstimable } from '../not-estimable.ts';

/** No questionnaire is planned for more; beyond it a search says that the aim is out of reach. */
export const LARGEST_SAMPLE = 10_000_000;

/**
 * The smallest whole n, from `least` on, that reaches an aim which every larger n reaches too.
 *
 * returns   NotEstimable 'outside-range' when not even LARGEST_SAMPLE reaches it
 */
export function smallestSample(least: number, reaches: (n: number) => boolean): Estimate<number> {
  if (reaches(least)) return least;
  let low = least;
  let high = 2 * least;
  while (!reaches(high)) {
    if (high >= LARGEST_SAMPLE) return notEstimable('outside-range', { largest: LARGEST_SAMPLE });
    low = high;
    high = Math.min(LARGEST_SAMPLE, 2 * high);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
