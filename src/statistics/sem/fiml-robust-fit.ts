import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import {
  baselineModel,
  type ExogenousPlaces,
  fixedPlaces,
  type SolvedModel,
  saturatedModel,
} from './baseline-model.ts';
import { crossed, product, sandwich } from './dense-products.ts';
import { impliedMoments } from './implied-moments.ts';
import { momentJacobian } from './moment-jacobian.ts';
import { normalDiscrepancy, sampleBases } from './normal-discrepancy.ts';
import { completedSample } from './normal-fit.ts';
import { robustFit } from './normal-fit-measures.ts';
import { optimise } from './optimise.ts';
import { projectedTrace } from './projected-trace.ts';
import { firstOrderInformation } from './robust-scores.ts';
import type { RobustFit, SemFit } from './sem-fit.ts';
import type { SemSample } from './sem-sample.ts';

/**
 * CFI, TLI and RMSEA of a FIML fit as they would be with complete data: plain FIML indices look better the more is
 * missing. The model's discrepancy from the EM moments takes the place of the likelihood ratio, corrected for its
 * expectation under the missing patterns: FIML-C(V3) with non-normality after MLR, FIML-C(V6) after ML.
 * It needs the information of all moments, and so some multiples of the fit's own time: hence a function of its own.
 * fit      of fitSem with missing: 'fiml'
 * returns  NotEstimable 'not-positive-definite' when the information of the moments has no inverse
 * throws   RangeError: fimlRobustFit requires a FIML fit with degrees of freedom
 * source   Zhang & Savalei 2023, Psychol. Methods 28, 263-283, doi:10.1037/met0000445
 * checked  R lavaan cfi.robust, tli.robust, rmsea.robust with missing = 'ml', test/fixtures/r/sem-fiml.json, 1e-5
 */
export function fimlRobustFit(fit: SemFit): Estimate<RobustFit> {
  const { sample, table, ram, parameters } = fit.solution;
  if (sample === null || fit.missing !== 'fiml' || fit.df === 0)
    throw new RangeError('fimlRobustFit requires a FIML fit with degrees of freedom');
  const p = ram.observed;
  const places = table.exogenous.map((name) => table.observed.indexOf(name));
  const exogenous: ExogenousPlaces = { places, areFixed: table.exogenousFixed };
  const saturated = saturatedModel(sample, p, fixedPlaces(exogenous));
  const complete = { ...sample, ...completedSample(sample) };
  const moments = momentInformation(saturated, sample, complete, fit.estimator === 'MLR');
  if (isNotEstimable(moments)) return moments;

  const unrelated = baselineModel(sample, p, exogenous);
  const bases = sampleBases(unrelated.model);
  const worst = optimise(
    (free, curvature) => normalDiscrepancy(unrelated.model, bases, sample, free, curvature),
    unrelated.parameters,
    { first: 'observed' },
  );
  if (worst === null) return notEstimable('not-positive-definite');
  const own = correctedTest({ model: ram, parameters, df: fit.df }, saturated, complete, moments);
  if (isNotEstimable(own)) return own;
  const baseline = correctedTest(
    { ...unrelated, parameters: worst.parameters },
    saturated,
    complete,
    moments,
  );
  if (isNotEstimable(baseline)) return baseline;
  return robustFit({
    chiSquare: own.chiSquare,
    df: fit.df,
    baselineChiSquare: baseline.chiSquare,
    baselineDf: unrelated.df,
    n: sample.n,
    groups: table.groups,
    c: own.expectation / fit.df,
    baselineC: baseline.expectation / unrelated.df,
  });
}

interface MomentInformation {
  /** Of the saturated model's parameters: W_m with the answers there are, W_c had all been given. */
  readonly observed: Float64Array;
  readonly complete: Float64Array;
  /** Asymptotic covariance of the moments: W_m⁻¹ under normality, else W_m⁻¹ J W_m⁻¹ with J from the scores. */
  readonly gamma: Float64Array;
  readonly size: number;
}

function momentInformation(
  { model, parameters }: SolvedModel,
  sample: SemSample,
  complete: SemSample,
  robust: boolean,
): Estimate<MomentInformation> {
  const bases = sampleBases(model);
  const size = model.freeCount;
  const observed = normalDiscrepancy(model, bases, sample, parameters, 'observed')!.information;
  const all = normalDiscrepancy(model, bases, complete, parameters, 'expected')!.information;
  const inverted = invertPositiveDefinite({ rows: size, cols: size, data: observed });
  if (isNotEstimable(inverted)) return inverted;
  const inverse = inverted.data;
  if (!robust) return { observed, complete: all, gamma: inverse, size };
  const implied = model.groups.map((_, group) => impliedMoments(model, group, parameters)!);
  const scores = firstOrderInformation(model, bases, implied, sample);
  return { observed, complete: all, gamma: sandwich(inverse, scores, size), size };
}

/** n·F of the EM moments at the FIML estimates, and what it would be on average were the model true. */
function correctedTest(
  { model, parameters }: SolvedModel,
  saturated: SolvedModel,
  complete: SemSample,
  moments: MomentInformation,
): Estimate<{ readonly chiSquare: number; readonly expectation: number }> {
  const { observed, size } = moments;
  const order = model.freeCount;
  const at = normalDiscrepancy(model, sampleBases(model), complete, parameters, 'expected');
  const best = normalDiscrepancy(
    saturated.model,
    sampleBases(saturated.model),
    complete,
    saturated.parameters,
    'expected',
  );
  if (at === null || best === null) return notEstimable('not-positive-definite');
  const chiSquare = 2 * complete.n * (at.value - best.value);
  const delta = momentJacobian(model, parameters, saturated.model);
  // E⁻¹ = (Δ' W_m Δ)⁻¹
  const weighted = product(observed, delta, size, size, order);
  const bread = invertPositiveDefinite({
    rows: order,
    cols: order,
    data: crossed(delta, weighted, size, order, order),
  });
  if (isNotEstimable(bread)) return bread;
  const projection = { delta, weighted, bread: bread.data, size, order };
  return { chiSquare, expectation: projectedTrace(moments.complete, moments.gamma, projection) };
}
