import { type CaseCounts, completeCases } from '../../statistics/descriptive/complete-rows.ts';
import { covarianceListwise, covariancePairwise } from '../../statistics/descriptive/covariance.ts';
import type { Matrix } from '../../statistics/matrix.ts';
import { emCovariance } from '../../statistics/missing/em-covariance.ts';
import { type LittleMcar, littleMcar } from '../../statistics/missing/little-mcar.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import { cronbachAlpha } from '../../statistics/reliability/cronbach-alpha.ts';
import type { Conventions } from './conventions.ts';
import { type ConstructBlock, itemsOf, type SectionInput } from './section-input.ts';

export interface MissingSection {
  readonly conventions: Conventions;
  /** Submissions by how many of all items they answered. */
  readonly counts: CaseCounts;
  readonly littleMcar: Estimate<LittleMcar>;
  /** The commonest ways of leaving items out, `PATTERNS` at most; nothing here names a respondent. */
  readonly patterns: readonly { readonly missing: readonly string[]; readonly cases: number }[];
  readonly patternCount: number;
  /** What the rule costs or changes: alpha of the same construct under each of the three. */
  readonly alphaByRule: readonly {
    readonly construct: string;
    readonly counts: CaseCounts;
    readonly listwise: Estimate<number>;
    readonly pairwise: Estimate<number>;
    readonly em: Estimate<number>;
  }[];
}

export const PATTERNS = 20;

const conventions: Conventions = {
  littleMcar: 'little-mcar',
  'alphaByRule.listwise': 'covariance-listwise',
  'alphaByRule.pairwise': 'covariance-pairwise',
  'alphaByRule.em': 'em-covariance',
};

export function missingSection(input: SectionInput): MissingSection {
  const patterns = missingPatternCounts(input.keyed);
  return {
    conventions,
    counts: completeCases(input.keyed).counts,
    littleMcar:
      input.items.length === 0
        ? notEstimable('too-few-items', { items: 0, needed: 1 })
        : littleMcar(input.keyed),
    patterns: patterns.slice(0, PATTERNS).map(({ missing, cases }) => ({
      missing: missing.map((item) => input.items[item]!),
      cases,
    })),
    patternCount: patterns.length,
    alphaByRule: input.reflective.map((block) => alphaByRule(input, block)),
  };
}

function alphaByRule(input: SectionInput, block: ConstructBlock): MissingSection['alphaByRule'][number] {
  const items = itemsOf(input, block);
  const alphaOf = (moments: Estimate<{ readonly covariance: Matrix }>) =>
    isNotEstimable(moments) ? moments : cronbachAlpha(moments.covariance);
  return {
    construct: block.key,
    counts: completeCases(items).counts,
    listwise: alphaOf(covarianceListwise(items)),
    pairwise: alphaOf(covariancePairwise(items)),
    em: alphaOf(emCovariance(items)),
  };
}

/** The commonest first; of equally common ones the one with fewer gaps, then the one whose gaps come first. */
function missingPatternCounts(values: Matrix): { missing: readonly number[]; cases: number }[] {
  const found = new Map<string, { missing: readonly number[]; cases: number }>();
  for (let i = 0; i < values.rows; i++) {
    const missing: number[] = [];
    for (let j = 0; j < values.cols; j++) if (Number.isNaN(values.data[j * values.rows + i])) missing.push(j);
    const name = missing.join();
    const known = found.get(name);
    if (known) known.cases++;
    else found.set(name, { missing, cases: 1 });
  }
  return [...found.values()].sort(
    (a, b) =>
      b.cases - a.cases ||
      a.missing.length - b.missing.length ||
      (a.missing.find((item, at) => item !== b.missing[at]) ?? 0) -
        (b.missing.find((item, at) => item !== a.missing[at]) ?? 0),
  );
}
