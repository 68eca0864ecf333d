import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { isNotEstimable } from '../../../src/statistics/not-estimable.ts';
import type { ModificationIndex } from '../../../src/statistics/sem/modification-indices.ts';
import type { SemAnswers } from '../../../src/statistics/sem/sem-data.ts';
import type { SemFit, SemParameter } from '../../../src/statistics/sem/sem-fit.ts';

type Column = (number | null)[];
export type GoldenData = Record<string, Column>;

export interface Golden {
  parameters: Record<'lhs' | 'op' | 'rhs', string[]> &
    Record<
      'group' | 'est' | 'se' | 'z' | 'p' | 'lower' | 'upper' | 'std_lv' | 'std_all' | 'std_all_se',
      Column
    >;
  fit: Record<string, number | null>;
  n: number;
  rsquare: Record<string, number> | null;
  mi?: Record<'lhs' | 'op' | 'rhs', string[]> &
    Record<'group' | 'mi' | 'epc' | 'sepc_lv' | 'sepc_all', Column>;
}

export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/r/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** The columns of a golden data set; `group` names the column of groups, if any. */
export function answersOf(data: GoldenData, group?: string): SemAnswers {
  const names = Object.keys(data).filter((name) => name !== group);
  const answers = matrixFromColumns(names.map((name) => data[name]!.map((value) => value ?? Number.NaN)));
  return group === undefined ? { names, answers } : { names, answers, groups: data[group]! as number[] };
}

/** Fails unless the estimate exists. */
export function estimated<T>(value: T): Exclude<T, { notEstimable: unknown }> {
  if (isNotEstimable(value))
    throw new Error(`not estimable: ${value.notEstimable} ${JSON.stringify(value.details)}`);
  return value as Exclude<T, { notEstimable: unknown }>;
}

export const TOLERANCE = 1e-5;

export function expectNear(
  actual: number | null | undefined,
  golden: number,
  what: string,
  tolerance = TOLERANCE,
) {
  if (typeof actual !== 'number') throw new Error(`${what}: ${actual} where R has ${golden}`);
  const deviation = Math.abs(actual - golden) / Math.max(1, Math.abs(golden));
  expect(deviation, `${what}: ${actual} where R has ${golden}`).toBeLessThanOrEqual(tolerance);
}

function parameterOf(fit: SemFit, lhs: string, op: string, rhs: string, group: number): SemParameter {
  const found = fit.parameters.find(
    (row) =>
      row.op === op &&
      row.group === group &&
      ((row.lhs === lhs && (row.rhs === rhs || op === ':=')) ||
        (op === '~~' && row.lhs === rhs && row.rhs === lhs)),
  );
  if (found === undefined) throw new Error(`no parameter ${lhs} ${op} ${rhs} in group ${group}`);
  return found;
}

const COLUMNS = [
  ['est', 'estimate'],
  ['se', 'se'],
  ['z', 'z'],
  ['p', 'p'],
  ['lower', 'lower'],
  ['upper', 'upper'],
  ['std_lv', 'stdLv'],
  ['std_all', 'stdAll'],
  ['std_all_se', 'stdAllSe'],
] as const;

/** R has SE 0 where we have none, and intervals of width 0. */
export function expectParameters(fit: SemFit, golden: Golden): void {
  const { parameters } = golden;
  expect(parameters.lhs.length).toBeGreaterThan(0);
  parameters.lhs.forEach((lhs, k) => {
    // R lists covariances that orthogonal factors do not have.
    if (parameters.est[k] === 0 && parameters.se[k] === 0) return;
    const isResidual = parameters.op[k] === '~~' && parameters.rhs[k] === lhs && !fit.latent.includes(lhs);
    if (fit.estimator === 'WLSMV' && isResidual) {
      const explained = fit.groups[parameters.group[k]!]!.rSquared.get(lhs)!;
      expectNear(1 - explained, parameters.est[k]!, `residual variance of ${lhs}`);
      return;
    }
    const row = parameterOf(fit, lhs, parameters.op[k]!, parameters.rhs[k]!, parameters.group[k]!);
    const hasError = (parameters.se[k] ?? 0) > 1e-7;
    for (const [theirs, ours] of COLUMNS) {
      const value = parameters[theirs][k];
      if (typeof value !== 'number') continue;
      if (['se', 'z', 'p', 'lower', 'upper'].includes(theirs) && !hasError) continue;
      if (theirs === 'std_all_se' && value < 1e-6) continue;
      expectNear(row[ours], value, `${lhs} ${row.op} ${row.rhs} group ${row.group} ${ours}`);
    }
  });
}

