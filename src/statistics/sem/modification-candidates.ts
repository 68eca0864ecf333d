import type { SemModel } from './model-term.ts';
import type { ParameterRow, ParameterTable } from './parameter-table.ts';

/**
 * What a modification index can be given for: every parameter that is fixed or absent, of the kinds the model uses.
 * Cross-loadings, residual covariances of indicators, variances and covariances of factors, paths between whatever
 * the model's regressions name, and intercepts.
 */
export function modificationCandidates(model: SemModel, table: ParameterTable): ParameterRow[] {
  const regressions = model.terms.filter((term) => term.op === '~');
  const inEquations = [...new Set(regressions.flatMap(({ lhs, rhs }) => [lhs, rhs]))];
  const isObserved = (name: string) => table.observed.includes(name);
  const isFixed = (name: string) => table.exogenousFixed && table.exogenous.includes(name);
  const indicators = table.observed.filter((name) => table.indicators.has(name));
  const pairs: [string, ParameterRow['op'], string][] = [];
  for (const factor of table.latent)
    for (const name of table.observed)
      if (!isFixed(name) && !inEquations.includes(name)) pairs.push([factor, '=~', name]);
  for (const names of [indicators, table.latent])
    for (let j = 0; j < names.length; j++)
      for (let i = j; i < names.length; i++) pairs.push([names[j], '~~', names[i]]);
  for (const lhs of inEquations)
    for (const rhs of inEquations) {
      const runsBackwards = isObserved(lhs) && table.indicators.has(lhs) && !isObserved(rhs);
      if (lhs !== rhs && !runsBackwards && !isFixed(lhs)) pairs.push([lhs, '~', rhs]);
    }
  if (table.meanStructure)
    for (const name of [...table.observed, ...table.latent]) pairs.push([name, '~1', '']);

  const taken = new Map(table.rows.map((row) => [keyOf(row.lhs, row.op, row.rhs, row.group), row]));
  const candidates: ParameterRow[] = [];
  for (let group = 0; group < table.groups; group++)
    for (const [lhs, op, rhs] of pairs) {
      if (table.ordinal && op === '~~' && lhs === rhs && isObserved(lhs)) continue;
      const mirrored = op === '~~' ? taken.get(keyOf(rhs, op, lhs, group)) : undefined;
      const present = taken.get(keyOf(lhs, op, rhs, group)) ?? mirrored;
      if (present !== undefined && (present.free >= 0 || present.exogenous)) continue;
      const value = present?.value ?? 0;
      candidates.push({ lhs, op, rhs, group, label: '', free: -1, value, start: null, exogenous: false });
    }
  return candidates;
}

function keyOf(lhs: string, op: string, rhs: string, group: number): string {
  return `${lhs}${op}${rhs}@${group}`;
}
