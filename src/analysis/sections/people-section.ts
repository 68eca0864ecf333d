import { quantile } from '../../statistics/descriptive/quantile.ts';
import { createMatrix, type Matrix, selectColumns } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import { evenOddConsistency } from '../../statistics/people/even-odd-consistency.ts';
import { longestString } from '../../statistics/people/longest-string.ts';
import { mahalanobisDistance } from '../../statistics/people/mahalanobis-distance.ts';
import { personTotalCorrelation } from '../../statistics/people/person-total-correlation.ts';
import { psychometricSynonyms } from '../../statistics/people/psychometric-synonyms.ts';
import { modalShare, responseVariability } from '../../statistics/people/response-variability.ts';
import type { Conventions } from './conventions.ts';
import type { SectionInput } from './section-input.ts';

/**
 * How carefully people answered, counted over all of them: no row here belongs to a respondent, and none is left out of
 * any analysis for it. The cuts are conventions, given with each count.
 */
export interface PeopleSection {
  readonly conventions: Conventions;
  readonly people: number;
  /** Longest run of one code, items in the order shown, as asked. */
  readonly longestString: IndexSummary;
  /** Items that share the commonest answer scale; the indices that follow compare answers across items. */
  readonly itemsOnOneScale: number;
  readonly variability: IndexSummary;
  readonly modalShare: IndexSummary;
  readonly personTotal: IndexSummary;
  readonly evenOdd: Estimate<IndexSummary>;
  readonly mahalanobis: Estimate<IndexSummary>;
  readonly synonyms: IndexSummary & { readonly pairs: number };
  readonly antonyms: IndexSummary & { readonly pairs: number };
  /** people[k]: how many people stand beyond the cut of k indices. */
  readonly flaggedByIndices: readonly number[];
}

export interface IndexSummary {
  /** People of whom the index can be said. */
  readonly n: number;
  /** At 0, .05, .25, .5, .75, .95 and 1. */
  readonly quantiles: Estimate<readonly number[]>;
  readonly cut: { readonly side: 'at-least' | 'at-most'; readonly value: number };
  /** People beyond the cut. */
  readonly flagged: number;
}

const conventions: Conventions = {
  longestString: 'longest-string',
  variability: 'response-variability',
  modalShare: 'modal-share',
  personTotal: 'person-total-correlation',
  evenOdd: 'even-odd-consistency',
  mahalanobis: 'mahalanobis-distance',
  synonyms: 'psychometric-synonyms',
  antonyms: 'psychometric-synonyms',
};

const QUANTILES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

export function peopleSection(input: SectionInput): PeopleSection {
  const asked = asAsked(input);
  const shown = selectColumns(asked, orderShown(input));
  const flags = new Uint8Array(asked.rows);
  const atLeast = (values: ArrayLike<number>, value: number) =>
    summary(values, { side: 'at-least', value }, flags);
  const atMost = (values: ArrayLike<number>, value: number) =>
    summary(values, { side: 'at-most', value }, flags);
  const half = Math.max(2, Math.ceil(input.items.length / 2));
  const oneScale = selectColumns(asked, itemsOnOneScale(input));
  const scales = input.reflective.map(({ items }) => items);
  const distance =
    input.items.length === 0
      ? notEstimable('too-few-items', { items: 0, needed: 1 })
      : mahalanobisDistance(asked, { missing: 'em' });
  const synonyms = psychometricSynonyms(asked);
  const antonyms = psychometricSynonyms(asked, { antonyms: true });
  return {
    conventions,
    people: asked.rows,
    longestString: atLeast(input.items.length === 0 ? [] : longestString(shown).longest, half),
    itemsOnOneScale: oneScale.cols,
    variability: atMost(responseVariability(oneScale), 0.25),
    modalShare: atLeast(modalShare(oneScale), 0.9),
    personTotal: atMost(personTotalCorrelation(oneScale), 0),
    evenOdd:
      scales.length < 3
        ? notEstimable('too-few-items', { constructs: scales.length, needed: 3 })
        : atMost(evenOddConsistency(input.keyed, scales), 0),
    mahalanobis: isNotEstimable(distance) ? distance : atMost(distance.p, 0.001),
    synonyms: { ...atMost(synonyms.consistency, 0), pairs: synonyms.pairs.length },
    antonyms: { ...atLeast(antonyms.consistency, 0), pairs: antonyms.pairs.length },
    flaggedByIndices: countsOf(flags),
  };
}

function summary(values: ArrayLike<number>, cut: IndexSummary['cut'], flags: Uint8Array): IndexSummary {
  let n = 0;
  let flagged = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    n++;
    if (cut.side === 'at-least' ? value >= cut.value : value <= cut.value) {
      flagged++;
      flags[i]! += 1;
    }
  }
  const quantiles = QUANTILES.map((p) => quantile(values, p));
  const why = quantiles.find(isNotEstimable);
  return { n, quantiles: why ?? (quantiles as number[]), cut, flagged };
}

function countsOf(flags: Uint8Array): readonly number[] {
  const counts: number[] = [];
  for (const flag of flags) {
    while (counts.length <= flag) counts.push(0);
    counts[flag]! += 1;
  }
  return counts;
}

/** Reverse items back to how they were answered. */
function asAsked({ keyed, study, scales }: SectionInput): Matrix {
  const asked = createMatrix(keyed.rows, keyed.cols);
  study.items.forEach(({ reverse }, j) => {
    const codes = scales[j]!.options.map(({ value }) => value);
    const turn = Math.min(...codes) + Math.max(...codes);
    for (let i = 0; i < keyed.rows; i++) {
      const value = keyed.data[j * keyed.rows + i]!;
      asked.data[j * keyed.rows + i] = reverse ? turn - value : value;
    }
  });
  return asked;
}

/** The order of the pages, which is that of the runs; items on no page come last. */
function orderShown({ study, items }: SectionInput): readonly number[] {
  const shown = study.pages.flatMap((page) => page.items.map((key) => items.indexOf(key)));
  const known = shown.filter((item) => item >= 0);
  return [...known, ...items.keys()].filter((item, at, all) => all.indexOf(item) === at);
}

function itemsOnOneScale({ items, scales }: SectionInput): readonly number[] {
  const bounds = scales.map(({ options }) => `${options[0]?.value} ${options.at(-1)?.value}`);
  const sizeOf = (bound: string) => bounds.filter((other) => other === bound).length;
  const commonest = bounds.reduce(
    (best, bound) => (sizeOf(bound) > sizeOf(best) ? bound : best),
    bounds[0] ?? '',
  );
  return [...items.keys()].filter((item) => bounds[item] === commonest);
}