export function expectStandardFit(fit: SemFit, golden: Golden): void {
  const { standard, likelihood } = fit.fit;
  expectValues(golden, {
    npar: fit.freeParameters,
    df: fit.df,
    chisq: standard?.chiSquare,
    pvalue: standard?.p,
    'baseline.chisq': standard?.baselineChiSquare,
    'baseline.df': standard?.baselineDf,
    cfi: standard?.cfi,
    tli: standard?.tli,
    rmsea: standard?.rmsea.value,
    'rmsea.ci.lower': standard?.rmsea.lower,
    'rmsea.ci.upper': standard?.rmsea.upper,
    'rmsea.pvalue': standard?.rmsea.closeP,
    logl: likelihood?.logLikelihood,
    'unrestricted.logl': likelihood?.saturated,
    aic: likelihood?.aic,
    bic: likelihood?.bic,
    bic2: likelihood?.sampleSizeAdjustedBic,
    ntotal: fit.n,
  });
  expectResidualFit(fit, golden);
}

export function expectResidualFit(fit: SemFit, golden: Golden): void {
  expectValues(golden, { srmr_bentler_nomean: fit.fit.srmr, crmr_nomean: fit.fit.crmr });
  if (fit.fit.srmrWithMeans !== null) expectValues(golden, { srmr_bentler: fit.fit.srmrWithMeans });
}

export function expectScaledFit(fit: SemFit, golden: Golden): void {
  const { scaled } = fit.fit;
  expectValues(golden, {
    'chisq.scaled': scaled?.chiSquare,
    'df.scaled': scaled?.df,
    'pvalue.scaled': scaled?.p,
    'chisq.scaling.factor': scaled?.scalingFactor,
    'baseline.chisq.scaled': scaled?.baselineChiSquare,
    'baseline.chisq.scaling.factor': scaled?.baselineScalingFactor,
    'cfi.scaled': scaled?.cfi,
    'tli.scaled': scaled?.tli,
    'rmsea.scaled': scaled?.rmsea.value,
    'rmsea.ci.lower.scaled': scaled?.rmsea.lower,
    'rmsea.ci.upper.scaled': scaled?.rmsea.upper,
    'rmsea.pvalue.scaled': scaled?.rmsea.closeP,
  });
}

export function expectRobustFit(fit: SemFit, golden: Golden): void {
  const { robust } = fit.fit;
  expectValues(golden, {
    'cfi.robust': robust?.cfi,
    'tli.robust': robust?.tli,
    'rmsea.robust': robust?.rmsea.value,
    'rmsea.ci.lower.robust': robust?.rmsea.lower,
    'rmsea.ci.upper.robust': robust?.rmsea.upper,
    'rmsea.pvalue.robust': robust?.rmsea.closeP,
  });
}

function expectValues(golden: Golden, values: Record<string, number | null | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    const wanted = golden.fit[name];
    // The interval of a noncentrality is found by R to 1.2e-4 only, and RMSEA magnifies that near zero.
    const tolerance = name.startsWith('rmsea.ci') ? 1e-4 : TOLERANCE;
    if (typeof wanted === 'number') expectNear(value, wanted, name, tolerance);
  }
}

export function expectRSquared(fit: SemFit, golden: Golden): void {
  for (const [name, value] of Object.entries(golden.rsquare ?? {}))
    expectNear(fit.groups[0]!.rSquared.get(name), value, `R² of ${name}`);
}

/** Every index R gives is met, and none is above R's largest. */
export function expectIndices(indices: readonly ModificationIndex[], golden: Golden, factor = 1): void {
  const mi = golden.mi!;
  const scaledBy = (value: number | null) => (value === null ? null : factor * value);
  mi.lhs.forEach((lhs, k) => {
    const [op, rhs, group] = [mi.op[k]!, mi.rhs[k]!, mi.group[k]!];
    const found = indices.find(
      (row) =>
        row.op === op &&
        row.group === group &&
        ((row.lhs === lhs && row.rhs === rhs) || (op === '~~' && row.lhs === rhs && row.rhs === lhs)),
    );
    if (found === undefined) throw new Error(`no modification index for ${lhs} ${op} ${rhs}`);
    const what = `${lhs} ${op} ${rhs}`;
    expectNear(scaledBy(found.index), mi.mi[k]!, `${what} index`);
    expectNear(scaledBy(found.change), mi.epc[k]!, `${what} change`);
    if (typeof mi.sepc_lv[k] === 'number')
      expectNear(scaledBy(found.changeLv), mi.sepc_lv[k], `${what} changeLv`);
    if (typeof mi.sepc_all[k] === 'number')
      expectNear(scaledBy(found.changeAll), mi.sepc_all[k], `${what} changeAll`);
  });
}
