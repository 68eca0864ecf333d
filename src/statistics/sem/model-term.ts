// A structural equation model as data. The text form (parse-model.ts) is only another way to write this down.

/** '=~' measured by, '~' regressed on, '~~' (co)variance, '~1' intercept or mean, '|' threshold. */
export type ModelOperator = '=~' | '~' | '~~' | '~1' | '|';

/** A number fixes the parameter, 'free' frees it even where a default would fix it, null leaves it to the defaults. */
export type FixedValue = number | 'free' | null;

export interface ModelTerm {
  readonly lhs: string;
  readonly op: ModelOperator;
  /** Empty for '~1'. For '|' the threshold's name: 't1', 't2', … */
  readonly rhs: string;
  /** One entry for all groups, or one per group. */
  readonly fixed?: readonly FixedValue[];
  /** The same label means the same value. One entry for all groups, or one per group. */
  readonly labels?: readonly string[];
  readonly start?: readonly number[];
}

/** A new parameter computed from labelled ones, such as an indirect effect: { name: 'ab', expression: 'a*b' }. */
export interface DefinedParameter {
  readonly name: string;
  readonly expression: string;
}

export interface SemModel {
  readonly terms: readonly ModelTerm[];
  readonly defined: readonly DefinedParameter[];
  /** Pairs of labels that share one value, from 'a == b'. */
  readonly equal: readonly (readonly [string, string])[];
}
