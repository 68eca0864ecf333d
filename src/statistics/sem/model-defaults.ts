import type { ModelTerm, SemModel } from './model-term.ts';
import type { TableOptions } from './parameter-table.ts';
import type { VariableRoles } from './variable-roles.ts';

/** A term with what holds when the model says nothing: free, a fixed number, or the sample's own moment. */
export interface DefaultTerm extends ModelTerm {
  readonly byDefault: number | 'free' | 'exogenous';
}

/**
 * The parameters a model implies without stating them, as in lavaan's sem(): variances of all variables,
 * covariances among exogenous factors and among pure outcomes, moments of exogenous variables, intercepts,
 * thresholds. May repeat what the model states.
 */
export function defaultTerms(model: SemModel, roles: VariableRoles, options: TableOptions): DefaultTerm[] {
  return [
    ...variances(model, roles, options),
    ...latentCovariances(model, roles, options),
    ...exogenousMoments(roles),
    ...intercepts(roles, options),
    ...thresholds(roles, options),
  ];
}

function variances(model: SemModel, roles: VariableRoles, options: TableOptions): DefaultTerm[] {
  const terms: DefaultTerm[] = [];
  const loadings = model.terms.filter((t) => t.op === '=~');
  for (const name of roles.observed) {
    if (roles.exogenous.includes(name) || options.thresholds !== null) continue;
    const factor = loadings.find((t) => t.rhs === name)?.lhs;
    // A factor's only indicator is taken as free of error: the two variances could not be told apart.
    const isSingle = factor !== undefined && loadings.filter((t) => t.lhs === factor).length === 1;
    terms.push({ lhs: name, op: '~~', rhs: name, byDefault: isSingle ? 0 : 'free' });
  }
  for (const name of roles.latent)
    terms.push({ lhs: name, op: '~~', rhs: name, byDefault: options.standardizeLatents ? 1 : 'free' });
  return terms;
}

function latentCovariances(model: SemModel, roles: VariableRoles, options: TableOptions): DefaultTerm[] {
  const outcomes = new Set(model.terms.filter((t) => t.op === '~').map((t) => t.lhs));
  const predictors = new Set(model.terms.filter((t) => t.op === '~').map((t) => t.rhs));
  const exogenous = roles.latent.filter((name) => !roles.indicators.has(name) && !outcomes.has(name));
  const pureOutcomes = [...roles.latent, ...roles.observed].filter(
    (name) => outcomes.has(name) && !predictors.has(name) && !roles.indicators.has(name),
  );
  const terms: DefaultTerm[] = [];
  for (const names of options.orthogonal ? [pureOutcomes] : [exogenous, pureOutcomes])
    for (let j = 0; j < names.length; j++)
      for (let i = j + 1; i < names.length; i++)
        terms.push({ lhs: names[j], op: '~~', rhs: names[i], byDefault: 'free' });
  return terms;
}

function exogenousMoments(roles: VariableRoles): DefaultTerm[] {
  const terms: DefaultTerm[] = [];
  const names = roles.exogenous;
  const byDefault = roles.exogenousFixed ? 'exogenous' : 'free';
  for (let j = 0; j < names.length; j++)
    for (let i = j; i < names.length; i++) terms.push({ lhs: names[j], op: '~~', rhs: names[i], byDefault });
  return terms;
}

function intercepts(roles: VariableRoles, options: TableOptions): DefaultTerm[] {
  if (!options.meanStructure || options.thresholds !== null) return [];
  const observed = roles.observed.map((lhs): DefaultTerm => {
    const isFixed = roles.exogenousFixed && roles.exogenous.includes(lhs);
    return { lhs, op: '~1', rhs: '', byDefault: isFixed ? 'exogenous' : 'free' };
  });
  return [...observed, ...roles.latent.map((lhs): DefaultTerm => ({ lhs, op: '~1', rhs: '', byDefault: 0 }))];
}

function thresholds(roles: VariableRoles, options: TableOptions): DefaultTerm[] {
  const terms: DefaultTerm[] = [];
  for (const lhs of options.thresholds === null ? [] : roles.observed)
    for (let k = 1; k <= (options.thresholds?.get(lhs) ?? 0); k++)
      terms.push({ lhs, op: '|', rhs: `t${k}`, byDefault: 'free' });
  return terms;
}
