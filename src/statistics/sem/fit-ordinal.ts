import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { admissibilityWarnings, groupResult } from './group-results.ts';
import type { SemModel } from './model-term.ts';
import { ordinalFit } from './ordinal-fit.ts';
import { ordinalFitMeasures } from './ordinal-fit-measures.ts';
import { ordinalSample } from './ordinal-sample.ts';
import { parameterResults } from './parameter-results.ts';
import { buildParameterTable, type ParameterTable } from './parameter-table.ts';
import { ramModel } from './ram-model.ts';
import { residualMeasures } from './residual-measures.ts';
import { hasAnswers, rowsByGroup, type SemData } from './sem-data.ts';
import type { SemFit } from './sem-fit.ts';
import type { SemOptions } from './sem-options.ts';
import { startValues } from './start-values.ts';
import { variableRoles } from './variable-roles.ts';

/**
 * The ordinal arm of fitSem: all observed variables are ordered answers of normal latent responses, in the delta
 * parameterisation (responses of variance 1; residual variances follow). Thresholds are the sample's; they may not be
 * constrained. See fitSem.
 */
export function fitOrdinal(model: SemModel, data: SemData, options: SemOptions): Estimate<SemFit> {
  if (!hasAnswers(data)) throw new RangeError('fitSem requires answers, not moments, for WLSMV');
  checkOrdinal(model, options);
  const roles = variableRoles(model, false);
  const sample = ordinalSample(data, roles.observed);
  if (isNotEstimable(sample)) return sample;
  const counts = new Map(roles.observed.map((name, j) => [name, sample.groups[0].thresholds[j].length]));
  for (const { thresholds } of sample.groups)
    for (const [j, tau] of thresholds.entries())
      if (tau.length !== counts.get(roles.observed[j]))
        return notEstimable('no-overlap', { variable: j, categories: tau.length + 1 });

  const groups = rowsByGroup(data).length;
  const table = buildParameterTable(model, {
    groups,
    standardizeLatents: options.scale === 'variance',
    orthogonal: options.orthogonal ?? false,
    meanStructure: false,
    fixedExogenous: false,
    groupEqual: options.groupEqual ?? [],
    groupFree: options.groupFree ?? [],
    thresholds: counts,
  });
  // Thresholds come last among the free parameters, so that the rest is a correlation structure of its own.
  const { arranged, order } = thresholdsLast(table);
  const p = arranged.observed.length;
  const df = ((p * (p - 1)) / 2) * groups - order;
  if (df < 0) return notEstimable('not-identified', { parameters: order, df });
  const structure = { ...arranged, freeCount: order, rows: arranged.rows.filter((row) => row.op !== '|') };
  const ram = ramModel(structure);
  const moments = sample.groups.map(({ rho }) => ({
    means: new Float64Array(p),
    covariance: rho,
    value: 0,
    iterations: 0,
  }));
  const fit = ordinalFit(ram, sample, startValues(structure, moments), options);
  if (isNotEstimable(fit)) return fit;

  const { implied, covariance, iterations, maxGradient } = fit;
  const taus = sample.groups.flatMap(({ thresholds }) => thresholds.flatMap((tau) => [...tau]));
  const parameters = Float64Array.from([...fit.parameters, ...taus]);
  const whole = { ...ram, freeCount: parameters.length };
  const results = implied.map((at, group) => {
    const { n, rho } = sample.groups[group];
    return groupResult(arranged, whole, group, at, parameters, { n, covariance: rho, means: null });
  });
  const residuals = residualMeasures(
    results.map(({ n, observedCovariance, impliedCovariance }) => ({
      n,
      observed: observedCovariance,
      implied: impliedCovariance,
      observedMeans: null,
      impliedMeans: null,
    })),
  );
  const { scaled, robust } = ordinalFitMeasures(ram, fit, sample, df);
  const level = options.level ?? 0.95;
  return {
    estimator: 'WLSMV',
    missing: 'listwise',
    n: sample.n,
    dropped: sample.dropped,
    observed: arranged.observed,
    latent: arranged.latent,
    freeParameters: parameters.length,
    df,
    parameters: parameterResults(model, arranged, whole, implied, parameters, covariance, level),
    parameterCovariance: covariance,
    fit: { standard: null, scaled, robust, likelihood: null, ...residuals },
    groups: results,
    warnings: [
      ...sample.warnings,
      ...results.flatMap((result, group) =>
        admissibilityWarnings(arranged, whole, group, result, parameters),
      ),
    ],
    iterations,
    maxGradient,
    solution: {
      model,
      table: arranged,
      ram,
      parameters: fit.parameters,
      implied,
      sample: null,
      ordinal: sample,
    },
  };
}

function checkOrdinal(model: SemModel, options: SemOptions): void {
  if (options.missing === 'fiml') throw new RangeError('fitSem requires complete cases for WLSMV, not FIML');
  if (options.groupEqual?.some((kind) => kind !== 'loadings' && kind !== 'regressions'))
    throw new RangeError('fitSem requires groupEqual for WLSMV to be loadings or regressions');
  const latent = new Set(model.terms.filter((term) => term.op === '=~').map((term) => term.lhs));
  for (const { lhs, op, rhs } of model.terms) {
    if (op === '~1' || op === '|')
      throw new RangeError('fitSem requires a WLSMV model without statements about means or thresholds');
    if (op === '~' && !latent.has(rhs))
      throw new RangeError(`fitSem requires ordinal variables not to predict others: ${lhs} ~ ${rhs}`);
    if (op === '~~' && lhs === rhs && !latent.has(lhs))
      throw new RangeError(
        `fitSem requires residual variances of ordinal variables to be left alone: ${lhs}`,
      );
  }
}

/** Renumbers the free parameters: structure first, then thresholds, group by group and item by item. */
function thresholdsLast(table: ParameterTable): {
  readonly arranged: ParameterTable;
  readonly order: number;
} {
  const places = new Map<number, number>();
  const renumber = (free: number) => {
    const known = places.get(free);
    if (known !== undefined) return known;
    places.set(free, places.size);
    return places.size - 1;
  };
  for (const row of table.rows) if (row.op !== '|' && row.free >= 0) renumber(row.free);
  const order = places.size;
  for (const row of table.rows) if (row.op === '|' && row.free >= 0) renumber(row.free);
  const rows = table.rows.map((row) => (row.free < 0 ? row : { ...row, free: renumber(row.free) }));
  return { arranged: { ...table, rows }, order };
}
