import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface CodeDistribution {
  readonly minimum: number;
  /** counts[c - minimum] answers have the code c, from minimum to maximum. */
  readonly counts: Uint32Array;
  readonly n: number;
  readonly missing: number;
  /** Share of the answers that are the lowest, or the highest, code of the answer scale (not of the data). */
  readonly floorShare: Estimate<number>;
  readonly ceilingShare: Estimate<number>;
}

/**
 * How often each whole-numbered code from minimum to maximum was answered, and the shares at both ends.
 *
 * values    codes of an answer scale; NaN is missing
 * throws    RangeError: codeDistribution requires whole codes from minimum to maximum
 * checked   by counting, test/statistics/descriptive/code-distribution.test.ts
 */
export function codeDistribution(
  values: ArrayLike<number>,
  minimum: number,
  maximum: number,
): CodeDistribution {
  if (!Number.isInteger(minimum) || !Number.isInteger(maximum) || maximum < minimum)
    throw new RangeError('codeDistribution requires whole codes from minimum to maximum');
  const counts = new Uint32Array(maximum - minimum + 1);
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const place = (value - minimum) | 0;
    if (place + minimum === value && place >= 0 && place < counts.length) counts[place]++;
    else if (Number.isNaN(value)) missing++;
    else throw new RangeError('codeDistribution requires whole codes from minimum to maximum');
  }
  const n = values.length - missing;
  const share = (count: number): Estimate<number> =>
    n === 0 ? notEstimable('no-answers', { n }) : count / n;
  return {
    minimum,
    counts,
    n,
    missing,
    floorShare: share(counts[0]),
    ceilingShare: share(counts[counts.length - 1]),
  };
}
