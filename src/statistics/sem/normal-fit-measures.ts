import { chiSquareUpper } from '../distributions/chi-square.ts';
import { logDeterminant } from '../linalg/positive-definite.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { baselineModel, type ExogenousPlaces, fixedPlaces } from './baseline-model.ts';
import {
  comparativeFitIndex,
  rmsea,
  rmseaCloseFit,
  rmseaInterval,
  tuckerLewisIndex,
} from './fit-measures.ts';
import { normalDiscrepancy, sampleBases } from './normal-discrepancy.ts';
import type { NormalFit } from './normal-fit.ts';
import { optimise } from './optimise.ts';
import { misspecificationTrace, saturatedTrace } from './scaled-test.ts';
import type { LikelihoodFit, RmseaFit, RobustFit, TestOfFit } from './sem-fit.ts';
import type { SemSample } from './sem-sample.ts';

/** Everything about fit that needs the normal likelihood. */
export interface NormalFitMeasures {
  readonly standard: TestOfFit;
  readonly scaled: TestOfFit | null;
  readonly robust: RobustFit | null;
  readonly likelihood: LikelihoodFit;
}

/**
 * Chi-square N·F against the saturated model and the indices on it; with a robust fit also scaled by
 * (tr_saturated - tr_model) / df (Yuan-Bentler, Mplus variant), and the robust indices.
 * exogenous  if fixed, their own likelihood is left out
 * checked  R lavaan fitMeasures(), test/fixtures/r/sem-ml.json, sem-mlr.json, sem-fiml.json, 1e-5
 */
export function normalFitMeasures(
  fit: NormalFit,
  sample: SemSample,
  df: number,
  p: number,
  exogenous: ExogenousPlaces,
): Estimate<NormalFitMeasures> {
  const fixed = fixedPlaces(exogenous);
  const total = sample.groupSizes.reduce((sum, size) => sum + size, 0);
  const groups = sample.groupSizes.length;
  const saturatedValue = sample.saturated.reduce(
    (sum, { value }, group) => sum + (value * patternCount(sample, group)) / sample.n,
    0,
  );
  const baseline = baselineModel(sample, p, exogenous);
  const bases = sampleBases(baseline.model);
  const baselineFit = optimise(
    (free, curvature) => normalDiscrepancy(baseline.model, bases, sample, free, curvature),
    baseline.parameters,
    { first: 'observed' },
  );
  if (baselineFit === null) return notEstimable('not-positive-definite', {});
  const statistic = 2 * sample.n * (fit.value - saturatedValue);
  const chiSquare = df === 0 ? 0 : Math.max(0, statistic);
  const baselineChiSquare = Math.max(0, 2 * sample.n * (baselineFit.value - saturatedValue));
  // The Wishart likelihood counts n - 1 cases here too, as in lavaan.
  const frame = { df, baselineDf: baseline.df, n: sample.n, groups };
  const standard = testOfFit({ ...frame, chiSquare, baselineChiSquare });
  const likelihood = likelihoodFit(fit, sample, saturatedValue, total, p, fixed);
  if (fit.trace === null || df === 0) return { standard, scaled: null, robust: null, likelihood };
  const saturatedSum = saturatedTrace(sample, p, fixed);
  if (isNotEstimable(saturatedSum)) return saturatedSum;
  const baselineTrace = misspecificationTrace({ ...baseline, parameters: baselineFit.parameters }, sample);
  if (isNotEstimable(baselineTrace)) return baselineTrace;
  const c = (saturatedSum - fit.trace) / df;
  const baselineC = (saturatedSum - baselineTrace) / baseline.df;
  const scaled = testOfFit({ ...frame, chiSquare, baselineChiSquare, c, baselineC });
  const isComplete = sample.groups.every((patterns) => patterns.length === 1);
  const robust = isComplete ? robustFit({ ...frame, chiSquare, baselineChiSquare, c, baselineC }) : null;
  return { standard, scaled, robust, likelihood };
}

function patternCount(sample: SemSample, group: number): number {
  return sample.groups[group].reduce((sum, { n }) => sum + n, 0);
}

