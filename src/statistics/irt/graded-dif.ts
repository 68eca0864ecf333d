import { chiSquareUpper } from '../distributions/chi-square.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { estimateGraded, type GradedEstimation } from './graded-estimation.ts';
import { type LatentNormal, rectangularQuadrature } from './graded-expectation.ts';
import type { GradedItem } from './graded-item.ts';
import type { GradedOptions } from './graded-response.ts';
import { startGradedItems } from './graded-start.ts';
import { responsePatterns } from './response-patterns.ts';

export interface GradedDifItem {
  readonly item: number;
  /** Likelihood-ratio test that the item's parameters are equal in all groups, all other items serving as anchor. */
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** The item's own parameters per group, on one scale; undefined where a group gave it fewer than two answers. */
  readonly byGroup: readonly (GradedItem | undefined)[];
}

export interface GradedDif {
  readonly items: readonly GradedDifItem[];
  /** Distribution of theta per group while all items are equal; the first group is the reference, N(0, 1). */
  readonly groups: readonly LatentNormal[];
  readonly n: number;
}

/**
 * Differential item functioning by the IRT likelihood-ratio test: graded response models with one item freed at a time.
 *
 * items      n × k, NaN missing; groups: n whole numbers from 0, each used; group 0 is the reference
 * which      items to test; all when left out; points of the quadrature: 101, from -10 to 10
 * returns    NotEstimable: too-few-items (k < 3), too-few-groups, no-answers, no-variance, not-converged (details: item)
 * throws     RangeError: gradedDif requires a group, numbered from 0, for each case
 * source     Thissen, Steinberg & Wainer 1993, in Holland & Wainer (eds.), Differential Item Functioning, 67-113
 * checked    R optim() on the same likelihoods, test/fixtures/r/differential-item-functioning.json, 1e-4
 */
export function gradedDif(
  items: Matrix,
  groups: ArrayLike<number>,
  which?: readonly number[],
  options: GradedOptions = {},
): Estimate<GradedDif> {
  const { points = 101, tolerance = 1e-7, limit = 1000 } = options;
  const { rows: n, cols: k } = items;
  const count = 1 + Array.from(groups).reduce((most, group) => Math.max(most, group), 0);
  if (groups.length !== n || !Array.from(groups).every((group) => Number.isInteger(group) && group >= 0))
    throw new RangeError('gradedDif requires a group, numbered from 0, for each case');
  if (k < 3) return notEstimable('too-few-items', { items: k, needed: 3 });
  if (new Set(Array.from(groups)).size < Math.max(count, 2))
    return notEstimable('too-few-groups', { groups: new Set(Array.from(groups)).size, needed: 2 });
  // Wider than for one group: a group may lie away from zero and spread further than the reference.
  const theta = rectangularQuadrature(points, 10);
  const estimate = (columns: Matrix): Estimate<GradedEstimation> => {
    const patterns = responsePatterns(columns, groups);
    if (patterns.counts.length === 0) return notEstimable('no-answers', { n: 0 });
    const constant = patterns.values.findIndex((values) => values.length < 2);
    if (constant >= 0) return notEstimable('no-variance', { item: constant });
    const start = {
      items: startGradedItems(patterns),
      groups: Array.from({ length: count }, () => ({ mean: 0, sd: 1 })),
    };
    const result = estimateGraded(patterns, start, theta, tolerance, limit);
    return result.converged ? result : notEstimable('not-converged', { iterations: result.iterations });
  };
  const equal = estimate(items);
  if (isNotEstimable(equal)) return equal;
  const tested: GradedDifItem[] = [];
  for (const item of which ?? Array.from({ length: k }, (_, j) => j)) {
    const { columns, owners } = splitByGroup(items, groups, count, item);
    const free = estimate(columns);
    if (isNotEstimable(free)) return notEstimable(free.notEstimable, { ...free.details, item });
    const chiSquare = Math.max(2 * (free.logLikelihood - equal.logLikelihood), 0);
    const df = size(free.items) - size(equal.items);
    tested.push({
      item,
      chiSquare,
      df,
      p: df > 0 ? chiSquareUpper(chiSquare, df) : 1,
      byGroup: owners.map((column) => (column < 0 ? undefined : free.items[column])),
    });
  }
  return { items: tested, groups: equal.groups, n };
}

// The tested item once per group, unanswered by all other groups: so freeing it needs no second kind of model.
function splitByGroup(
  items: Matrix,
  groups: ArrayLike<number>,
  count: number,
  item: number,
): { columns: Matrix; owners: number[] } {
  const { rows: n, cols: k } = items;
  const kept = Array.from({ length: k }, (_, j) => j).filter((j) => j !== item);
  const parts: Float64Array[] = kept.map((j) => items.data.slice(j * n, (j + 1) * n));
  const owners: number[] = [];
  for (let group = 0; group < count; group++) {
    const own = items.data
      .slice(item * n, (item + 1) * n)
      .map((value, i) => (groups[i] === group ? value : Number.NaN));
    const varies = new Set(own.filter((value) => !Number.isNaN(value))).size > 1;
    owners.push(varies ? parts.length : -1);
    if (varies) parts.push(own);
  }
  const columns = createMatrix(n, parts.length);
  parts.forEach((part, j) => {
    columns.data.set(part, j * n);
  });
  return { columns, owners };
}

function size(items: readonly GradedItem[]): number {
  return items.reduce((sum, { intercepts }) => sum + 1 + intercepts.length, 0);
}
