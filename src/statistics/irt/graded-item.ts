/**
 * One item of a graded response model as the estimation sees it: slope a and falling intercepts d_1 > … > d_K-1, with
 * P(answer >= c) = 1 / (1 + exp(-(a theta + d_c))). The difficulty b_c of the tables is -d_c / a.
 */
export interface GradedItem {
  readonly slope: number;
  readonly intercepts: Float64Array;
}

/** Below this a category's probability is taken as this: far from theta it underflows, and its logarithm must not. */
const SMALLEST = 1e-300;

/** Probabilities of the K categories at theta, written to `target` from `at`. */
export function gradedProbabilities(item: GradedItem, theta: number, target: Float64Array, at = 0): void {
  let above = 1;
  const { intercepts, slope } = item;
  for (let c = 0; c <= intercepts.length; c++) {
    const reached = c < intercepts.length ? logistic(slope * theta + intercepts[c]) : 0;
    target[at + c] = Math.max(above - reached, SMALLEST);
    above = reached;
  }
}

/** Derivative of category c's probability by slope and intercepts; `target` gets K numbers: slope first. */
export function gradedDerivatives(
  item: GradedItem,
  theta: number,
  category: number,
  target: Float64Array,
): void {
  const { intercepts, slope } = item;
  target.fill(0);
  const weight = (c: number) => {
    const reached = logistic(slope * theta + intercepts[c]);
    return reached * (1 - reached);
  };
  if (category > 0) {
    const lower = weight(category - 1);
    target[0] += theta * lower;
    target[category] = lower;
  }
  if (category < intercepts.length) {
    const upper = weight(category);
    target[0] -= theta * upper;
    target[category + 1] = -upper;
  }
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
