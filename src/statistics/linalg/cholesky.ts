import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * Cholesky factor L (lower, L L' = A) of a symmetric matrix; only the lower triangle of A is read.
 * Own code and not ml-matrix, because EM and maximum likelihood factor thousands of small matrices and the copies
 * would cost more than the work. A pivot counts as zero relative to its own diagonal element, so that the verdict
 * does not change when a variable is measured in other units.
 *
 * matrix    p × p symmetric, no NaN
 * returns   L with zeros above the diagonal; NotEstimable 'not-positive-definite' with the pivot's number
 * throws    RangeError: cholesky requires a square matrix
 * checked   L L' = A by property, test/statistics/linalg/cholesky.test.ts
 */
export function cholesky(matrix: Matrix): Estimate<Matrix> {
  if (matrix.rows !== matrix.cols) throw new RangeError('cholesky requires a square matrix');
  const p = matrix.rows;
  const factor = createMatrix(p, p);
  const l = factor.data;
  for (let j = 0; j < p; j++) {
    const diagonal = matrix.data[j * p + j];
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= l[k * p + j] * l[k * p + j];
    if (!(pivot > 16 * p * Number.EPSILON * diagonal))
      return notEstimable('not-positive-definite', { pivot: j });
    const root = Math.sqrt(pivot);
    l[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let sum = matrix.data[j * p + i];
      for (let k = 0; k < j; k++) sum -= l[k * p + i] * l[k * p + j];
      l[j * p + i] = sum / root;
    }
  }
  return factor;
}

/** The solution X of L L' X = B, for a factor made by cholesky and a right side of as many rows. */
export function choleskySolve(factor: Matrix, right: Matrix): Matrix {
  const p = factor.rows;
  if (right.rows !== p)
    throw new RangeError('choleskySolve requires a right side with as many rows as the factor');
  const l = factor.data;
  const result = createMatrix(p, right.cols);
  for (let c = 0; c < right.cols; c++) {
    const x = result.data.subarray(c * p, (c + 1) * p);
    for (let i = 0; i < p; i++) {
      let sum = right.data[c * p + i];
      for (let k = 0; k < i; k++) sum -= l[k * p + i] * x[k];
      x[i] = sum / l[i * p + i];
    }
    for (let i = p - 1; i >= 0; i--) {
      let sum = x[i];
      for (let k = i + 1; k < p; k++) sum -= l[i * p + k] * x[k];
      x[i] = sum / l[i * p + i];
    }
  }
  return result;
}

/** The inverse of L L', exactly symmetric. */
export function choleskyInverse(factor: Matrix): Matrix {
  const p = factor.rows;
  const l = factor.data;
  const lowerInverse = new Float64Array(p * p);
  for (let j = 0; j < p; j++)
    for (let i = j; i < p; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= l[k * p + i] * lowerInverse[j * p + k];
      lowerInverse[j * p + i] = sum / l[i * p + i];
    }
  const result = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let i = j; i < p; i++) {
      let sum = 0;
      for (let k = i; k < p; k++) sum += lowerInverse[i * p + k] * lowerInverse[j * p + k];
      result.data[j * p + i] = sum;
      result.data[i * p + j] = sum;
    }
  return result;
}

/** ln |L L'|. */
export function choleskyLogDeterminant(factor: Matrix): number {
  let sum = 0;
  for (let i = 0; i < factor.rows; i++) sum += Math.log(factor.data[i * factor.rows + i]);
  return 2 * sum;
}
