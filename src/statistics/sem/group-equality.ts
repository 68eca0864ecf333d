import { statementKey } from './merge-statements.ts';
import type { ModelTerm } from './model-term.ts';
import type { TableOptions } from './parameter-table.ts';
import type { VariableRoles } from './variable-roles.ts';

/** What may be held equal over groups. */
export type GroupEqual =
  | 'loadings'
  | 'intercepts'
  | 'residuals'
  | 'residual-covariances'
  | 'latent-variances'
  | 'latent-covariances'
  | 'means'
  | 'regressions';

/** A parameter by its two sides; rhs is empty for '~1'. */
export type GroupFree = Pick<ModelTerm, 'lhs' | 'op' | 'rhs'>;

function kindOf({ lhs, op, rhs }: ModelTerm, roles: VariableRoles): GroupEqual | null {
  const isLatent = roles.latent.includes(lhs);
  switch (op) {
    case '=~':
      return 'loadings';
    case '~':
      return 'regressions';
    case '~1':
      return isLatent ? 'means' : 'intercepts';
    case '~~':
      if (isLatent) return lhs === rhs ? 'latent-variances' : 'latent-covariances';
      return lhs === rhs ? 'residuals' : 'residual-covariances';
    default:
      return null;
  }
}

/** Once loadings (or intercepts) are equal, the scale (or origin) fixed in the first group holds for all. */
export function isFreedInGroup(
  term: ModelTerm,
  group: number,
  options: TableOptions,
  roles: VariableRoles,
): boolean {
  if (group === 0 || !roles.latent.includes(term.lhs)) return false;
  const equal = options.groupEqual;
  if (term.op === '~~' && term.lhs === term.rhs)
    return options.standardizeLatents && equal.includes('loadings') && !equal.includes('latent-variances');
  // A factor measured by a higher one gets its mean from there.
  const hasOrigin = equal.includes('intercepts') && !equal.includes('means');
  return term.op === '~1' && hasOrigin && !roles.indicators.has(term.lhs);
}

/** The name under which a parameter is one over groups; empty when it is not. */
export function sharedName(
  term: ModelTerm,
  group: number,
  options: TableOptions,
  roles: VariableRoles,
): string {
  if (options.groups === 1) return '';
  const key = statementKey(term);
  const kind = kindOf(term, roles);
  if (kind === null || !options.groupEqual.includes(kind)) return '';
  if (options.groupFree.some((exception) => statementKey(exception) === key)) return '';
  // The first group's fixed row must not lend its name to the rows freed in later groups.
  return isFreedInGroup(term, group, options, roles) ? `${key}@${group}` : key;
}
