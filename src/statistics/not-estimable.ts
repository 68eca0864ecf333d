// Impossible input is a programmer's mistake and throws. What honest data can bring (nobody answered, everybody gave
// the same answer, one item only) is no mistake: the statistic then has no value, and says why, so that a page can
// print a sentence where a number would have stood.

export type NotEstimableReason =
  | 'no-answers' // no case is left after the missing rule
  | 'too-few-cases' // cases are left, but fewer than the formula needs
  | 'too-few-items' // the construct has fewer items than the formula needs
  | 'no-variance' // a variable, or the sum score, is constant
  | 'no-overlap' // two variables were never answered by the same case
  | 'too-few-groups' // fewer than two groups with enough cases
  | 'not-positive-definite' // a covariance or correlation matrix has no inverse, or a negative eigenvalue
  | 'negative-variance' // a Heywood case: an estimated variance below zero
  | 'not-identified' // more free parameters than the data can tell apart
  | 'not-converged' // the iteration reached its limit
  | 'outside-range'; // the formula's value leaves the range where it means anything (say, alpha below zero)

export interface NotEstimable {
  readonly notEstimable: NotEstimableReason;
  /** Numbers a sentence may want, by name: { n: 1, needed: 2 }. */
  readonly details: Readonly<Record<string, number>>;
}

/** A value, or the reason why there is none. */
export type Estimate<T> = T | NotEstimable;

export function notEstimable(
  reason: NotEstimableReason,
  details: Readonly<Record<string, number>> = {},
): NotEstimable {
  return { notEstimable: reason, details };
}

export function isNotEstimable(value: unknown): value is NotEstimable {
  return typeof value === 'object' && value !== null && 'notEstimable' in value;
}
