import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import type { ImpliedMoments } from './implied-moments.ts';
import type { ParameterTable } from './parameter-table.ts';
import { fillRam, PATH, type RamModel } from './ram-model.ts';
import type { SemGroupResult, SemWarning } from './sem-fit.ts';

/** What the data say of a group: moments with divisor n, or polychoric correlations. */
export interface ObservedMoments {
  readonly n: number;
  readonly covariance: Matrix;
  readonly means: Float64Array | null;
}

/** Implied, residual and latent matrices and R² of a group. */
export function groupResult(
  table: ParameterTable,
  ram: RamModel,
  group: number,
  implied: ImpliedMoments,
  parameters: Float64Array,
  observed: ObservedMoments,
): SemGroupResult {
  const p = ram.observed;
  const impliedCovariance = block(implied.covariance, ram.size, 0, p);
  if (table.ordinal) for (let j = 0; j < p; j++) impliedCovariance.data[j * p + j] = 1;
  const residualCovariance = difference(observed.covariance, impliedCovariance);
  const impliedCorrelation = correlationOf(impliedCovariance)!;
  const latentCovariance = block(implied.covariance, ram.size, p, ram.size - p);
  return {
    n: observed.n,
    observedCovariance: observed.covariance,
    impliedCovariance,
    residualCovariance,
    residualCorrelation: difference(correlationOf(observed.covariance)!, impliedCorrelation),
    observedMeans: observed.means,
    impliedMeans: observed.means === null ? null : implied.means.slice(0, p),
    latentCovariance,
    latentCorrelation: correlationOf(latentCovariance),
    rSquared: explained(table, ram, group, implied, parameters),
  };
}

function explained(
  table: ParameterTable,
  ram: RamModel,
  group: number,
  implied: ImpliedMoments,
  parameters: Float64Array,
): ReadonlyMap<string, number> {
  const symmetric = fillRam(ram, group, parameters).s;
  const names = [...table.observed, ...table.latent];
  const result = new Map<string, number>();
  const reached = new Set(ram.groups[group].filter((cell) => cell.kind === PATH).map((cell) => cell.row));
  for (const place of reached) {
    const total = implied.covariance[place * ram.size + place];
    const isResponse = table.ordinal && place < ram.observed;
    if (isResponse) result.set(names[place], total);
    else if (total > 0) result.set(names[place], 1 - symmetric[place * ram.size + place] / total);
  }
  return result;
}

/** Heywood cases and matrices that no population could have. */
export function admissibilityWarnings(
  table: ParameterTable,
  ram: RamModel,
  group: number,
  result: SemGroupResult,
  parameters: Float64Array,
): SemWarning[] {
  const warnings: SemWarning[] = [];
  for (const row of table.rows)
    if (
      row.group === group &&
      row.op === '~~' &&
      row.lhs === row.rhs &&
      row.free >= 0 &&
      parameters[row.free] < 0
    )
      warnings.push({ code: 'negative-variance', variable: row.lhs, group, value: parameters[row.free] });
  if (table.ordinal)
    table.observed.forEach((variable) => {
      const value = 1 - (result.rSquared.get(variable) ?? 0);
      if (value < 0) warnings.push({ code: 'negative-variance', variable, group, value });
    });
  const latent = smallestEigenvalue(result.latentCovariance);
  if (latent !== null && latent < -1e-10)
    warnings.push({ code: 'latent-covariance-not-positive-definite', group, eigenvalue: latent });
  const symmetric = fillRam(ram, group, parameters).s;
  const residual = table.ordinal ? null : smallestEigenvalue(block(symmetric, ram.size, 0, ram.observed));
  if (residual !== null && residual < -1e-10)
    warnings.push({ code: 'residual-covariance-not-positive-definite', group, eigenvalue: residual });
  return warnings;
}

/** Null for an empty matrix. */
export function smallestEigenvalue(matrix: Matrix): number | null {
  return matrix.rows === 0 ? null : symmetricEigen(matrix).values[matrix.rows - 1];
}

function block(whole: Float64Array, size: number, from: number, count: number): Matrix {
  const part = createMatrix(count, count);
  for (let j = 0; j < count; j++)
    for (let i = 0; i < count; i++) part.data[j * count + i] = whole[(from + j) * size + from + i];
  return part;
}

function difference(x: Matrix, y: Matrix): Matrix {
  return { rows: x.rows, cols: x.cols, data: x.data.map((value, i) => value - y.data[i]) };
}

/** Null when a variance is not positive. */
export function correlationOf(covariance: Matrix): Matrix | null {
  const k = covariance.rows;
  const result = createMatrix(k, k);
  for (let j = 0; j < k; j++)
    for (let i = 0; i < k; i++) {
      const scale = covariance.data[i * k + i] * covariance.data[j * k + j];
      if (!(covariance.data[i * k + i] > 0 && covariance.data[j * k + j] > 0)) return null;
      result.data[j * k + i] = i === j ? 1 : covariance.data[j * k + i] / Math.sqrt(scale);
    }
  return result;
}
