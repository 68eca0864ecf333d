import { INTERCEPT, type RamCell, type RamModel, SYMMETRIC } from './ram-model.ts';
import { availableMoments } from './saturated-moments.ts';
import type { SemSample } from './sem-sample.ts';

/** A model whose estimates are known without iteration. */
export interface SolvedModel {
  readonly model: RamModel;
  readonly parameters: Float64Array;
  readonly df: number;
}

/** Observed variables that only predict, by place, and whether their moments are held at the sample's. */
export interface ExogenousPlaces {
  readonly places: readonly number[];
  readonly areFixed: boolean;
}

/** The places whose moments are no part of the model. */
export function fixedPlaces(exogenous: ExogenousPlaces): readonly number[] {
  return exogenous.areFixed ? exogenous.places : [];
}

/**
 * The baseline of CFI and TLI, as in lavaan: variables unrelated, except exogenous ones among themselves. Its
 * estimates are each variable's own moments over the cases that have it; where exogenous variables are neither fixed
 * nor complete this is only where the search for them begins.
 */
export function baselineModel(sample: SemSample, p: number, exogenous: ExogenousPlaces): SolvedModel {
  const parameters: number[] = [];
  const fixed = fixedPlaces(exogenous);
  const groups = sample.groups.map((patterns, group) => {
    const { means, variances } = availableMoments(patterns, p);
    const cells: RamCell[] = [];
    const add = (kind: RamCell['kind'], row: number, col: number, value: number, isFree: boolean) => {
      cells.push({ kind, row, col, value, free: isFree ? parameters.length : -1 });
      if (isFree) parameters.push(value);
    };
    for (let j = 0; j < p; j++) {
      const isFree = !fixed.includes(j);
      add(SYMMETRIC, j, j, variances[j], isFree);
      if (sample.hasMeans) add(INTERCEPT, j, j, means[j], isFree);
    }
    const { covariance } = sample.saturated[group];
    for (const j of exogenous.places)
      for (const i of exogenous.places)
        if (i < j) add(SYMMETRIC, i, j, covariance.data[j * p + i], !exogenous.areFixed);
    return cells;
  });
  const related = exogenous.places.length;
  const pairs = (p * (p - 1) - related * (related - 1)) / 2;
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