export interface TestFrame {
  readonly chiSquare: number;
  readonly df: number;
  readonly baselineChiSquare: number;
  readonly baselineDf: number;
  readonly n: number;
  readonly groups: number;
  /** Scaling factors; absent for an unscaled test. */
  readonly c?: number;
  readonly baselineC?: number;
}

function testOfFit({ c = 1, baselineC = 1, ...frame }: TestFrame): TestOfFit {
  const { df, baselineDf } = frame;
  const chiSquare = frame.chiSquare / c;
  const baselineChiSquare = frame.baselineChiSquare / baselineC;
  return {
    chiSquare,
    df,
    p: df > 0 ? chiSquareUpper(chiSquare, df) : null,
    scalingFactor: c,
    shift: 0,
    baselineChiSquare,
    baselineDf,
    baselineScalingFactor: baselineC,
    cfi: comparativeFitIndex(chiSquare, df, baselineChiSquare, baselineDf),
    tli: tuckerLewisIndex(chiSquare, df, baselineChiSquare, baselineDf),
    // The expected value of the unscaled statistic is c·df, so its excess over that estimates misfit.
    rmsea: rmseaFit(frame.chiSquare, c * df, frame),
  };
}

export function rmseaFit(
  chiSquare: number,
  df: number,
  { n, groups }: { readonly n: number; readonly groups: number },
): RmseaFit {
  return {
    value: rmsea(chiSquare, df, n, groups),
    ...rmseaInterval(chiSquare, df, n, groups),
    closeP: df > 0 ? rmseaCloseFit(chiSquare, df, n, groups) : null,
  };
}

/** Brosseau-Liard, Savalei & Li 2012, doi:10.1080/00273171.2012.715252; Brosseau-Liard & Savalei 2014 (CFI, TLI). */
export function robustFit({ c = 1, baselineC = 1, ...frame }: TestFrame): RobustFit {
  const { chiSquare, df, baselineChiSquare, baselineDf, n, groups } = frame;
  return {
    cfi: comparativeFitIndex(chiSquare, df, baselineChiSquare, baselineDf, c, baselineC),
    tli: tuckerLewisIndex(chiSquare, df, baselineChiSquare, baselineDf, c, baselineC),
    rmsea: {
      value: rmsea(chiSquare, df, n, groups, c),
      ...rmseaInterval(chiSquare / c, df, n, groups, c),
      closeP: df > 0 ? rmseaCloseFit(chiSquare / c, df, n, groups, c) : null,
    },
  };
}

function likelihoodFit(
  fit: NormalFit,
  sample: SemSample,
  saturatedValue: number,
  total: number,
  p: number,
  fixed: readonly number[],
): LikelihoodFit {
  let answers = 0;
  for (const patterns of sample.groups)
    for (const pattern of patterns) answers += (pattern.present.length * pattern.n * total) / sample.n;
  const exogenous = exogenousValue(sample, p, fixed);
  const constant = 0.5 * Math.log(2 * Math.PI) * (answers - fixed.length * total);
  const logLikelihood = -total * (fit.value - exogenous) - constant;
  const free = fit.parameters.length;
  return {
    logLikelihood,
    saturated: -total * (saturatedValue - exogenous) - constant,
    aic: -2 * logLikelihood + 2 * free,
    bic: -2 * logLikelihood + free * Math.log(total),
    sampleSizeAdjustedBic: -2 * logLikelihood + free * Math.log((total + 2) / 24),
  };
}

/** -log-likelihood per case of the fixed exogenous variables, without the constant: the model does not explain them. */
function exogenousValue(sample: SemSample, p: number, fixed: readonly number[]): number {
  if (fixed.length === 0) return 0;
  let value = 0;
  sample.saturated.forEach(({ covariance }, group) => {
    const k = fixed.length;
    const data = new Float64Array(k * k);
    fixed.forEach((a, j) => {
      fixed.forEach((b, i) => {
        data[j * k + i] = covariance.data[a * p + b];
      });
    });
    const part = logDeterminant({ rows: k, cols: k, data });
    if (!isNotEstimable(part)) value += ((part + k) / 2) * (patternCount(sample, group) / sample.n);
  });
  return value;
}
