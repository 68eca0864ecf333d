import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { fitOrdinal } from './fit-ordinal.ts';
import { admissibilityWarnings, groupResult } from './group-results.ts';
import type { SemModel } from './model-term.ts';
import { normalFit } from './normal-fit.ts';
import { normalFitMeasures } from './normal-fit-measures.ts';
import { parameterResults } from './parameter-results.ts';
import { buildParameterTable, type ParameterTable } from './parameter-table.ts';
import { parseModel } from './parse-model.ts';
import { ramModel } from './ram-model.ts';
import { residualMeasures } from './residual-measures.ts';
import type { SaturatedMoments } from './saturated-moments.ts';
import { hasAnswers, rowsByGroup, type SemData } from './sem-data.ts';
import type { SemFit } from './sem-fit.ts';
import type { SemOptions } from './sem-options.ts';
import { semSample } from './sem-sample.ts';
import { startValues } from './start-values.ts';

/**
 * Confirmatory factor analysis and structural equation modelling: estimates, tests, fit, standardised solution.
 * Conventions are those of R's lavaan (sem()): normal likelihood, chi-square N·F, first loading 1 unless
 * scale: 'variance'; standard errors from expected information (ML), the Hessian (FIML), or the sandwich (MLR);
 * the MLR test is Yuan and Bentler's in the Mplus variant; SRMR is Bentler's without means.
 * model    text in lavaan's syntax (see parseModel), or the same as data
 * data     answers with NaN where missing, or moments (ML only)
 * options  see SemOptions
 * returns  the fit; NotEstimable 'not-identified', 'not-converged', 'not-positive-definite', 'no-variance',
 *          'too-few-cases', 'no-answers'. Heywood cases are results with warnings: the estimates are what they are.
 * throws   RangeError: for a model that contradicts itself or its data
 * source   Bollen 1989; Jöreskog 1969, doi:10.1007/BF02289343; Rosseel 2012, doi:10.18637/jss.v048.i02
 * checked  R lavaan 0.6-14, test/fixtures/r/sem-*.json, 1e-5
 */
export function fitSem(model: string | SemModel, data: SemData, options: SemOptions = {}): Estimate<SemFit> {
  const parsed = typeof model === 'string' ? parseModel(model) : model;
  const estimator = options.estimator ?? 'ML';
  if (estimator === 'WLSMV') return fitOrdinal(parsed, data, options);
  const missing = options.missing ?? 'listwise';
  checkOptions(data, options);
  if (parsed.terms.some((term) => term.op === '|'))
    throw new RangeError('fitSem requires estimator WLSMV for a model with thresholds');
  const groups = hasAnswers(data) ? rowsByGroup(data).length : data.moments.length;
  const meanStructure =
    options.meanStructure ??
    (missing === 'fiml' || groups > 1 || parsed.terms.some((term) => term.op === '~1'));
  const blank = buildParameterTable(parsed, {
    groups,
    standardizeLatents: options.scale === 'variance',
    orthogonal: options.orthogonal ?? false,
    meanStructure,
    fixedExogenous: options.fixedExogenous ?? true,
    groupEqual: options.groupEqual ?? [],
    groupFree: options.groupFree ?? [],
    thresholds: null,
  });
  const fixedNames = blank.exogenousFixed ? blank.exogenous : [];
  const isWishart = options.likelihood === 'wishart';
  const sampleOptions = {
    observed: blank.observed,
    required: fixedNames,
    missing,
    hasMeans: meanStructure,
    isWishart,
  };
  const sample = semSample(data, sampleOptions);
  if (isNotEstimable(sample)) return sample;

  const table = withExogenous(blank, sample.saturated);
  const p = table.observed.length;
  const places = table.exogenous.map((name) => table.observed.indexOf(name));
  const df = degreesOfFreedom(table, fixedNames.length);
  if (df < 0) return notEstimable('not-identified', { parameters: table.freeCount, df });
  const ram = ramModel(table);
  const robust = estimator === 'MLR';
  const how = { robust, hessian: missing === 'fiml', tolerance: options.tolerance, limit: options.limit };
  const fit = normalFit(ram, sample, startValues(table, sample.saturated), how);
  if (isNotEstimable(fit)) return fit;
  const measures = normalFitMeasures(fit, sample, df, p, { places, areFixed: table.exogenousFixed });
  if (isNotEstimable(measures)) return measures;

  const { parameters, implied, covariance, iterations, maxGradient } = fit;
  const results = implied.map((moments, group) => {
    const { covariance: observed, means } = sample.saturated[group];
    const seen = { n: sample.groupSizes[group], covariance: observed, means: meanStructure ? means : null };
    return groupResult(table, ram, group, moments, parameters, seen);
  });
  const residuals = residualMeasures(
    results.map(({ n, observedCovariance, impliedCovariance, observedMeans, impliedMeans }) => ({
      n,
      observed: observedCovariance,
      implied: impliedCovariance,
      observedMeans,
      impliedMeans,
    })),
  );
  return {
    estimator,
    missing,
    n: sample.groupSizes.reduce((sum, size) => sum + size, 0),
    dropped: sample.dropped,
    observed: table.observed,
    latent: table.latent,
    freeParameters: table.freeCount,
    df,
    parameters: parameterResults(parsed, table, ram, implied, parameters, covariance, options.level ?? 0.95),
    parameterCovariance: covariance,
    fit: { ...measures, ...residuals },
    groups: results,
    warnings: results.flatMap((result, group) =>
      admissibilityWarnings(table, ram, group, result, parameters),
    ),
    iterations,
    maxGradient,
    solution: { model: parsed, table, ram, parameters, implied, sample },
  };
}

function checkOptions(data: SemData, options: SemOptions): void {
  if (!hasAnswers(data) && (options.estimator === 'MLR' || options.missing === 'fiml'))
    throw new RangeError('fitSem requires answers, not moments, for MLR and FIML');
  if (options.missing === 'fiml' && options.meanStructure === false)
    throw new RangeError('fitSem requires a mean structure for FIML');
  if (options.likelihood === 'wishart') {
    const groups = hasAnswers(data) ? rowsByGroup(data).length : data.moments.length;
    if (options.missing === 'fiml' || options.estimator === 'MLR' || groups > 1)
      throw new RangeError('fitSem requires one group, complete cases and ML for the Wishart likelihood');
  }
  const level = options.level ?? 0.95;
  if (!(level > 0 && level < 1)) throw new RangeError('fitSem requires 0 < level < 1');
}

/** Moments the data offer, less those fixed and the free parameters. */
function degreesOfFreedom(table: ParameterTable, fixed: number): number {
  const p = table.observed.length;
  const pairs = (p * (p + 1) - fixed * (fixed + 1)) / 2;
  const means = table.meanStructure ? p - fixed : 0;
  return (pairs + means) * table.groups - table.freeCount;
}

/** Exogenous rows take the sample's moments. */
function withExogenous(table: ParameterTable, saturated: readonly SaturatedMoments[]): ParameterTable {
  const p = table.observed.length;
  const rows = table.rows.map((row) => {
    if (!row.exogenous) return row;
    const i = table.observed.indexOf(row.lhs);
    const { means, covariance } = saturated[row.group];
    if (row.op === '~1') return { ...row, value: means[i] };
    return { ...row, value: covariance.data[table.observed.indexOf(row.rhs) * p + i] };
  });
  return { ...table, rows };
}
