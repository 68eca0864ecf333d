import type { ModelTerm } from './model-term.ts';

type Statement = Pick<ModelTerm, 'lhs' | 'op' | 'rhs'>;

/** The same for statements about the same parameter: covariances have no direction. */
export function statementKey({ lhs, op, rhs }: Statement): string {
  return op === '~~' && lhs > rhs ? `${rhs}${op}${lhs}` : `${lhs}${op}${rhs}`;
}

/**
 * Statements about one parameter as one: 'F =~ NA*x + a*x' frees and labels the same loading.
 * throws  RangeError when two of them say the same kind of thing
 */
export function mergeStatements(terms: readonly ModelTerm[]): ModelTerm[] {
  const merged = new Map<string, ModelTerm>();
  for (const term of terms) {
    const key = statementKey(term);
    const known = merged.get(key);
    const addsNothing = term.fixed === undefined && term.labels === undefined && term.start === undefined;
    const repeats =
      known !== undefined &&
      (addsNothing ||
        (known.fixed !== undefined && term.fixed !== undefined) ||
        (known.labels !== undefined && term.labels !== undefined) ||
        (known.start !== undefined && term.start !== undefined));
    if (repeats)
      throw new RangeError(
        `mergeStatements requires each statement once: ${term.lhs} ${term.op} ${term.rhs}`,
      );
    merged.set(key, { ...known, ...term });
  }
  return [...merged.values()];
}
