import type { SemModel } from './model-term.ts';

/** Who is who in a model. Orders are those of first appearance. */
export interface VariableRoles {
  readonly observed: readonly string[];
  readonly latent: readonly string[];
  /** Right of '=~': observed indicators, and factors measured by a higher factor. */
  readonly indicators: ReadonlySet<string>;
  /** Observed variables that only predict. */
  readonly exogenous: readonly string[];
  /** Their moments are held at the sample's. Not so when the model describes one of them itself. */
  readonly exogenousFixed: boolean;
}

/** Reads from the model which names are factors, indicators and fixed exogenous variables. */
export function variableRoles(model: SemModel, fixedExogenous: boolean): VariableRoles {
  const latent = new Set(model.terms.filter((t) => t.op === '=~').map((t) => t.lhs));
  const indicators = new Set(model.terms.filter((t) => t.op === '=~').map((t) => t.rhs));
  const outcomes = new Set(model.terms.filter((t) => t.op === '~').map((t) => t.lhs));
  const predictors = new Set(model.terms.filter((t) => t.op === '~').map((t) => t.rhs));
  const described = new Set<string>();
  const observed = new Set<string>();
  for (const { lhs, op, rhs } of model.terms) {
    if (op === '~~' || op === '~1') for (const name of [lhs, rhs]) described.add(name);
    const names = op === '=~' || op === '~' || op === '~~' ? [lhs, rhs] : [lhs];
    for (const name of names) if (!latent.has(name)) observed.add(name);
  }
  const exogenous = [...observed].filter(
    (name) => predictors.has(name) && !indicators.has(name) && !outcomes.has(name),
  );
  return {
    observed: [...observed],
    latent: [...latent],
    indicators,
    exogenous,
    exogenousFixed: fixedExogenous && exogenous.every((name) => !described.has(name)),
  };
}
