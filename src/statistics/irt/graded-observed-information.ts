import { createMatrix, type Matrix } from '../matrix.ts';
import { gradedExpectation, type LatentNormal, type Quadrature } from './graded-expectation.ts';
import { type GradedItem, gradedDerivatives, gradedProbabilities } from './graded-item.ts';
import { type ResponsePatterns, UNANSWERED } from './response-patterns.ts';

/**
 * Observed information of all slopes and intercepts at the maximum, exactly: what complete data would tell, less what
 * not knowing theta hides – minus the posterior covariance of the complete-data score of each pattern.
 *
 * returns    square, in the order of `flatten`: slope and intercepts of one item after the other
 * source     Louis 1982, J. R. Stat. Soc. B 44, 226-233
 */
export function gradedObservedInformation(
  patterns: ResponsePatterns,
  items: readonly GradedItem[],
  groups: readonly LatentNormal[],
  theta: Quadrature,
): Matrix {
  const k = items.length;
  const points = theta.length;
  const first: number[] = [];
  let size = 0;
  for (const { intercepts } of items) {
    first.push(size);
    size += 1 + intercepts.length;
  }
  const information = createMatrix(size, size);
  const scores = items.map((item) => scoreTable(item, theta));
  const place = new Int32Array(3 * k);
  const entries: Float64Array[] = new Array(3 * k);
  const weighted = new Float64Array(points);
  const means = new Float64Array(3 * k);
  const expected = gradedExpectation(patterns, items, groups, theta, (pattern, posterior) => {
    let count = 0;
    for (let j = 0; j < k; j++) {
      const code = patterns.codes[pattern * k + j];
      if (code === UNANSWERED) continue;
      for (const { parameter, values } of scores[j][code]) {
        place[count] = first[j] + parameter;
        entries[count] = values;
        let mean = 0;
        for (let q = 0; q < points; q++) mean += posterior[q] * values[q];
        means[count++] = mean;
      }
    }
    const cases = patterns.counts[pattern];
    for (let a = 0; a < count; a++) {
      const left = entries[a];
      for (let q = 0; q < points; q++) weighted[q] = cases * posterior[q] * (left[q] - means[a]);
      const column = place[a] * size;
      for (let b = a; b < count; b++) {
        const right = entries[b];
        let covariance = 0;
        for (let q = 0; q < points; q++) covariance += weighted[q] * right[q];
        information.data[column + place[b]] -= covariance;
      }
    }
  });
  items.forEach((item, j) => {
    addCompleteInformation(information, item, first[j], expected.answers[j], theta);
  });
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) information.data[b * size + a] = information.data[a * size + b];
  return information;
}

interface ScoreEntry {
  readonly parameter: number;
  readonly values: Float64Array;
}

// Per category the parameters it hangs on (slope, lower and upper intercept) with d log P at every point; ascending.
function scoreTable(item: GradedItem, theta: Quadrature): ScoreEntry[][] {
  const categories = item.intercepts.length + 1;
  const probability = new Float64Array(categories);
  const slopes = new Float64Array(categories);
  return Array.from({ length: categories }, (_, c) => {
    const parameters = [0, c, c + 1].filter((p, at) => at === 0 || (p > 0 && p < categories));
    const table = parameters.map((parameter) => ({ parameter, values: new Float64Array(theta.length) }));
    for (let q = 0; q < theta.length; q++) {
      gradedProbabilities(item, theta[q], probability);
      gradedDerivatives(item, theta[q], c, slopes);
      for (const { parameter, values } of table) values[q] = slopes[parameter] / probability[c];
    }
    return table;
  });
}

// Minus the second derivative of the expected complete log likelihood; lower triangle, column-major.
function addCompleteInformation(
  information: Matrix,
  item: GradedItem,
  first: number,
  answers: Float64Array,
  theta: Quadrature,
): void {
  const size = information.rows;
  const categories = item.intercepts.length + 1;
  const probability = new Float64Array(categories);
  const slopes = new Float64Array(categories);
  const add = (a: number, b: number, value: number) => {
    information.data[(first + Math.min(a, b)) * size + first + Math.max(a, b)] += value;
  };
  for (let q = 0; q < theta.length; q++) {
    gradedProbabilities(item, theta[q], probability);
    for (let c = 0; c < categories; c++) {
      const p = probability[c];
      const count = answers[c * theta.length + q];
      if (count === 0 || p < 1e-200) continue;
      gradedDerivatives(item, theta[q], c, slopes);
      for (let a = 0; a < categories; a++)
        for (let b = a; b < categories; b++) add(a, b, (count * slopes[a] * slopes[b]) / (p * p));
      for (const side of [c - 1, c]) {
        if (side < 0 || side >= categories - 1) continue;
        const reached = 1 / (1 + Math.exp(-(item.slope * theta[q] + item.intercepts[side])));
        const bend = reached * (1 - reached) * (1 - 2 * reached) * (side < c ? 1 : -1);
        const weight = (count * bend) / p;
        add(0, 0, -weight * theta[q] ** 2);
        add(0, side + 1, -weight * theta[q]);
        add(side + 1, side + 1, -weight);
      }
    }
  }
}
