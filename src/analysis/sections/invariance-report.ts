import { selectRows } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import { type InvarianceStep, measurementInvariance } from '../../statistics/sem/measurement-invariance.ts';
import type { ModelTerm } from '../../statistics/sem/model-term.ts';
import type { SemFitMeasures } from '../../statistics/sem/sem-fit.ts';
import { type Plain, plain } from './plain.ts';
import type { SectionInput } from './section-input.ts';

/** One of the four steps: its fit, and what it costs against the step before. */
export interface InvarianceReport
  extends Pick<
    InvarianceStep,
    'level' | 'equal' | 'difference' | 'changeCfi' | 'changeRmsea' | 'changeSrmr'
  > {
  readonly n: Estimate<number>;
  readonly df: Estimate<number>;
  readonly fit: Estimate<Plain<SemFitMeasures>>;
}

/** Of the reflective constructs over the groups named, by maximum likelihood on complete cases. */
export function invarianceReport(
  { fits }: SectionInput,
  groups: Int16Array,
  used: readonly number[],
): Estimate<readonly InvarianceReport[]> {
  if (used.length < 2) return notEstimable('too-few-groups', { groups: used.length, needed: 2 });
  if (fits.factors.length === 0) return notEstimable('too-few-items', { constructs: 0, needed: 1 });
  const { answers, names } = fits.data;
  const rows = [...groups.keys()].filter((row) => used.includes(groups[row]!));
  const terms = fits.factors.flatMap(({ name, indicators }) =>
    indicators.map((rhs): ModelTerm => ({ lhs: name, op: '=~', rhs })),
  );
  const steps = measurementInvariance(
    { terms, defined: [], equal: [] },
    { names, answers: selectRows(answers, rows), groups: rows.map((row) => used.indexOf(groups[row]!)) },
  );
  return steps.map(({ fit, level, equal, difference, changeCfi, changeRmsea, changeSrmr }) => ({
    level,
    equal,
    n: isNotEstimable(fit) ? fit : fit.n,
    df: isNotEstimable(fit) ? fit : fit.df,
    fit: isNotEstimable(fit) ? fit : plain(fit.fit),
    difference,
    changeCfi,
    changeRmsea,
    changeSrmr,
  }));
}
