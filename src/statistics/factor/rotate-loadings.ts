import { identityMatrix } from '../linalg/product.ts';
import { singularValueDecomposition } from '../linalg/singular-value.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { normalSampler } from '../random/normal.ts';
import type { RandomSource } from '../random/random-source.ts';
import { gradientProjection, type Rotated } from './gradient-projection.ts';
import { orientation, orientColumns, orientFactors } from './orient-loadings.ts';
import { promax } from './promax.ts';
import {
  geominCriterion,
  obliminCriterion,
  type RotationCriterion,
  varimaxCriterion,
} from './rotation-criterion.ts';

export interface RotationOptions {
  /** 'none', 'varimax' (orthogonal), 'promax', 'oblimin', 'geomin' (oblique). */
  readonly rotation: 'none' | 'varimax' | 'promax' | 'oblimin' | 'geomin';
  /**
   * Kaiser normalisation: each item's loadings are brought to length one for the rotation and back after it. SPSS and
   * stats::varimax do, psych and GPArotation do not; promax turns the varimax loadings as they are after it.
   */
  readonly kaiser: boolean;
  /** oblimin's gamma; 0. */
  readonly gamma?: number;
  /** geomin's delta; 0.01. */
  readonly delta?: number;
  /** promax's power; 4. */
  readonly power?: number;
  /** Norm of the projected gradient at the end; 1e-8. */
  readonly tolerance?: number;
  /** Most iterations of one start; 5000. */
  readonly limit?: number;
  /** Random starts beside the unrotated loadings: criteria have local minima, geomin many. Needs `random`. */
  readonly starts?: number;
  readonly random?: RandomSource;
}

export interface RotatedLoadings {
  /** Pattern, p × m; oriented: columns by falling sum of squares, each with a sum that is not negative. */
  readonly loadings: Matrix;
  /** Factor correlations, m × m; the identity where the rotation is orthogonal. */
  readonly phi: Matrix;
  readonly iterations: number;
  readonly converged: boolean;
  readonly gradient: number;
  /** Criterion at the end, and how many of all starts came within 1e-6 of it. */
  readonly criterion: number;
  readonly startsAgreeing: number;
}

/**
 * Rotation of factor loadings.
 *
 * unrotated  p × m
 * returns    see RotatedLoadings; one factor comes back as it is. NotEstimable: not-positive-definite (promax)
 * throws     RangeError: rotateLoadings requires a random source for random starts
 * source     varimax Kaiser 1958; promax Hendrickson & White 1964; oblimin Jennrich & Sampson 1966; geomin Yates 1987
 * checked    R GPArotation, stats::varimax, stats::promax, test/fixtures/r/rotation.json, 1e-6
 */
export function rotateLoadings(unrotated: Matrix, options: RotationOptions): Estimate<RotatedLoadings> {
  const { rotation, kaiser, starts = 0, random } = options;
  if (starts > 0 && !random)
    throw new RangeError('rotateLoadings requires a random source for random starts');
  const m = unrotated.cols;
  if (rotation === 'none' || m === 1)
    return oriented(
      unrotated,
      identityMatrix(m),
      { iterations: 0, converged: true, gradient: 0, value: 0 },
      1,
    );
  const lengths = kaiser ? rowLengths(unrotated) : new Float64Array(unrotated.rows).fill(1);
  const scaled = scaleRows(unrotated, lengths, -1);
  const kind = rotation === 'varimax' || rotation === 'promax' ? 'orthogonal' : 'oblique';
  const runs = Array.from({ length: starts + 1 }, (_, s) =>
    gradientProjection(
      scaled,
      criterionOf(options),
      kind,
      options.tolerance ?? 1e-8,
      options.limit ?? 5000,
      s === 0 || !random ? undefined : randomOrthogonal(m, random),
    ),
  );
  const best = runs.reduce((least, run) => (run.value < least.value ? run : least));
  const agreeing = runs.filter((run) => run.value - best.value < 1e-6).length;
  const loadings = scaleRows(best.loadings, lengths, 1);
  if (rotation !== 'promax') return oriented(loadings, best.phi, best, agreeing);
  const turned = promax(loadings, best.transformation, options.power);
  return isNotEstimable(turned) ? turned : oriented(turned.loadings, turned.phi, best, agreeing);
}

function criterionOf({ rotation, gamma = 0, delta = 0.01 }: RotationOptions): RotationCriterion {
  if (rotation === 'oblimin') return obliminCriterion(gamma);
  return rotation === 'geomin' ? geominCriterion(delta) : varimaxCriterion;
}

function oriented(
  loadings: Matrix,
  phi: Matrix,
  run: Pick<Rotated, 'iterations' | 'converged' | 'gradient' | 'value'>,
  startsAgreeing: number,
): RotatedLoadings {
  const how = orientation(loadings);
  const { iterations, converged, gradient, value: criterion } = run;
  return {
    loadings: orientColumns(loadings, how),
    phi: orientFactors(phi, how),
    iterations,
    converged,
    gradient,
    criterion,
    startsAgreeing,
  };
}

function rowLengths(loadings: Matrix): Float64Array {
  return Float64Array.from({ length: loadings.rows }, (_, i) => {
    let square = 0;
    for (let f = 0; f < loadings.cols; f++) square += loadings.data[f * loadings.rows + i] ** 2;
    return Math.sqrt(square) || 1;
  });
}

function scaleRows(matrix: Matrix, lengths: Float64Array, power: 1 | -1): Matrix {
  const result = createMatrix(matrix.rows, matrix.cols);
  for (let f = 0; f < matrix.cols; f++)
    for (let i = 0; i < matrix.rows; i++)
      result.data[f * matrix.rows + i] = matrix.data[f * matrix.rows + i] * lengths[i] ** power;
  return result;
}

function randomOrthogonal(m: number, random: RandomSource): Matrix {
  const normal = normalSampler(random);
  const gaussian = createMatrix(m, m);
  for (let at = 0; at < m * m; at++) gaussian.data[at] = normal();
  return singularValueDecomposition(gaussian).left;
}
