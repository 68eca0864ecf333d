import { normalTwoSided } from '../distributions/normal.ts';
import type { Interval } from '../interval.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { fisherInterval } from './fisher-interval.ts';
import { completePairs, midRanks } from './mid-ranks.ts';
import { clampCorrelation } from './pearson.ts';

export interface Kendall {
  readonly tau: number;
  readonly n: number;
  /** Concordant minus discordant pairs. */
  readonly s: number;
  readonly z: number;
  readonly p: number;
  readonly interval: Estimate<Interval>;
}

/**
 * Kendall's tau-b, corrected for ties; z from the tie-corrected variance of S without continuity correction.
 * tau-b = S / √((T0 - T1)(T0 - T2)); interval on Fisher's z with error √(0.437 / (n - 4)).
 * Knight's method: O(n log n).
 *
 * x, y      equally long; a pair with NaN on either side is left out
 * returns   NotEstimable 'no-overlap', 'too-few-cases' (n < 3), 'no-variance'
 * throws    RangeError: kendall requires two variables of equal length
 * source    Kendall 1970, Rank correlation methods; Knight 1966, JASA 61, 436-439; interval: Fieller, Hartley &
 *           Pearson 1957 and Bonett & Wright 2000, doi:10.1007/BF02294183
 * checked   R cor.test(method = 'kendall', exact = FALSE), test/fixtures/r/correlation.json, 1e-9
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): Estimate<Kendall> {
  if (x.length !== y.length) throw new RangeError('kendall requires two variables of equal length');
  const pairs = completePairs(x, y);
  const n = pairs.x.length;
  if (n === 0) return notEstimable('no-overlap', { n });
  if (n < 3) return notEstimable('too-few-cases', { n, needed: 3 });
  // Twice the mid-ranks are whole numbers below 2n + 1, so a pair packs into one sortable number.
  const base = 2 * n + 1;
  const ranksX = midRanks(pairs.x);
  const ranksY = midRanks(pairs.y);
  const packed = Float64Array.from(ranksX, (rank, i) => rank * 2 * base + ranksY[i] * 2).sort();
  const ties = { x: tieSums(ranksX.sort()), y: tieSums(ranksY.sort()), both: tieSums(packed) };
  const allPairs = (n * (n - 1)) / 2;
  const spreadX = allPairs - ties.x.pairs;
  const spreadY = allPairs - ties.y.pairs;
  if (spreadX === 0 || spreadY === 0) return notEstimable('no-variance', { n });
  const inversions = countInversions(packed.map((value) => value % base));
  const s = allPairs - ties.x.pairs - ties.y.pairs + ties.both.pairs - 2 * inversions;
  const variance =
    (n * (n - 1) * (2 * n + 5) - ties.x.spread - ties.y.spread) / 18 +
    (2 * ties.x.pairs * ties.y.pairs) / (n * (n - 1)) +
    (ties.x.triples * ties.y.triples) / (9 * n * (n - 1) * (n - 2));
  const tau = clampCorrelation(s / Math.sqrt(spreadX) / Math.sqrt(spreadY));
  const z = s / Math.sqrt(variance);
  return {
    tau,
    n,
    s,
    z,
    p: normalTwoSided(z),
    interval: fisherInterval(tau, Math.sqrt(0.437 / (n - 4)), level),
  };
}

// Over groups of t equal values: Σ t(t-1)/2, Σ t(t-1)(2t+5), Σ t(t-1)(t-2).
function tieSums(sorted: Float64Array): { pairs: number; spread: number; triples: number } {
  let pairs = 0;
  let spread = 0;
  let triples = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[i]) end++;
    const t = end - i;
    pairs += (t * (t - 1)) / 2;
    spread += t * (t - 1) * (2 * t + 5);
    triples += t * (t - 1) * (t - 2);
    i = end;
  }
  return { pairs, spread, triples };
}

// How many pairs stand in the wrong order, by merging runs of doubling length.
function countInversions(values: Float64Array): number {
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  let inversions = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let a = start;
      let b = middle;
      for (let k = start; k < end; k++) {
        if (b >= end || (a < middle && from[a] <= from[b])) to[k] = from[a++];
        else {
          inversions += middle - a;
          to[k] = from[b++];
        }
      }
    }
    [from, to] = [to, from];
  }
  return inversions;
}
