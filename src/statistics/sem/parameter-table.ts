import { type GroupEqual, type GroupFree, isFreedInGroup, sharedName } from './group-equality.ts';
import { mergeStatements, statementKey } from './merge-statements.ts';
import { type DefaultTerm, defaultTerms } from './model-defaults.ts';
import type { FixedValue, ModelOperator, SemModel } from './model-term.ts';
import { type VariableRoles, variableRoles } from './variable-roles.ts';

/** One line of the parameter table: a free or a fixed parameter of one group. */
export interface ParameterRow {
  readonly lhs: string;
  readonly op: ModelOperator;
  readonly rhs: string;
  readonly group: number;
  /** Empty when the model gives none. */
  readonly label: string;
  /** Place in the vector of free parameters; -1 when fixed. Rows with the same label share it. */
  readonly free: number;
  /** The fixed value; 0 for free rows. Sample moments of fixed exogenous variables are filled in by the fit. */
  readonly value: number;
  readonly start: number | null;
  /** Moment of a fixed exogenous variable: held at its sample value. */
  readonly exogenous: boolean;
}

export interface ParameterTable extends VariableRoles {
  readonly rows: readonly ParameterRow[];
  readonly freeCount: number;
  readonly groups: number;
  readonly meanStructure: boolean;
  readonly ordinal: boolean;
}

export interface TableOptions {
  readonly groups: number;
  /** true: factor variances are 1; false: the first loading of each factor is 1. */
  readonly standardizeLatents: boolean;
  /** true: exogenous factors do not covary unless the model says so. */
  readonly orthogonal: boolean;
  readonly meanStructure: boolean;
  /** true: moments of observed variables that only predict are held at their sample values. */
  readonly fixedExogenous: boolean;
  readonly groupEqual: readonly GroupEqual[];
  /** What stays free over groups all the same (partial invariance). */
  readonly groupFree: readonly GroupFree[];
  /** For ordinal items: number of thresholds by name; null for continuous ones. */
  readonly thresholds: ReadonlyMap<string, number> | null;
}

/**
 * The parameter table of a model: what the model states, completed by the defaults of lavaan's sem().
 * model    the model
 * options  how the defaults are to be
 * returns  the table; model rows first, then defaults, group by group
 * throws   RangeError: a statement stands twice, or a modifier list is not as long as there are groups
 * source   Rosseel 2012, J. Stat. Softw. 48(2), doi:10.18637/jss.v048.i02
 * checked  through fitSem
 */
export function buildParameterTable(model: SemModel, options: TableOptions): ParameterTable {
  const roles = variableRoles(model, options.fixedExogenous);
  const ordinal = options.thresholds !== null;
  const drafts: DraftRow[] = [];
  const completed = completeTerms(model, roles, options);
  for (let group = 0; group < options.groups; group++)
    for (const term of completed) drafts.push(draftOf(term, group, options, roles));
  const alias = labelAliases(model);
  const places = new Map<string, number>();
  // What shares a label with a fixed parameter, such as a factor's marker, is fixed with it.
  const fixed = new Map<string, number>();
  for (const { isFree, label, value } of drafts) if (!isFree && label !== '') fixed.set(alias(label), value);
  let freeCount = 0;
  const rows = drafts.map(({ isFree, shared, ...row }): ParameterRow => {
    const value = row.label === '' ? undefined : fixed.get(alias(row.label));
    if (value !== undefined) return { ...row, value, free: -1 };
    if (!isFree) return { ...row, free: -1 };
    const name = row.label === '' ? shared : alias(row.label);
    const known = name === '' ? undefined : places.get(name);
    const free = known ?? freeCount++;
    if (name !== '' && known === undefined) places.set(name, free);
    return { ...row, value: 0, free };
  });
  const meanStructure = options.meanStructure && !ordinal;
  return { ...roles, rows, freeCount, groups: options.groups, meanStructure, ordinal };
}

interface DraftRow extends Omit<ParameterRow, 'free'> {
  readonly isFree: boolean;
  /** A name shared over groups when groupEqual holds this row equal; else empty. */
  readonly shared: string;
}

function completeTerms(model: SemModel, roles: VariableRoles, options: TableOptions): DefaultTerm[] {
  const stated = mergeStatements(model.terms);
  const keys = new Set(stated.map(statementKey));
  const markers = new Set<string>();
  const fromModel = stated.map((term): DefaultTerm => {
    const isMarker = term.op === '=~' && !options.standardizeLatents && !markers.has(term.lhs);
    if (isMarker) markers.add(term.lhs);
    const isScale = term.op === '~~' && term.lhs === term.rhs && roles.latent.includes(term.lhs);
    return { ...term, byDefault: isMarker || (isScale && options.standardizeLatents) ? 1 : 'free' };
  });
  return [
    ...fromModel,
    ...defaultTerms(model, roles, options).filter((term) => !keys.has(statementKey(term))),
  ];
}

/** One entry serves all groups; else there must be one per group. */
function entryOf<T>(list: readonly T[] | undefined, group: number, groups: number): T | undefined {
  if (list === undefined || list.length === 0) return undefined;
  if (list.length !== 1 && list.length !== groups)
    throw new RangeError('buildParameterTable requires one modifier, or one per group');
  return list.length === 1 ? list[0] : list[group];
}

function draftOf(term: DefaultTerm, group: number, options: TableOptions, roles: VariableRoles): DraftRow {
  const { lhs, op, rhs } = term;
  const label = entryOf(term.labels, group, options.groups) ?? '';
  const stated: FixedValue = entryOf(term.fixed, group, options.groups) ?? null;
  const byDefault = isFreedInGroup(term, group, options, roles) ? 'free' : term.byDefault;
  const setting = stated ?? byDefault;
  return {
    lhs,
    op,
    rhs,
    group,
    label,
    isFree: setting === 'free',
    value: typeof setting === 'number' ? setting : 0,
    start: entryOf(term.start, group, options.groups) ?? null,
    exogenous: setting === 'exogenous',
    shared: sharedName(term, group, options, roles),
  };
}

/** 'a == b' makes two labels one: each label's representative. */
function labelAliases(model: SemModel): (label: string) => string {
  const parent = new Map<string, string>();
  const find = (label: string): string => {
    const up = parent.get(label);
    return up === undefined ? `=${label}` : find(up);
  };
  for (const [a, b] of model.equal) if (find(a) !== find(b)) parent.set(find(a).slice(1), b);
  return find;
}
