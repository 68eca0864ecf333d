import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { matrixSums } from './cronbach-alpha.ts';

export interface GuttmanLambda4 {
  /** The best split's coefficient. It profits from chance: in small samples it lies above the reliability. */
  readonly maximum: number;
  /** Mean and least over all splits; missing when the splits were searched and not counted out. */
  readonly mean?: number;
  readonly minimum?: number;
  readonly splits: number;
  readonly isExhaustive: boolean;
  /** For each item whether it is in the first half of the best split. */
  readonly isFirst: readonly boolean[];
}

/** Up to here all splits are counted out: C(20, 10) / 2 = 92,378. */
const EXHAUSTIVE_ITEMS = 20;

/**
 * Guttman's lambda-4: the largest split-half coefficient 4 cov(A, B) / variance over all splits into halves of equal
 * size, or sizes that differ by one. Above 20 items by exchange of pairs from four fixed starts, which finds a good
 * split but proves nothing.
 *
 * covariance  k × k of the items
 * returns   NotEstimable 'too-few-items', 'no-variance'
 * throws    RangeError: guttmanLambda4 requires a square matrix
 * source    Guttman 1945, doi:10.1007/BF02288892; Callender & Osburn 1977, doi:10.1177/001316447703700404
 * checked   all splits in R, test/fixtures/r/reliability.json, 1e-9
 */
export function guttmanLambda4(covariance: Matrix): Estimate<GuttmanLambda4> {
  const k = covariance.rows;
  if (k !== covariance.cols) throw new RangeError('guttmanLambda4 requires a square matrix');
  if (k < 2) return notEstimable('too-few-items', { items: k, needed: 2 });
  const { trace, total } = matrixSums(covariance);
  if (!(total > 1e-14 * trace)) return notEstimable('no-variance', { items: k });
  return k <= EXHAUSTIVE_ITEMS ? allSplits(covariance, total) : exchange(covariance, total);
}

// The halves are filled item by item: an item adds its covariances with the other half so far, so a leaf costs nothing.
function allSplits(covariance: Matrix, total: number): GuttmanLambda4 {
  const k = covariance.rows;
  const small = Math.floor(k / 2);
  const sides = new Int8Array(k);
  let best: number[] = [];
  let maximum = -Infinity;
  let minimum = Infinity;
  let sum = 0;
  let splits = 0;
  const visit = (item: number, inFirst: number, between: number): void => {
    if (item === k) {
      splits++;
      sum += between;
      minimum = Math.min(minimum, between);
      if (between > maximum) {
        maximum = between;
        best = Array.from(sides);
      }
      return;
    }
    let withFirst = 0;
    let withSecond = 0;
    for (let i = 0; i < item; i++) {
      const value = covariance.data[item * k + i];
      if (sides[i] === 1) withFirst += value;
      else withSecond += value;
    }
    if (inFirst < small) {
      sides[item] = 1;
      visit(item + 1, inFirst + 1, between + withSecond);
    }
    // With equal halves a split and its mirror are one: item 0 then stays in the first half.
    if (item - inFirst < k - small && !(k % 2 === 0 && item === 0)) {
      sides[item] = -1;
      visit(item + 1, inFirst, between + withFirst);
    }
  };
  visit(0, 0, 0);
  const scale = 4 / total;
  return {
    maximum: maximum * scale,
    mean: (sum / splits) * scale,
    minimum: minimum * scale,
    splits,
    isExhaustive: true,
    isFirst: best.map((side) => side === 1),
  };
}

function exchange(covariance: Matrix, total: number): GuttmanLambda4 {
  const k = covariance.rows;
  const starts: ((i: number) => boolean)[] = [
    (i) => i % 2 === 0,
    (i) => i < k / 2,
    (i) => i % 4 < 2,
    (i) => (i % 4) % 3 === 0,
  ];
  let best: boolean[] = [];
  let maximum = -Infinity;
  for (const start of starts) {
    const isFirst = Array.from({ length: k }, (_, i) => start(i));
    let between = betweenHalves(covariance, isFirst);
    for (let gain = 1; gain > 0; ) {
      gain = 0;
      let swap: [number, number] = [0, 0];
      for (let a = 0; a < k; a++)
        for (let b = 0; b < k; b++) {
          if (!isFirst[a] || isFirst[b]) continue;
          isFirst[a] = false;
          isFirst[b] = true;
          const change = betweenHalves(covariance, isFirst) - between;
          isFirst[a] = true;
          isFirst[b] = false;
          if (change > gain + 1e-12 * total) {
            gain = change;
            swap = [a, b];
          }
        }
      if (gain > 0) {
        isFirst[swap[0]] = false;
        isFirst[swap[1]] = true;
        between += gain;
      }
    }
    if (between > maximum) {
      maximum = between;
      best = isFirst;
    }
  }
  return { maximum: (4 * maximum) / total, splits: starts.length, isExhaustive: false, isFirst: best };
}

function betweenHalves(covariance: Matrix, isFirst: readonly boolean[]): number {
  const k = covariance.rows;
  let sum = 0;
  for (let j = 0; j < k; j++)
    for (let i = 0; i < j; i++) if (isFirst[i] !== isFirst[j]) sum += covariance.data[j * k + i];
  return sum;
}
