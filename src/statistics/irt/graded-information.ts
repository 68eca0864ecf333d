import { type GradedItem, gradedProbabilities } from './graded-item.ts';

/**
 * Fisher information of one item at each theta: sum over categories of P'(theta)^2 / P(theta).
 *
 * source     Samejima 1969, Psychometrika Monograph 17; Baker & Kim 2004, Item Response Theory, ch. 8
 * checked    numerical derivatives in R, test/fixtures/r/graded-response.json, 1e-6
 */
export function itemInformation(item: GradedItem, theta: ArrayLike<number>): Float64Array {
  const categories = item.intercepts.length + 1;
  const probability = new Float64Array(categories);
  return Float64Array.from(theta, (point) => {
    gradedProbabilities(item, point, probability);
    let reached = 1; // P(y >= c), from the sum of what lies above
    let information = 0;
    for (let c = 0; c < categories; c++) {
      const above = Math.max(reached - probability[c], 0);
      const slope = item.slope * (reached * (1 - reached) - above * (1 - above));
      if (probability[c] > 1e-200) information += (slope * slope) / probability[c];
      reached = above;
    }
    return information;
  });
}

/** Information of all items together; 1 / sqrt of it is the standard error of a maximum-likelihood theta. */
export function testInformation(items: readonly GradedItem[], theta: ArrayLike<number>): Float64Array {
  const total = new Float64Array(theta.length);
  for (const item of items)
    itemInformation(item, theta).forEach((value, q) => {
      total[q] += value;
    });
  return total;
}
