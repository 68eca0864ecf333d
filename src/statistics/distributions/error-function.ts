import { normalCdf, normalQuantile } from './normal.ts';

/** erfc(x) = 2 (1 - Φ(x √2)): the complementary error function, relatively exact where it is small. */
export function complementaryErrorFunction(x: number): number {
  return 2 * normalCdf(-x * Math.SQRT2);
}

/** x with erfc(x) = y. Throws RangeError unless 0 < y < 2. */
export function inverseComplementaryErrorFunction(y: number): number {
  if (!(y > 0 && y < 2)) throw new RangeError('inverseComplementaryErrorFunction requires 0 < y < 2');
  return -normalQuantile(y / 2) / Math.SQRT2;
}
