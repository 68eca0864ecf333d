import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import {
  averageVarianceExtracted,
  compositeReliability,
} from '../../statistics/reliability/composite-reliability.ts';
import { omegaOfLoadings } from '../../statistics/reliability/omega-total.ts';
import { categoricalOmega } from '../../statistics/reliability/ordinal-reliability.ts';
import { fimlRobustFit } from '../../statistics/sem/fiml-robust-fit.ts';
import type { Factor } from '../../statistics/sem/fit-cfa.ts';
import { type ModificationIndex, modificationIndices } from '../../statistics/sem/modification-indices.ts';
import type { RobustFit, SemFit, SemParameter } from '../../statistics/sem/sem-fit.ts';
import { type NamedMatrix, namedMatrix, type Plain, plain } from './plain.ts';

export interface FactorReliability {
  readonly factor: string;
  /** Of the sum of answers as the model has it; for WLSMV of the responses behind the answers, so see categoricalOmega. */
  readonly omega: Estimate<number>;
  /** Green and Yang's; of WLSMV fits only. */
  readonly categoricalOmega?: Estimate<number>;
  readonly compositeReliability: Estimate<number>;
  readonly averageVarianceExtracted: Estimate<number>;
}

/** A fitted model as the report holds it: everything but the matrices that follow from the parameters. */
export interface SemReport
  extends Pick<
    SemFit,
    'estimator' | 'missing' | 'n' | 'dropped' | 'df' | 'freeParameters' | 'parameters' | 'warnings'
  > {
  readonly fit: Plain<SemFit['fit']>;
  /** CFI, TLI and RMSEA as with complete data; of FIML fits only. */
  readonly fimlRobust?: Estimate<RobustFit>;
  readonly latentCorrelation: NamedMatrix | null;
  readonly rSquared: Readonly<Record<string, number>>;
  /** Observed minus implied correlations. */
  readonly residualCorrelation: NamedMatrix;
  /** The largest, see `MODIFICATIONS`; null where another report of the same estimates has them. */
  readonly modifications: Estimate<readonly ModificationIndex[]> | null;
  readonly iterations: number;
  readonly maxGradient: number;
}

export const MODIFICATIONS = 30;

export function semReport(fit: Estimate<SemFit>, withModifications = true): Estimate<SemReport> {
  if (isNotEstimable(fit)) return fit;
  const group = fit.groups[0]!;
  const modifications = withModifications ? modificationIndices(fit) : null;
  const { estimator, missing, n, dropped, df, freeParameters, parameters, warnings } = fit;
  return {
    estimator,
    missing,
    n,
    dropped,
    df,
    freeParameters,
    fit: plain(fit.fit),
    ...(missing === 'fiml' && df > 0 ? { fimlRobust: fimlRobustFit(fit) } : {}),
    parameters,
    latentCorrelation:
      group.latentCorrelation === null ? null : namedMatrix(group.latentCorrelation, fit.latent),
    rSquared: Object.fromEntries(group.rSquared),
    residualCorrelation: namedMatrix(group.residualCorrelation, fit.observed),
    modifications: Array.isArray(modifications) ? modifications.slice(0, MODIFICATIONS) : modifications,
    warnings,
    iterations: fit.iterations,
    maxGradient: fit.maxGradient,
  };
}

/** What a factor's loadings in a fitted model say of its items' sum. */
export function factorReliability(fit: Estimate<SemFit>, { name, indicators }: Factor): FactorReliability {
  if (isNotEstimable(fit))
    return { factor: name, omega: fit, compositeReliability: fit, averageVarianceExtracted: fit };
  const loadings = indicators.map((item) => parameter(fit, name, '=~', item));
  const standardized = loadings.map(({ stdAll }) => stdAll);
  if (standardized.includes(null)) {
    const why = notEstimable('negative-variance');
    return { factor: name, omega: why, compositeReliability: why, averageVarianceExtracted: why };
  }
  const lambda = standardized as number[];
  const variance = parameter(fit, name, '~~', name).estimate;
  // The responses behind ordinal answers have variance one, and residual variances are no parameters of their own.
  const isOrdinal = fit.estimator === 'WLSMV';
  const residuals = isOrdinal
    ? lambda.map((loading) => 1 - loading ** 2)
    : indicators.map((item) => parameter(fit, item, '~~', item).estimate);
  const unitLoadings = loadings.map(({ estimate }) => estimate * Math.sqrt(variance));
  return {
    factor: name,
    omega: omegaOfLoadings(unitLoadings, residuals),
    ...(isOrdinal ? { categoricalOmega: greenYang(fit, indicators, lambda) } : {}),
    compositeReliability: compositeReliability(lambda),
    averageVarianceExtracted: averageVarianceExtracted(lambda),
  };
}

function greenYang(
  fit: SemFit,
  indicators: readonly string[],
  loadings: readonly number[],
): Estimate<number> {
  const { observedCovariance } = fit.groups[0]!;
  const places = indicators.map((item) => fit.observed.indexOf(item));
  const size = places.length;
  const data = new Float64Array(size * size);
  places.forEach((column, j) => {
    places.forEach((row, i) => {
      data[j * size + i] = observedCovariance.data[column * observedCovariance.rows + row]!;
    });
  });
  const thresholds = indicators.map((item) =>
    fit.parameters.filter(({ lhs, op }) => lhs === item && op === '|').map(({ estimate }) => estimate),
  );
  return categoricalOmega(loadings, thresholds, { rows: size, cols: size, data });
}

function parameter(fit: SemFit, lhs: string, op: string, rhs: string): SemParameter {
  const found = fit.parameters.find((one) => one.lhs === lhs && one.op === op && one.rhs === rhs);
  if (!found) throw new RangeError(`factorReliability requires a fit with ${lhs} ${op} ${rhs}`);
  return found;
}
