import { adjustHolm } from '../../statistics/correlation/adjust-p.ts';
import { type Anova, anova, type WelchAnova, welchAnova } from '../../statistics/groups/anova.ts';
import { type AlphaComparison, compareAlphas } from '../../statistics/groups/compare-alphas.ts';
import {
  type DunnComparison,
  dunnComparisons,
  type KruskalWallis,
  kruskalWallis,
} from '../../statistics/groups/kruskal-wallis.ts';
import { type MannWhitney, mannWhitney } from '../../statistics/groups/mann-whitney.ts';
import { type PairwiseWelch, pairwiseWelch } from '../../statistics/groups/pairwise-welch.ts';
import { type WelchTTest, welchTTest } from '../../statistics/groups/welch-t-test.ts';
import { columnOf, selectRows } from '../../statistics/matrix.ts';
import {
  type Estimate,
  isNotEstimable,
  type NotEstimable,
  notEstimable,
} from '../../statistics/not-estimable.ts';
import { alphaIntervalAdf } from '../../statistics/reliability/alpha-interval-adf.ts';
import { cronbachAlphaOfItems } from '../../statistics/reliability/cronbach-alpha.ts';
import type { Conventions } from './conventions.ts';
import { adjusted } from './correlation-section.ts';
import { type InvarianceReport, invarianceReport } from './invariance-report.ts';
import { type ConstructBlock, type Grouping, itemsOf, type SectionInput } from './section-input.ts';

/** Construct scores compared between the groups of every grouping question. */
export interface GroupsSection {
  readonly conventions: Conventions;
  readonly questions: readonly QuestionReport[];
}

export interface QuestionReport {
  readonly question: string;
  /** Codes of the options with two scores or more in every construct: these are compared, in this order. */
  readonly compared: readonly number[];
  readonly leftOut: readonly number[];
  readonly constructs: readonly GroupComparison[];
  readonly invariance: Estimate<readonly InvarianceReport[]>;
}

/** `two` when two groups are compared, `several` when more are; positions in it are those of `compared`. */
export interface GroupComparison {
  readonly construct: string;
  readonly two: { readonly welch: Estimate<WelchTTest>; readonly mannWhitney: Estimate<MannWhitney> } | null;
  readonly several: {
    readonly welch: Estimate<WelchAnova>;
    readonly anova: Estimate<Anova>;
    readonly pairwiseWelch: Estimate<readonly PairwiseWelch[]>;
    readonly kruskalWallis: Estimate<KruskalWallis>;
    readonly dunn: Estimate<readonly DunnComparison[]>;
  } | null;
  /** Welch's p after Holm, over the constructs of the question. */
  readonly holm: Estimate<number>;
  /** Null for a construct that is not reflective. */
  readonly alphas: Estimate<AlphaComparison> | null;
}

const conventions: Conventions = {
  'questions.constructs.two.welch': 'welch-t-test',
  'questions.constructs.two.mannWhitney': 'mann-whitney',
  'questions.constructs.several.welch': 'welch-anova',
  'questions.constructs.several.anova': 'anova',
  'questions.constructs.several.pairwiseWelch': 'pairwise-welch',
  'questions.constructs.several.kruskalWallis': 'kruskal-wallis',
  'questions.constructs.several.dunn': 'dunn',
  'questions.constructs.holm': 'holm',
  'questions.constructs.alphas': 'compare-alphas',
  'questions.invariance': 'measurement-invariance',
};

export function groupsSection(input: SectionInput): GroupsSection {
  return { conventions, questions: input.groupings.map((grouping) => questionReport(input, grouping)) };
}

function questionReport(input: SectionInput, grouping: Grouping): QuestionReport {
  const { keys, values } = input.allScores;
  const scores = keys.map((_, index) => columnOf(values, index));
  const { groups } = grouping;
  const sizes = (group: number) =>
    scores.map((score) =>
      score.reduce((n, value, i) => n + (groups[i] === group && !Number.isNaN(value) ? 1 : 0), 0),
    );
  const positions = [...grouping.values.keys()];
  const used = positions.filter((group) => sizes(group).every((size) => size > 1));
  const comparisons = input.constructs.map((block, index) =>
    compare(input, block, parts(scores[index]!, groups, used), groups, used),
  );
  const holm = adjusted(comparisons.map(mainP), adjustHolm);
  return {
    question: grouping.question,
    compared: used.map((group) => grouping.values[group]!),
    leftOut: positions.filter((group) => !used.includes(group)).map((group) => grouping.values[group]!),
    constructs: comparisons.map((comparison, index) => ({ ...comparison, holm: holm[index]! })),
    invariance: invarianceReport(input, groups, used),
  };
}

type Comparison = Omit<GroupComparison, 'holm'>;

function compare(
  input: SectionInput,
  block: ConstructBlock,
  groups: readonly Float64Array[],
  groupOf: Int16Array,
  used: readonly number[],
): Comparison {
  const { level } = input.options;
  const [first, second] = groups;
  return {
    construct: block.key,
    two:
      groups.length === 2
        ? {
            welch: welchTTest(first!, second!, level),
            mannWhitney: mannWhitney(first!, second!, level),
          }
        : null,
    several:
      groups.length > 2
        ? {
            welch: welchAnova(groups),
            anova: anova(groups, level),
            pairwiseWelch: pairwiseWelch(groups, level),
            kruskalWallis: kruskalWallis(groups),
            dunn: dunnComparisons(groups),
          }
        : null,
    alphas: input.reflective.includes(block) ? alphasOf(input, block, groupOf, used) : null,
  };
}

function mainP({ two, several }: Comparison): Estimate<number> {
  const test = two?.welch ?? several?.welch ?? tooFewGroups;
  return isNotEstimable(test) ? test : test.p;
}

const tooFewGroups: NotEstimable = notEstimable('too-few-groups', { needed: 2 });

function alphasOf(
  input: SectionInput,
  block: ConstructBlock,
  groupOf: Int16Array,
  used: readonly number[],
): Estimate<AlphaComparison> {
  if (used.length < 2) return tooFewGroups;
  const items = itemsOf(input, block);
  const alphas: { alpha: number; standardError: number }[] = [];
  for (const group of used) {
    const rows = [...groupOf.keys()].filter((row) => groupOf[row] === group);
    const ofGroup = selectRows(items, rows);
    const alpha = cronbachAlphaOfItems(ofGroup);
    const interval = alphaIntervalAdf(ofGroup, input.options.level);
    if (isNotEstimable(alpha)) return alpha;
    if (isNotEstimable(interval)) return interval;
    alphas.push({ alpha, standardError: interval.standardError });
  }
  return compareAlphas(alphas, input.options.level);
}

function parts(values: Float64Array, groups: Int16Array, used: readonly number[]): Float64Array[] {
  return used.map((group) => values.filter((_, i) => groups[i] === group));
}
