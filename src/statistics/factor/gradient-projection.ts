import { invertGeneral } from '../linalg/general-inverse.ts';
import { crossProduct, identityMatrix, multiply, transpose } from '../linalg/product.ts';
import { singularValueDecomposition } from '../linalg/singular-value.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { isNotEstimable } from '../not-estimable.ts';
import type { RotationCriterion } from './rotation-criterion.ts';

export interface Rotated {
  readonly loadings: Matrix;
  /** T: orthogonal, L = A T; oblique, L = A T^-1' with columns of length 1. */
  readonly transformation: Matrix;
  /** Factor correlations T'T; the identity where the rotation is orthogonal. */
  readonly phi: Matrix;
  readonly value: number;
  /** Frobenius norm of the projected gradient at the end. */
  readonly gradient: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Rotation of loadings by gradient projection: a step down the criterion's slope, then back to the nearest lawful T.
 *
 * Kernel: checks nothing. A step is doubled after success and halved until the criterion falls by half of what the slope
 * promises (Armijo).
 * start      m × m: orthogonal, or with columns of length 1; the identity when left out
 * source     orthogonal: Jennrich 2001, Psychometrika 66, 289-306, doi:10.1007/BF02294840;
 *            oblique: Jennrich 2002, Psychometrika 67, 7-27, doi:10.1007/BF02294706
 * checked    R GPArotation::GPFoblq and GPForth, test/fixtures/r/rotation.json, 1e-6
 */
export function gradientProjection(
  unrotated: Matrix,
  criterion: RotationCriterion,
  kind: 'orthogonal' | 'oblique',
  tolerance: number,
  limit: number,
  start?: Matrix,
): Rotated {
  const m = unrotated.cols;
  const space = kind === 'orthogonal' ? orthogonalSpace(unrotated) : obliqueSpace(unrotated);
  const at = (t: Matrix) => {
    const loadings = space.rotate(t);
    if (!loadings) return undefined;
    const { value, gradient } = criterion(loadings);
    const slope = space.project(t, loadings, gradient);
    return { t, loadings, value, slope, square: slope.data.reduce((sum, v) => sum + v * v, 0) };
  };
  let here = at(start ?? identityMatrix(m));
  if (!here) throw new RangeError('gradientProjection requires a start that has an inverse');
  let step = 1;
  for (let iteration = 0; ; iteration++) {
    const { value, square, slope } = here;
    let next: typeof here | undefined;
    if (Math.sqrt(square) >= tolerance && iteration < limit) {
      step *= 2;
      // Near the minimum the criterion stands still in its last digit, and only the slope still tells up from down.
      const rounding = 1e-14 * Math.abs(value);
      for (let halving = 0; halving < 50 && !next; halving++) {
        const there = at(space.retract(here.t, slope, step));
        const gain = there ? value - there.value : Number.NEGATIVE_INFINITY;
        if (there && (gain > 0.5 * square * step || (Math.abs(gain) < rounding && there.square < square)))
          next = there;
        else step /= 2;
      }
    }
    if (next) here = next;
    else {
      const phi = kind === 'orthogonal' ? identityMatrix(m) : crossProduct(here.t, here.t);
      const gradient = Math.sqrt(square);
      const { loadings, t: transformation } = here;
      return {
        loadings,
        transformation,
        phi,
        value,
        gradient,
        iterations: iteration,
        converged: gradient < tolerance,
      };
    }
  }
}

interface RotationSpace {
  rotate(t: Matrix): Matrix | undefined;
  /** The slope by T, within the space of lawful T. */
  project(t: Matrix, loadings: Matrix, gradient: Matrix): Matrix;
  retract(t: Matrix, slope: Matrix, step: number): Matrix;
}

function orthogonalSpace(unrotated: Matrix): RotationSpace {
  return {
    rotate: (t) => multiply(unrotated, t),
    project: (t, _loadings, gradient) => {
      const byT = crossProduct(unrotated, gradient);
      const m = crossProduct(t, byT);
      const symmetric = createMatrix(m.rows, m.rows);
      const back = transpose(m);
      m.data.forEach((value, at) => {
        symmetric.data[at] = (value + back.data[at]) / 2;
      });
      return stepped(byT, multiply(t, symmetric), 1);
    },
    retract: (t, slope, step) => {
      const { left, right } = singularValueDecomposition(stepped(t, slope, step));
      return multiply(left, transpose(right));
    },
  };
}

function obliqueSpace(unrotated: Matrix): RotationSpace {
  const inverseOf = (t: Matrix): Matrix | undefined => {
    const inverse = invertGeneral(t);
    return isNotEstimable(inverse) ? undefined : inverse;
  };
  return {
    rotate: (t) => {
      const inverse = inverseOf(t);
      return inverse && multiply(unrotated, transpose(inverse));
    },
    project: (t, loadings, gradient) => {
      const inverse = inverseOf(t) ?? t;
      const byT = transpose(multiply(crossProduct(loadings, gradient), inverse));
      const m = t.rows;
      const result = createMatrix(m, m);
      for (let f = 0; f < m; f++) {
        let along = 0;
        for (let i = 0; i < m; i++) along += t.data[f * m + i] * -byT.data[f * m + i];
        for (let i = 0; i < m; i++) result.data[f * m + i] = -byT.data[f * m + i] - t.data[f * m + i] * along;
      }
      return result;
    },
    retract: (t, slope, step) => {
      const moved = stepped(t, slope, step);
      const m = t.rows;
      for (let f = 0; f < m; f++) {
        const column = moved.data.subarray(f * m, (f + 1) * m);
        const length = Math.hypot(...column);
        for (let i = 0; i < m; i++) column[i] /= length;
      }
      return moved;
    },
  };
}

function stepped(from: Matrix, slope: Matrix, step: number): Matrix {
  const result = createMatrix(from.rows, from.cols);
  for (let at = 0; at < from.data.length; at++) result.data[at] = from.data[at] - step * slope.data[at];
  return result;
}
