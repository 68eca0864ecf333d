/** Above this the orders are too many to count out, and the t approximation is good. */
const LARGEST = 9;

/**
 * Exact two-sided p of Spearman's rho: twice the share of all orders whose Σ d² is at least as far out on its side, at
 * most 1 (as R). Nothing when there are ties or more than nine pairs.
 */
export function spearmanExactP(ranksX: Float64Array, ranksY: Float64Array): number | undefined {
  const n = ranksX.length;
  if (n > LARGEST || new Set(ranksX).size < n || new Set(ranksY).size < n) return undefined;
  const squares = (order: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (i + 1 - order[i]) ** 2;
    return sum;
  };
  const order = new Float64Array(n);
  for (let i = 0; i < n; i++) order[ranksX[i] - 1] = ranksY[i];
  const observed = squares(order);
  const isLow = observed <= (n ** 3 - n) / 6;
  let asExtreme = 0;
  let count = 0;
  for (const permutation of permutations(n)) {
    const sum = squares(permutation);
    if (isLow ? sum <= observed : sum >= observed) asExtreme++;
    count++;
  }
  return Math.min(1, (2 * asExtreme) / count);
}

// Heap's algorithm; the same array each time, in another order.
function* permutations(n: number): Generator<Int32Array> {
  const order = Int32Array.from({ length: n }, (_, i) => i + 1);
  const counters = new Int32Array(n);
  yield order;
  for (let i = 0; i < n; ) {
    if (counters[i] < i) {
      const other = i % 2 === 0 ? 0 : counters[i];
      [order[other], order[i]] = [order[i], order[other]];
      yield order;
      counters[i]++;
      i = 0;
    } else counters[i++] = 0;
  }
}
