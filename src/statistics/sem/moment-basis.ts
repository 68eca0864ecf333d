// With b_i the column i of E restricted to observed rows, and c_j the column j of Ω restricted likewise,
//   dΣ/dA_ij = b_i c_j' + c_j b_i',  dΣ/dS_ij = b_i b_j' + b_j b_i' (half of it on the diagonal),
//   dμ/dA_ij = η_j b_i,              dμ/dm_i  = b_i.
// So gradients and information need no p² × q Jacobian, only the quadratic forms of these few vectors.

import type { ImpliedMoments } from './implied-moments.ts';
import { INTERCEPT, PATH, type RamCell, type RamModel, SYMMETRIC } from './ram-model.ts';

/** One free cell of a group, with the places of its vectors in the basis. */
export interface Direction {
  readonly cell: RamCell;
  /** Place among the free parameters. */
  readonly free: number;
  /** dΣ = factor (u v' + v u'); factor is 0 for intercepts. */
  readonly u: number;
  readonly v: number;
  readonly factor: number;
}

/** The directions once more as flat arrays: the loops over pairs of them run millions of times. */
export interface FlatDirections {
  readonly count: number;
  readonly u: Int32Array;
  readonly v: Int32Array;
  /** Place of b_row, the direction of the mean. */
  readonly row: Int32Array;
  readonly free: Int32Array;
  readonly factor: Float64Array;
}

export interface MomentBasis {
  readonly observed: number;
  readonly directions: readonly Direction[];
  readonly flat: FlatDirections;
  /** Variables whose b, then whose c, stand in the basis. */
  readonly effectsOf: Int32Array;
  readonly covariancesOf: Int32Array;
  /** Place of b_i and of c_j, or -1. */
  readonly placeOfEffects: Int32Array;
  readonly placeOfCovariances: Int32Array;
  /** Observed variables with no arrow out: their b is a unit vector, which saves most of the work in a CFA. */
  readonly unit: Uint8Array;
}

/** The basis for the free cells of a group. */
export function momentBasis(model: RamModel, cells: readonly RamCell[], allCells = cells): MomentBasis {
  const free = cells.filter((cell) => cell.free >= 0);
  const needsEffects = new Set<number>();
  const needsCovariances = new Set<number>();
  for (const cell of free) {
    needsEffects.add(cell.row);
    if (cell.kind === PATH) needsCovariances.add(cell.col);
    if (cell.kind === SYMMETRIC) needsEffects.add(cell.col);
  }
  const effectsOf = Int32Array.from(needsEffects).sort();
  const covariancesOf = Int32Array.from(needsCovariances).sort();
  const placeOfEffects = new Int32Array(model.size).fill(-1);
  const placeOfCovariances = new Int32Array(model.size).fill(-1);
  effectsOf.forEach((variable, place) => {
    placeOfEffects[variable] = place;
  });
  covariancesOf.forEach((variable, place) => {
    placeOfCovariances[variable] = effectsOf.length + place;
  });
  const unit = new Uint8Array(effectsOf.length + covariancesOf.length);
  const sources = new Set(allCells.filter((cell) => cell.kind === PATH).map((cell) => cell.col));
  effectsOf.forEach((variable, place) => {
    if (variable < model.observed && !sources.has(variable)) unit[place] = 1;
  });
  const directions = free.map((cell): Direction => {
    const u = placeOfEffects[cell.row];
    const v = cell.kind === PATH ? placeOfCovariances[cell.col] : placeOfEffects[cell.col];
    const factor = cell.kind === INTERCEPT ? 0 : cell.kind === SYMMETRIC && cell.row === cell.col ? 0.5 : 1;
    return { cell, free: cell.free, u, v, factor };
  });
  const flat = {
    count: directions.length,
    u: Int32Array.from(directions, (d) => d.u),
    v: Int32Array.from(directions, (d) => d.v),
    row: Int32Array.from(directions, (d) => placeOfEffects[d.cell.row]),
    free: Int32Array.from(directions, (d) => d.free),
    factor: Float64Array.from(directions, (d) => d.factor),
  };
  const { observed } = model;
  return { observed, directions, flat, effectsOf, covariancesOf, placeOfEffects, placeOfCovariances, unit };
}

/** The vectors themselves, observed × basis size, column-major. */
export function basisVectors(basis: MomentBasis, implied: ImpliedMoments, size: number): Float64Array {
  const p = basis.observed;
  const { effectsOf, covariancesOf } = basis;
  const vectors = new Float64Array(p * (effectsOf.length + covariancesOf.length));
  effectsOf.forEach((variable, place) => {
    vectors.set(implied.effects.subarray(variable * size, variable * size + p), place * p);
  });
  covariancesOf.forEach((variable, place) => {
    const from = variable * size;
    vectors.set(implied.covariance.subarray(from, from + p), (effectsOf.length + place) * p);
  });
  return vectors;
}

/** T' W T for the basis T and a symmetric observed × observed W. */
export function basisForm(basis: MomentBasis, vectors: Float64Array, weight: Float64Array): Float64Array {
  const p = basis.observed;
  const size = basis.unit.length;
  const form = new Float64Array(size * size);
  const image = new Float64Array(p);
  for (let j = 0; j < size; j++) {
    if (basis.unit[j] === 1) continue;
    image.fill(0);
    for (let k = 0; k < p; k++) {
      const value = vectors[j * p + k];
      if (value !== 0) for (let i = 0; i < p; i++) image[i] += weight[k * p + i] * value;
    }
    for (let i = 0; i < size; i++) {
      if (basis.unit[i] === 0 && i > j) continue;
      let sum = 0;
      if (basis.unit[i] === 1) sum = image[basis.effectsOf[i]];
      else for (let k = 0; k < p; k++) sum += vectors[i * p + k] * image[k];
      form[j * size + i] = sum;
      form[i * size + j] = sum;
    }
  }
  for (let j = 0; j < size; j++)
    if (basis.unit[j] === 1)
      for (let i = 0; i < size; i++)
        if (basis.unit[i] === 1) form[j * size + i] = weight[basis.effectsOf[j] * p + basis.effectsOf[i]];
  return form;
}

/** T' x for the basis T and a vector over the observed variables. */
export function basisImage(basis: MomentBasis, vectors: Float64Array, x: Float64Array): Float64Array {
  const p = basis.observed;
  const image = new Float64Array(basis.unit.length);
  for (let j = 0; j < image.length; j++) {
    let sum = 0;
    if (basis.unit[j] === 1) sum = x[basis.effectsOf[j]];
    else for (let k = 0; k < p; k++) sum += vectors[j * p + k] * x[k];
    image[j] = sum;
  }
  return image;
}

/** dμ = weight × b_row for every direction. */
export function meanWeights(basis: MomentBasis, implied: ImpliedMoments): Float64Array {
  return Float64Array.from(basis.directions, ({ cell }) =>
    cell.kind === PATH ? implied.means[cell.col] : cell.kind === INTERCEPT ? 1 : 0,
  );
}
