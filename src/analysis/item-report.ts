import { type Estimate, isNotEstimable } from '../statistics/not-estimable.ts';
import { isNegative } from '../statistics/reliability/item-analysis.ts';
import type { AnswerMatrix, MissingCounts } from './answer-matrix.ts';
import type { ItemRelations } from './construct-report.ts';
import { momentsOfCounts } from './moments-of-counts.ts';

export interface ItemReport {
  readonly item: string;
  readonly construct: string;
  readonly reverse: boolean;
  /** Everybody who gave an answer on the scale, whatever the missing rule. */
  readonly n: number;
  readonly missing: MissingCounts;
  /** As asked, before recoding, in the order of the scale. */
  readonly counts: ReadonlyArray<{ readonly value: number; readonly count: number }>;
  /** Of the answers as asked, before recoding. */
  readonly meanAsAsked: Estimate<number>;
  /** This and what follows is of the keyed answers: recoded where the item is reverse. */
  readonly mean: Estimate<number>;
  readonly standardDeviation: Estimate<number>;
  /** Type 2 (G1), as SPSS, SAS, JASP and jamovi. */
  readonly skewness: Estimate<number>;
  /** Type 2 (G2), excess. */
  readonly kurtosis: Estimate<number>;
  /** Cases behind the two columns that follow: those of the construct's alpha. Null where there are none. */
  readonly relationN: number | null;
  /** Null for an item of a formative construct. */
  readonly itemRest: Estimate<number> | null;
  readonly alphaIfDropped: Estimate<number> | null;
  /** A negative item-rest correlation: a reverse key was probably forgotten, or given where none belongs. */
  readonly suspectedReverse: boolean;
}

/** `place` is the item's position within its construct. */
export function itemReport(
  matrix: AnswerMatrix,
  index: number,
  relations: ItemRelations,
  place: number,
): ItemReport {
  const { item, scale, counts, missing } = matrix.columns[index]!;
  const values = scale.options.map(({ value }) => value);
  const turn = Math.min(...values) + Math.max(...values);
  const ofItem = momentsOfCounts(item.reverse ? values.map((value) => turn - value) : values, counts);
  const related = relations === null || isNotEstimable(relations) ? null : relations.items[place]!;
  const why = relations !== null && isNotEstimable(relations) ? relations : null;
  const itemRest = related ? related.itemRest : why;
  return {
    item: item.key,
    construct: item.construct,
    reverse: item.reverse,
    n: ofItem.n,
    missing,
    counts: values.map((value, option) => ({ value, count: counts[option]! })),
    meanAsAsked: momentsOfCounts(values, counts).mean,
    mean: ofItem.mean,
    standardDeviation: ofItem.standardDeviation,
    skewness: ofItem.skewness,
    kurtosis: ofItem.kurtosis,
    relationN: relations === null || isNotEstimable(relations) ? null : relations.n,
    itemRest,
    alphaIfDropped: related ? related.alphaIfDropped : why,
    suspectedReverse: typeof itemRest === 'number' && isNegative(itemRest),
  };
}
