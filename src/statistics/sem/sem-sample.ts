import type { Matrix } from '../matrix.ts';
import { selectColumns } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { missingPatterns, type PatternRows } from './missing-patterns.ts';
import type { MissingPattern, NormalSample } from './normal-discrepancy.ts';
import { type SaturatedMoments, saturatedMoments } from './saturated-moments.ts';
import {
  columnsOf,
  hasAnswers,
  rowsByGroup,
  type SemAnswers,
  type SemData,
  type SemMoments,
} from './sem-data.ts';

/** What estimation needs of the data: patterns, and the unrestricted moments of every group. */
export interface SemSample extends NormalSample {
  readonly groupSizes: readonly number[];
  readonly saturated: readonly SaturatedMoments[];
  /** The model's variables and, per group, the rows used; null when only moments were given. */
  readonly cases: { readonly values: Matrix; readonly groups: readonly (readonly PatternRows[])[] } | null;
  /** Cases of the data that were not used. */
  readonly dropped: number;
}

export interface SampleOptions {
  readonly observed: readonly string[];
  /** Cases without these are dropped even under FIML: the model says nothing about their distribution. */
  readonly required: readonly string[];
  readonly missing: 'listwise' | 'fiml';
  readonly hasMeans: boolean;
  /** Unbiased covariances and n - 1 in place of n. */
  readonly isWishart: boolean;
}

/**
 * The sample of a model: listwise over the model's variables, or gathered by missing pattern.
 * throws  RangeError when a variable of the model is not in the data, or moments cannot serve
 */
export function semSample(data: SemData, options: SampleOptions): Estimate<SemSample> {
  return hasAnswers(data) ? fromAnswers(data, options) : fromMoments(data, options);
}

function fromAnswers(data: SemAnswers, options: SampleOptions): Estimate<SemSample> {
  if (data.groups !== undefined && data.groups.length !== data.answers.rows)
    throw new RangeError('semSample requires a group for every respondent');
  const values = selectColumns(data.answers, columnsOf(data.names, options.observed));
  const needed = options.missing === 'listwise' ? options.observed : options.required;
  const neededColumns = needed.map((name) => options.observed.indexOf(name));
  const groups = rowsByGroup(data).map((rows) => {
    const complete = rows.filter((i) =>
      neededColumns.every((j) => !Number.isNaN(values.data[j * values.rows + i])),
    );
    return missingPatterns(values, Int32Array.from(complete));
  });
  const sample = assemble(groups, options);
  if (isNotEstimable(sample)) return sample;
  return {
    ...sample,
    cases: { values, groups },
    dropped: values.rows - sample.groupSizes.reduce((sum, size) => sum + size, 0),
  };
}

function fromMoments(data: SemMoments, options: SampleOptions): Estimate<SemSample> {
  const columns = columnsOf(data.names, options.observed);
  const p = columns.length;
  const groups = data.moments.map(({ covariance, means, n }): MissingPattern[] => {
    if (covariance.rows !== data.names.length || covariance.cols !== data.names.length)
      throw new RangeError('semSample requires covariances of all named variables');
    if (means === undefined && options.hasMeans)
      throw new RangeError('semSample requires means for a model with a mean structure');
    const factor = data.divisor === 'n' ? 1 : (n - 1) / n;
    const part = new Float64Array(p * p);
    for (let j = 0; j < p; j++)
      for (let i = 0; i < p; i++)
        part[j * p + i] = factor * covariance.data[columns[j] * covariance.rows + columns[i]];
    const present = Int32Array.from(columns, (_, j) => j);
    return [{ n, present, means: Float64Array.from(columns, (j) => means?.[j] ?? 0), covariance: part }];
  });
  const sample = assemble(groups, options);
  return isNotEstimable(sample) ? sample : { ...sample, cases: null, dropped: 0 };
}

function assemble(
  groups: readonly (readonly MissingPattern[])[],
  options: SampleOptions,
): Estimate<Omit<SemSample, 'cases' | 'dropped'>> {
  const p = options.observed.length;
  const groupSizes = groups.map((patterns) => patterns.reduce((sum, pattern) => sum + pattern.n, 0));
  const n = groupSizes.reduce((sum, size) => sum + size, 0);
  if (n === 0) return notEstimable('no-answers', { n });
  const weighed = options.isWishart ? groups.map((patterns) => patterns.map(unbiased)) : groups;
  const saturated: SaturatedMoments[] = [];
  for (const [group, patterns] of weighed.entries()) {
    if (groupSizes[group] <= p)
      return notEstimable('too-few-cases', { n: groupSizes[group], needed: p + 1, group });
    const moments = saturatedMoments(patterns, p);
    if (isNotEstimable(moments)) return { ...moments, details: { ...moments.details, group } };
    saturated.push(moments);
  }
  const weight = options.isWishart ? n - groups.length : n;
  return { groups: weighed, n: weight, hasMeans: options.hasMeans, groupSizes, saturated };
}

function unbiased(pattern: MissingPattern): MissingPattern {
  const factor = pattern.n / (pattern.n - 1);
  return { ...pattern, n: pattern.n - 1, covariance: pattern.covariance.map((value) => value * factor) };
}
