// The one door through which chance enters the library: nothing here calls Math.random, so that the same seed gives
// the same numbers in the server, in a worker and in a browser.

export interface RandomSource {
  /** A number in [0, 1), uniform, with all 53 bits. */
  next(): number;
}

/** An integer 0 … bound - 1. Throws RangeError when bound is not a positive integer. */
export function nextBelow(random: RandomSource, bound: number): number {
  if (!Number.isInteger(bound) || bound < 1)
    throw new RangeError('nextBelow requires a bound that is a positive integer');
  return Math.floor(random.next() * bound);
}
