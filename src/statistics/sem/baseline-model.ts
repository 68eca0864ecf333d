import { INTERCEPT, type RamCell, type RamModel, SYMMETRIC } from './ram-model.ts';
import { availableMoments } from './saturated-moments.ts';
import type { SemSample } from './sem-sample.ts';

/** A model whose estimates are known without iteration. */
export interface SolvedModel {
  readonly model: RamModel;
  readonly parameters: Float64Array;
  readonly df: number;
}

/**
 * The baseline of CFI and TLI: variables unrelated, except fixed exogenous ones among themselves. Its normal-theory
 * estimates are each variable's own moments over the cases that have it.
 * fixed    places of the fixed exogenous variables among the observed
 */
export function baselineModel(sample: SemSample, p: number, fixed: readonly number[]): SolvedModel {
  const parameters: number[] = [];
  const groups = sample.groups.map((patterns, group) => {
    const { means, variances } = availableMoments(patterns, p);
    const cells: RamCell[] = [];
    const add = (kind: RamCell['kind'], row: number, col: number, value: number, isFree: boolean) => {
      cells.push({ kind, row, col, value, free: isFree ? parameters.length : -1 });
      if (isFree) parameters.push(value);
    };
    for (let j = 0; j < p; j++) {
      const isFixed = fixed.includes(j);
      add(SYMMETRIC, j, j, variances[j], !isFixed);
      if (sample.hasMeans) add(INTERCEPT, j, j, means[j], !isFixed);
    }
    const { covariance } = sample.saturated[group];
    for (const j of fixed)
      for (const i of fixed) if (i < j) add(SYMMETRIC, i, j, covariance.data[j * p + i], false);
    return cells;
  });
  const pairs = (p * (p - 1) - fixed.length * (fixed.length - 1)) / 2;
  const model = { observed: p, size: p, freeCount: parameters.length, groups };
  return { model, parameters: Float64Array.from(parameters), df: pairs * groups.length };
}

/** The saturated model, for the scaling of robust tests: every moment not fixed is a parameter. */
export function saturatedModel(sample: SemSample, p: number, fixed: readonly number[]): SolvedModel {
  const parameters: number[] = [];
  const groups = sample.saturated.map(({ means, covariance }) => {
    const cells: RamCell[] = [];
    for (let j = 0; j < p; j++)
      for (let i = j; i < p; i++) {
        const isFree = !(fixed.includes(i) && fixed.includes(j));
        const value = covariance.data[j * p + i];
        cells.push({ kind: SYMMETRIC, row: i, col: j, value, free: isFree ? parameters.length : -1 });
        if (isFree) parameters.push(value);
      }
    if (sample.hasMeans)
      for (let j = 0; j < p; j++) {
        const isFree = !fixed.includes(j);
        cells.push({
          kind: INTERCEPT,
          row: j,
          col: j,
          value: means[j],
          free: isFree ? parameters.length : -1,
        });
        if (isFree) parameters.push(means[j]);
      }
    return cells;
  });
  const model = { observed: p, size: p, freeCount: parameters.length, groups };
  return { model, parameters: Float64Array.from(parameters), df: 0 };
}
