import type { Estimate } from '../not-estimable.ts';
import { fitSem } from './fit-sem.ts';
import type { ModelTerm } from './model-term.ts';
import type { SemData } from './sem-data.ts';
import type { SemFit } from './sem-fit.ts';
import type { SemOptions } from './sem-options.ts';

/** A factor and the names of the variables that measure it. */
export interface Factor {
  readonly name: string;
  readonly indicators: readonly string[];
}

/**
 * Confirmatory factor analysis with correlated factors of variance 1 (set scale or orthogonal to change that).
 * factors  each with its indicators; an indicator may serve several factors
 * returns  as fitSem
 * throws   RangeError: fitCfa requires at least one factor, each with at least one indicator; and as fitSem
 * source   Jöreskog 1969, Psychometrika 34, 183-202, doi:10.1007/BF02289343
 * checked  R lavaan cfa(std.lv = TRUE), test/fixtures/r/sem-ml.json, 1e-5
 */
export function fitCfa(
  factors: readonly Factor[],
  data: SemData,
  options: SemOptions = {},
): Estimate<SemFit> {
  if (factors.length === 0 || factors.some(({ indicators }) => indicators.length === 0))
    throw new RangeError('fitCfa requires at least one factor, each with at least one indicator');
  const terms = factors.flatMap(({ name, indicators }) =>
    indicators.map((rhs): ModelTerm => ({ lhs: name, op: '=~', rhs })),
  );
  return fitSem({ terms, defined: [], equal: [] }, data, { scale: 'variance', ...options });
}
