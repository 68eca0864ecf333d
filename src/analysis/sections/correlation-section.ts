import { adjustBenjaminiHochberg, adjustHolm } from '../../statistics/correlation/adjust-p.ts';
import { disattenuatedCorrelation } from '../../statistics/correlation/disattenuated-correlation.ts';
import { type Kendall, kendall } from '../../statistics/correlation/kendall.ts';
import {
  type PartialCorrelation,
  partialCorrelation,
} from '../../statistics/correlation/partial-correlation.ts';
import { pearson } from '../../statistics/correlation/pearson.ts';
import { type PolychoricMatrix, polychoricMatrix } from '../../statistics/correlation/polychoric-matrix.ts';
import { spearman } from '../../statistics/correlation/spearman.ts';
import { covarianceListwise } from '../../statistics/descriptive/covariance.ts';
import { columnOf, selectColumns } from '../../statistics/matrix.ts';
import {
  type Estimate,
  isNotEstimable,
  type NotEstimable,
  notEstimable,
} from '../../statistics/not-estimable.ts';
import { cronbachAlphaOfItems } from '../../statistics/reliability/cronbach-alpha.ts';
import type { Conventions } from './conventions.ts';
import { type NamedMatrix, namedMatrix } from './plain.ts';
import { itemsOf, type SectionInput } from './section-input.ts';

type Pearson = Exclude<ReturnType<typeof pearson>, NotEstimable>;
type Spearman = Exclude<ReturnType<typeof spearman>, NotEstimable>;

export interface CorrelationSection {
  readonly conventions: Conventions;
  /** Every pair of construct scores, (0,1), (0,2), (1,2), (0,3) …, from the cases of the missing rule. */
  readonly constructs: readonly ConstructPair[];
  /** Of the items, keyed; listwise unless the missing rule is pairwise. */
  readonly polychoric: Estimate<PolychoricReport>;
}

export interface ConstructPair {
  readonly first: string;
  readonly second: string;
  readonly pearson: Estimate<Pearson>;
  readonly spearman: Estimate<Spearman>;
  readonly kendall: Estimate<Kendall>;
  /** Pearson's p after correction over all pairs that have one. */
  readonly holm: Estimate<number>;
  readonly benjaminiHochberg: Estimate<number>;
  /** By the two alphas, with the limits of r treated the same way. */
  readonly disattenuated: Estimate<DisattenuatedPair>;
  /** With all other construct scores held constant, from the cases complete in all of them. */
  readonly partial: Estimate<PartialCorrelation>;
}

export interface DisattenuatedPair {
  readonly value: number;
  readonly lower: Estimate<number>;
  readonly upper: Estimate<number>;
}

export interface PolychoricReport {
  readonly rho: NamedMatrix;
  readonly standardError: NamedMatrix;
  readonly n: NamedMatrix;
  readonly smallestEigenvalue: number;
  readonly positiveDefinite: boolean;
  /** Pairs of items with an answer combination that nobody gave. */
  readonly pairsWithEmptyCells: number;
}

const conventions: Conventions = {
  'constructs.pearson': 'pearson',
  'constructs.spearman': 'spearman',
  'constructs.kendall': 'kendall',
  'constructs.holm': 'holm',
  'constructs.benjaminiHochberg': 'benjamini-hochberg',
  'constructs.disattenuated': 'disattenuated-correlation',
  'constructs.partial': 'partial-correlation',
  polychoric: 'polychoric',
};

export function correlationSection(input: SectionInput): CorrelationSection {
  const { keys, values } = input.scores;
  const count = input.constructs.length;
  const scores = keys.slice(0, count).map((_, index) => columnOf(values, index));
  const alphas = input.constructs.map(
    (block): Estimate<number> =>
      input.reflective.includes(block)
        ? cronbachAlphaOfItems(itemsOf(input, block))
        : notEstimable('too-few-items', { items: block.items.length, needed: 2 }),
  );
  const places = scores.flatMap((_, second) =>
    Array.from({ length: second }, (__, first) => [first, second] as const),
  );
  const { level } = input.options;
  const linear = places.map(([a, b]) => pearson(scores[a]!, scores[b]!, level));
  const p = linear.map((one) =>
    isNotEstimable(one) ? one : isNotEstimable(one.test) ? one.test : one.test.p,
  );
  const holm = adjusted(p, adjustHolm);
  const hochberg = adjusted(p, adjustBenjaminiHochberg);
  const moments =
    count > 0
      ? covarianceListwise(selectColumns(values, [...Array(count).keys()]))
      : notEstimable('no-answers');
  return {
    conventions,
    constructs: places.map(([a, b], pair) => ({
      first: keys[a]!,
      second: keys[b]!,
      pearson: linear[pair]!,
      spearman: spearman(scores[a]!, scores[b]!, { level }),
      kendall: kendall(scores[a]!, scores[b]!, level),
      holm: holm[pair]!,
      benjaminiHochberg: hochberg[pair]!,
      disattenuated: disattenuated(linear[pair]!, alphas[a]!, alphas[b]!),
      partial: isNotEstimable(moments)
        ? moments
        : partialCorrelation(
            moments.covariance,
            moments.n,
            a,
            b,
            [...Array(count).keys()].filter((other) => other !== a && other !== b),
            level,
          ),
    })),
    polychoric: polychoricReport(input),
  };
}

/** Corrects the p values that there are; the others keep their reason and do not count. */
export function adjusted(
  p: readonly Estimate<number>[],
  correct: (p: readonly number[]) => number[],
): readonly Estimate<number>[] {
  const corrected = correct(p.filter((one): one is number => !isNotEstimable(one)));
  let at = 0;
  return p.map((one) => (isNotEstimable(one) ? one : corrected[at++]!));
}

function disattenuated(
  linear: Estimate<Pearson>,
  first: Estimate<number>,
  second: Estimate<number>,
): Estimate<DisattenuatedPair> {
  if (isNotEstimable(linear)) return linear;
  if (isNotEstimable(first)) return first;
  if (isNotEstimable(second)) return second;
  const value = disattenuatedCorrelation(linear.r, first, second);
  if (isNotEstimable(value)) return value;
  const { interval } = linear;
  return {
    value,
    lower: isNotEstimable(interval) ? interval : disattenuatedCorrelation(interval.lower, first, second),
    upper: isNotEstimable(interval) ? interval : disattenuatedCorrelation(interval.upper, first, second),
  };
}

function polychoricReport({ keyed, items, options }: SectionInput): Estimate<PolychoricReport> {
  if (items.length < 2) return notEstimable('too-few-items', { items: items.length, needed: 2 });
  const missing = options.missing === 'pairwise' ? 'pairwise' : 'listwise';
  const estimate: Estimate<PolychoricMatrix> = polychoricMatrix(keyed, { missing, level: options.level });
  if (isNotEstimable(estimate)) return estimate;
  return {
    rho: namedMatrix(estimate.rho, items),
    standardError: namedMatrix(estimate.standardError, items),
    n: namedMatrix(estimate.n, items),
    smallestEigenvalue: estimate.smallestEigenvalue,
    positiveDefinite: estimate.positiveDefinite,
    pairsWithEmptyCells: estimate.pairs.filter(({ emptyCells }) => emptyCells > 0).length,
  };
}
