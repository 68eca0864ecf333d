import { adjustHolm } from '../../statistics/correlation/adjust-p.ts';
import { expectedAPosteriori } from '../../statistics/irt/expected-a-posteriori.ts';
import { testInformation } from '../../statistics/irt/graded-information.ts';
import { type GradedResponse, gradedResponse } from '../../statistics/irt/graded-response.ts';
import { type LogisticDif, logisticDif } from '../../statistics/irt/logistic-dif.ts';
import { columnOf, type Matrix } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable } from '../../statistics/not-estimable.ts';
import type { Conventions } from './conventions.ts';
import { adjusted } from './correlation-section.ts';
import { type Plain, plain } from './plain.ts';
import { type ConstructBlock, itemKeys, itemsOf, type SectionInput } from './section-input.ts';

/** Graded response model of every reflective construct, and items that work differently in groups. */
export interface IrtSection {
  readonly conventions: Conventions;
  readonly constructs: readonly ConstructIrt[];
}

export interface ConstructIrt {
  readonly construct: string;
  readonly items: readonly string[];
  readonly graded: Estimate<Plain<GradedResponse>>;
  /** Test information on a grid of theta. */
  readonly information: Estimate<{
    readonly theta: readonly number[];
    readonly information: readonly number[];
  }>;
  /** Of EAP scores. */
  readonly empiricalReliability: Estimate<number>;
  readonly dif: readonly DifReport[];
}

export interface DifReport {
  readonly question: string;
  readonly item: string;
  /** Matched on the EAP score of the construct. */
  readonly test: Estimate<LogisticDif>;
  /** p of the total test after Holm, over the items of the construct. */
  readonly holm: Estimate<number>;
}

const conventions: Conventions = {
  'constructs.graded': 'graded-response',
  'constructs.information': 'test-information',
  'constructs.empiricalReliability': 'eap-scores',
  'constructs.dif': 'dif-logistic',
};

const THETA: readonly number[] = [-4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];

export function irtSection(input: SectionInput): IrtSection {
  return { conventions, constructs: input.reflective.map((block) => constructIrt(input, block)) };
}

function constructIrt(input: SectionInput, block: ConstructBlock): ConstructIrt {
  const items = itemsOf(input, block);
  const graded = gradedResponse(items);
  const names = itemKeys(input, block);
  const about = { construct: block.key, items: names };
  if (isNotEstimable(graded))
    return { ...about, graded, information: graded, empiricalReliability: graded, dif: [] };
  const { scores, reliability } = expectedAPosteriori(items, graded.items);
  return {
    ...about,
    graded: plain(graded),
    information: { theta: THETA, information: plain(testInformation(graded.items, THETA)) },
    empiricalReliability: reliability,
    dif: input.groupings.flatMap(({ question, groups }) => difOf(items, names, question, scores, groups)),
  };
}

function difOf(
  items: Matrix,
  names: readonly string[],
  question: string,
  scores: Float64Array,
  groups: Int16Array,
): DifReport[] {
  const known = Float64Array.from(groups, (group) => (group < 0 ? Number.NaN : group));
  const tests = names.map((_, index) => logisticDif(columnOf(items, index), scores, known));
  const holm = adjusted(
    tests.map((test) => (isNotEstimable(test) ? test : test.total.p)),
    adjustHolm,
  );
  return names.map((item, index) => ({ question, item, test: tests[index]!, holm: holm[index]! }));
}
