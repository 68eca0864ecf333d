/**
 * Which definition stands behind a number: field of the section (a dotted path that need not go to the end) → key of the
 * catalogue, which says in words what `axial explain KEY` prints.
 */
export type Conventions = Readonly<Record<string, string>>;
