import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { cholesky, choleskyInverse, choleskyLogDeterminant, choleskySolve } from './cholesky.ts';

// What callers want of a symmetric positive definite matrix, each returning the reason of cholesky when it is not.

/** A⁻¹ of a symmetric positive definite matrix, exactly symmetric; else 'not-positive-definite'. */
export function invertPositiveDefinite(matrix: Matrix): Estimate<Matrix> {
  const factor = cholesky(matrix);
  return isNotEstimable(factor) ? factor : choleskyInverse(factor);
}

/** X of A X = B for a symmetric positive definite A; else 'not-positive-definite'. */
export function solvePositiveDefinite(matrix: Matrix, right: Matrix): Estimate<Matrix> {
  const factor = cholesky(matrix);
  return isNotEstimable(factor) ? factor : choleskySolve(factor, right);
}

/** ln |A| of a symmetric positive definite matrix; else 'not-positive-definite'. */
export function logDeterminant(matrix: Matrix): Estimate<number> {
  const factor = cholesky(matrix);
  return isNotEstimable(factor) ? factor : choleskyLogDeterminant(factor);
}
