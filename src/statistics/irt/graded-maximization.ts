import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { isNotEstimable } from '../not-estimable.ts';
import type { Quadrature } from './graded-expectation.ts';
import { type GradedItem, gradedDerivatives, gradedProbabilities } from './graded-item.ts';

/** Parameters that maximise an item's expected log likelihood (the M step), by Fisher scoring with halved steps. */
export function maximizeGradedItem(item: GradedItem, answers: Float64Array, theta: Quadrature): GradedItem {
  let here = item;
  for (let iteration = 0; iteration < 8; iteration++) {
    const { gradient, information, value } = gradedItemScore(here, answers, theta);
    const factor = cholesky(information);
    if (isNotEstimable(factor)) return here;
    const step = choleskySolve(factor, { rows: gradient.length, cols: 1, data: gradient }).data;
    let next = here;
    let size = 1;
    for (let halving = 0; halving < 20; halving++, size /= 2) {
      const candidate = moved(here, step, size);
      if (isOrdered(candidate) && expectedLogLikelihood(candidate, answers, theta) >= value) {
        next = candidate;
        break;
      }
    }
    if (next === here) return here;
    here = next;
    if (step.every((change) => Math.abs(change) < 1e-9)) return here;
  }
  return here;
}

/** Expected log likelihood of an item, its derivative by slope and intercepts, and the expected information. */
export function gradedItemScore(
  item: GradedItem,
  answers: Float64Array,
  theta: Quadrature,
): { value: number; gradient: Float64Array; information: Matrix } {
  const categories = item.intercepts.length + 1;
  const points = theta.length;
  const gradient = new Float64Array(categories);
  const information = createMatrix(categories, categories);
  const probability = new Float64Array(categories);
  const slopes = new Float64Array(categories);
  let value = 0;
  for (let q = 0; q < points; q++) {
    let cases = 0;
    for (let c = 0; c < categories; c++) cases += answers[c * points + q];
    if (cases === 0) continue;
    gradedProbabilities(item, theta[q], probability);
    for (let c = 0; c < categories; c++) {
      const p = probability[c];
      const count = answers[c * points + q];
      value += count * Math.log(p);
      if (p < 1e-200) continue;
      gradedDerivatives(item, theta[q], c, slopes);
      for (let a = 0; a < categories; a++) {
        if (slopes[a] === 0) continue;
        gradient[a] += (count * slopes[a]) / p;
        const weight = (cases * slopes[a]) / p;
        for (let b = 0; b < categories; b++) information.data[b * categories + a] += weight * slopes[b];
      }
    }
  }
  return { value, gradient, information };
}

export function isOrdered(item: GradedItem): boolean {
  return (
    Number.isFinite(item.slope) &&
    item.intercepts.every((d, c) => Number.isFinite(d) && (c === 0 || d < item.intercepts[c - 1]))
  );
}

function moved(item: GradedItem, step: Float64Array, size: number): GradedItem {
  return {
    slope: item.slope + size * step[0],
    intercepts: item.intercepts.map((d, c) => d + size * step[c + 1]),
  };
}

function expectedLogLikelihood(item: GradedItem, answers: Float64Array, theta: Quadrature): number {
  const categories = item.intercepts.length + 1;
  const points = theta.length;
  const probability = new Float64Array(categories);
  let value = 0;
  for (let q = 0; q < points; q++) {
    gradedProbabilities(item, theta[q], probability);
    for (let c = 0; c < categories; c++) value += answers[c * points + q] * Math.log(probability[c]);
  }
  return value;
}
