import type { Construct, Study } from '../domain/study.ts';
import { completeCases } from '../statistics/descriptive/complete-rows.ts';
import { covarianceListwise, covariancePairwise } from '../statistics/descriptive/covariance.ts';
import { moments } from '../statistics/descriptive/moments.ts';
import type { Interval } from '../statistics/interval.ts';
import { columnOf, type Matrix, selectColumns } from '../statistics/matrix.ts';
import {
  type Estimate,
  isNotEstimable,
  type NotEstimable,
  notEstimable,
} from '../statistics/not-estimable.ts';
import { alphaIntervalAdf } from '../statistics/reliability/alpha-interval-adf.ts';
import { alphaIntervalFeldt } from '../statistics/reliability/alpha-interval-feldt.ts';
import { cronbachAlpha, standardizedAlpha } from '../statistics/reliability/cronbach-alpha.ts';
import { interItemCorrelations } from '../statistics/reliability/inter-item-correlations.ts';
import { type ItemAnalysis, itemAnalysis } from '../statistics/reliability/item-analysis.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import type { AnswerMatrix } from './answer-matrix.ts';
import { itemsOfConstruct } from './construct-scores.ts';

export interface ReliabilityReport {
  /** Cases behind alpha; under pairwise the smallest number that any two items share. */
  readonly n: number;
  /** Cases that answered some items of the construct but not all: what listwise leaves out. */
  readonly incomplete: number;
  readonly alpha: Estimate<number>;
  /** Distribution-free. Null under pairwise, where it is not defined. */
  readonly intervalAdf: Estimate<Interval> | null;
  /** Normal theory; too narrow for Likert items, shown because it is customary. */
  readonly intervalFeldt: Estimate<Interval>;
  readonly standardizedAlpha: Estimate<number>;
  readonly meanInterItem: Estimate<number>;
}

export interface ConstructReport {
  readonly construct: string;
  readonly items: number;
  readonly measurement: Construct['measurement'];
  /** Null for a formative construct: its indicators need not correlate, so alpha says nothing about it. */
  readonly reliability: ReliabilityReport | null;
  readonly score: {
    readonly n: number;
    readonly mean: Estimate<number>;
    readonly standardDeviation: Estimate<number>;
  };
}

/** How the items of a construct stand to each other, for the item report; null for a formative construct. */
export type ItemRelations = Estimate<{ readonly n: number; readonly items: readonly ItemAnalysis[] }> | null;

export function constructReport(
  study: Study,
  matrix: AnswerMatrix,
  scores: Matrix,
  index: number,
  options: AnalysisOptions,
): { report: ConstructReport; relations: ItemRelations } {
  const construct = study.constructs[index]!;
  const positions = itemsOfConstruct(study, construct);
  const ofScore = moments(columnOf(scores, index));
  const formative = construct.measurement === 'formative';
  const { reliability, relations } = formative
    ? { reliability: null, relations: null }
    : reliabilityOf(selectColumns(matrix.keyed, positions), options);
  return {
    report: {
      construct: construct.key,
      items: positions.length,
      measurement: construct.measurement,
      reliability,
      score: { n: ofScore.n, mean: ofScore.mean, standardDeviation: ofScore.standardDeviation },
    },
    relations,
  };
}

function reliabilityOf(
  items: Matrix,
  { missing, level }: AnalysisOptions,
): { reliability: ReliabilityReport; relations: ItemRelations } {
  const k = items.cols;
  if (k < 2) {
    const { counts } = k === 0 ? { counts: { complete: 0, partial: 0 } } : completeCases(items);
    return withoutReliability(notEstimable('too-few-items', { items: k, needed: 2 }), counts);
  }
  const { values, counts } = completeCases(items);
  const pairwise = missing === 'pairwise';
  const estimate = pairwise ? covariancePairwise(items) : covarianceListwise(values);
  if (isNotEstimable(estimate)) return withoutReliability(estimate, counts);
  const { covariance, n } = estimate;
  const alpha = cronbachAlpha(covariance);
  const interItem = interItemCorrelations(covariance);
  const analysis = itemAnalysis(covariance);
  return {
    reliability: {
      n,
      incomplete: counts.partial,
      alpha,
      intervalAdf: pairwise ? null : bounds(alphaIntervalAdf(values, level)),
      intervalFeldt: isNotEstimable(alpha) ? alpha : alphaIntervalFeldt(alpha, k, n, level),
      standardizedAlpha: standardizedAlpha(covariance),
      meanInterItem: isNotEstimable(interItem) ? interItem : interItem.mean,
    },
    relations: isNotEstimable(analysis) ? analysis : { n, items: analysis },
  };
}

function bounds(interval: Estimate<Interval>): Estimate<Interval> {
  if (isNotEstimable(interval)) return interval;
  return { lower: interval.lower, upper: interval.upper, level: interval.level };
}

function withoutReliability(
  reason: NotEstimable,
  counts: { readonly complete: number; readonly partial: number },
): { reliability: ReliabilityReport; relations: ItemRelations } {
  return {
    reliability: {
      n: counts.complete,
      incomplete: counts.partial,
      alpha: reason,
      intervalAdf: reason,
      intervalFeldt: reason,
      standardizedAlpha: reason,
      meanInterItem: reason,
    },
    relations: reason,
  };
}
