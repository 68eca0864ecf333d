// Every linear structural model is v = A v + u with cov(u) = S and intercepts m over all variables, observed first
// (McArdle & McDonald 1984). One form for measurement, regression and higher-order factors keeps every derivative
// below a sum of two outer products, whatever the model.

import type { ParameterTable } from './parameter-table.ts';

export const PATH = 0;
export const SYMMETRIC = 1;
export const INTERCEPT = 2;
export type CellKind = typeof PATH | typeof SYMMETRIC | typeof INTERCEPT;

/** One cell of A (row from col), of S (row with col) or of m (row). */
export interface RamCell {
  readonly kind: CellKind;
  readonly row: number;
  readonly col: number;
  /** Place among the free parameters, -1 when fixed. */
  readonly free: number;
  readonly value: number;
}

export interface RamModel {
  /** Observed variables; they come first. */
  readonly observed: number;
  /** All variables. */
  readonly size: number;
  readonly freeCount: number;
  /** Cells of each group. */
  readonly groups: readonly (readonly RamCell[])[];
}

/** A, S (size × size, column-major) and m of one group at given free parameters. */
export interface RamMatrices {
  readonly a: Float64Array;
  readonly s: Float64Array;
  readonly m: Float64Array;
}

/** The cell of a table row, or null for thresholds, which are no moment of A, S, m. */
export function cellOfRow(
  table: ParameterTable,
  k: number,
  places: ReadonlyMap<string, number>,
): RamCell | null {
  const { lhs, op, rhs, free, value } = table.rows[k];
  const left = places.get(lhs)!;
  const right = places.get(rhs)!;
  if (op === '=~') return { kind: PATH, row: right, col: left, free, value };
  if (op === '~') return { kind: PATH, row: left, col: right, free, value };
  if (op === '~~') return { kind: SYMMETRIC, row: left, col: right, free, value };
  if (op === '~1') return { kind: INTERCEPT, row: left, col: left, free, value };
  return null;
}

/** Places of the variables in A, S and m: observed, then latent. */
export function variablePlaces(table: ParameterTable): Map<string, number> {
  return new Map([...table.observed, ...table.latent].map((name, place) => [name, place]));
}

/** The table as cells. Exogenous rows must have their values by now. */
export function ramModel(table: ParameterTable): RamModel {
  const places = variablePlaces(table);
  const groups: RamCell[][] = Array.from({ length: table.groups }, () => []);
  table.rows.forEach((row, k) => {
    const cell = cellOfRow(table, k, places);
    if (cell !== null) groups[row.group].push(cell);
  });
  return { observed: table.observed.length, size: places.size, freeCount: table.freeCount, groups };
}

/** Fills A, S and m of a group. */
export function fillRam(model: RamModel, group: number, free: Float64Array): RamMatrices {
  const size = model.size;
  const a = new Float64Array(size * size);
  const s = new Float64Array(size * size);
  const m = new Float64Array(size);
  for (const cell of model.groups[group]) {
    const value = cell.free < 0 ? cell.value : free[cell.free];
    if (cell.kind === PATH) a[cell.col * size + cell.row] = value;
    else if (cell.kind === INTERCEPT) m[cell.row] = value;
    else {
      s[cell.col * size + cell.row] = value;
      s[cell.row * size + cell.col] = value;
    }
  }
  return { a, s, m };
}
