import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { type ChiSquareDifference, chiSquareDifference } from './chi-square-difference.ts';
import { fitSem } from './fit-sem.ts';
import type { GroupEqual } from './group-equality.ts';
import type { SemModel } from './model-term.ts';
import { parseModel } from './parse-model.ts';
import type { SemData } from './sem-data.ts';
import type { SemFit } from './sem-fit.ts';
import type { SemOptions } from './sem-options.ts';

export type InvarianceLevel = 'configural' | 'metric' | 'scalar' | 'strict';

/** A level of invariance, and what it costs against the level before. */
export interface InvarianceStep {
  readonly level: InvarianceLevel;
  readonly equal: readonly GroupEqual[];
  readonly fit: Estimate<SemFit>;
  /** Null for the first level, and where a fit is missing. */
  readonly difference: Estimate<ChiSquareDifference> | null;
  /** This level's index less the one before: robust where the estimator has robust indices, else scaled or plain. */
  readonly changeCfi: number | null;
  readonly changeRmsea: number | null;
  readonly changeSrmr: number | null;
}

const LEVELS: readonly (readonly [InvarianceLevel, readonly GroupEqual[]])[] = [
  ['configural', []],
  ['metric', ['loadings']],
  ['scalar', ['loadings', 'intercepts']],
  ['strict', ['loadings', 'intercepts', 'residuals']],
];

/**
 * Measurement invariance over groups in four steps: the same structure; equal loadings; equal intercepts, with latent
 * means free but in the first group; equal residual variances. Each step is tested against the one before; changes of
 * CFI below -.01 (with RMSEA above .015 or SRMR above .030, .015 for intercepts) are Chen's mark of non-invariance.
 * data     answers with groups, or moments with means of two or more groups
 * options  ML or MLR; groupEqual is set by the steps
 * throws   RangeError: measurementInvariance requires at least two groups / ML or MLR; and as fitSem
 * source   Meredith 1993, doi:10.1007/BF02294825; Chen 2007, Struct. Equ. Model. 14, 464-504, doi:10.1080/10705510701301834
 * checked  R lavaan cfa(group.equal = …), lavTestLRT(), test/fixtures/r/sem-groups.json, 1e-5
 */
export function measurementInvariance(
  model: string | SemModel,
  data: SemData,
  options: SemOptions = {},
): InvarianceStep[] {
  if (options.estimator === 'WLSMV')
    throw new RangeError(
      'measurementInvariance requires ML or MLR: thresholds of WLSMV cannot be constrained',
    );
  const isGrouped = 'answers' in data ? data.groups !== undefined : data.moments.length > 1;
  if (!isGrouped) throw new RangeError('measurementInvariance requires at least two groups');
  const parsed = typeof model === 'string' ? parseModel(model) : model;
  const steps: InvarianceStep[] = [];
  for (const [level, equal] of LEVELS) {
    const fit = fitSem(parsed, data, { ...options, groupEqual: equal });
    const before = steps.at(-1)?.fit;
    if (before === undefined || isNotEstimable(before) || isNotEstimable(fit)) {
      steps.push({
        level,
        equal,
        fit,
        difference: null,
        changeCfi: null,
        changeRmsea: null,
        changeSrmr: null,
      });
      continue;
    }
    const [now, then] = [indicesOf(fit), indicesOf(before)];
    steps.push({
      level,
      equal,
      fit,
      difference: chiSquareDifference(fit, before),
      changeCfi: now.cfi - then.cfi,
      changeRmsea: now.rmsea.value - then.rmsea.value,
      changeSrmr: fit.fit.srmr - before.fit.srmr,
    });
  }
  return steps;
}

function indicesOf({ fit }: SemFit) {
  return fit.robust ?? fit.scaled ?? fit.standard!;
}
