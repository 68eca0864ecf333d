import { normalCriticalValue, normalTwoSided } from '../distributions/normal.ts';
import type { Matrix } from '../matrix.ts';
import { compileExpression, type Dual } from './expression.ts';
import type { ImpliedMoments } from './implied-moments.ts';
import type { SemModel } from './model-term.ts';
import type { ParameterRow, ParameterTable } from './parameter-table.ts';
import { fillRam, type RamModel, variablePlaces } from './ram-model.ts';
import type { SemParameter } from './sem-fit.ts';
import { type StandardisationFrame, type Standardised, standardise } from './standardise.ts';

/**
 * Estimates with SE, z, p, interval and standardised forms. Defined parameters get theirs by the delta method, and
 * are standardised by evaluating them on standardised parameters.
 * covariance  of the free parameters
 * level       of the intervals
 * throws      RangeError when a defined parameter uses an unknown label
 * checked     R lavaan parameterEstimates(standardized = TRUE), test/fixtures/r/sem-ml.json, 1e-5
 */
export function parameterResults(
  model: SemModel,
  table: ParameterTable,
  ram: RamModel,
  implied: readonly ImpliedMoments[],
  parameters: Float64Array,
  covariance: Matrix,
  level: number,
): SemParameter[] {
  const places = variablePlaces(table);
  const frames = implied.map((moments, group): StandardisationFrame => {
    const symmetric = fillRam(ram, group, parameters).s;
    const cells = ram.groups[group];
    return { model: ram, cells, implied: moments, symmetric, places, unitObserved: table.ordinal };
  });
  const critical = normalCriticalValue(level);
  const raw = new Map<string, Dual>();
  const lv = new Map<string, Dual | null>();
  const all = new Map<string, Dual | null>();
  const results: SemParameter[] = [];
  for (const row of table.rows) {
    const dual = rowDual(row, parameters);
    const stdLv = standardise(frames[row.group], row, dual.value, 'lv');
    const stdAll = standardise(frames[row.group], row, dual.value, 'all');
    if (row.label !== '' && !raw.has(row.label)) {
      raw.set(row.label, dual);
      lv.set(row.label, stdLv);
      all.set(row.label, stdAll);
    }
    const { lhs, op, rhs, group, label } = row;
    const kind = row.exogenous ? 'exogenous' : row.free < 0 ? 'fixed' : 'free';
    results.push({
      lhs,
      op,
      rhs,
      group,
      label,
      kind,
      ...inference(dual, stdLv, stdAll, covariance, critical),
    });
  }
  for (const { name, expression } of model.defined) {
    const compute = compileExpression(expression);
    const lookup =
      (values: ReadonlyMap<string, Dual | null>) =>
      (label: string): Dual => {
        const value = values.get(label);
        if (value === undefined)
          throw new RangeError(
            `parameterResults requires known labels in ${name} := ${expression}: ${label}`,
          );
        return value ?? { value: Number.NaN, gradient: new Float64Array(0) };
      };
    const dual = compute(lookup(raw));
    const stdLv = finite(compute(lookup(lv)));
    const stdAll = finite(compute(lookup(all)));
    raw.set(name, dual);
    lv.set(name, stdLv);
    all.set(name, stdAll);
    const common = {
      lhs: name,
      op: ':=' as const,
      rhs: expression,
      group: 0,
      label: name,
      kind: 'defined' as const,
    };
    results.push({ ...common, ...inference(dual, stdLv, stdAll, covariance, critical) });
  }
  return results;
}

function finite(dual: Dual): Dual | null {
  return Number.isFinite(dual.value) ? dual : null;
}

function rowDual(row: ParameterRow, parameters: Float64Array): Dual {
  const gradient = new Float64Array(parameters.length);
  if (row.free < 0) return { value: row.value, gradient };
  gradient[row.free] = 1;
  return { value: parameters[row.free], gradient };
}

function inference(
  dual: Dual,
  stdLv: Standardised | null,
  stdAll: Standardised | null,
  covariance: Matrix,
  critical: number,
) {
  const estimate = dual.value;
  const se = deltaError(dual.gradient, covariance);
  const z = se === null ? null : estimate / se;
  return {
    estimate,
    se,
    z,
    p: z === null ? null : normalTwoSided(z),
    lower: se === null ? null : estimate - critical * se,
    upper: se === null ? null : estimate + critical * se,
    stdLv: stdLv === null ? null : stdLv.value,
    stdAll: stdAll === null ? null : stdAll.value,
    stdAllSe: stdAll === null ? null : deltaError(stdAll.gradient, covariance),
  };
}

/** √(g' V g); null when nothing in it varies (up to rounding, as for a factor's own standardised variance of 1). */
function deltaError(gradient: Float64Array, covariance: Matrix): number | null {
  const order = covariance.rows;
  let variance = 0;
  let size = 0;
  for (let j = 0; j < gradient.length; j++) {
    if (gradient[j] === 0) continue;
    for (let i = 0; i < gradient.length; i++) {
      const term = gradient[i] * gradient[j] * covariance.data[j * order + i];
      variance += term;
      size += Math.abs(term);
    }
  }
  return variance > 1e-14 * size ? Math.sqrt(variance) : null;
}
