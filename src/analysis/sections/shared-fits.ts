import { type Estimate, notEstimable } from '../../statistics/not-estimable.ts';
import { type Factor, fitCfa } from '../../statistics/sem/fit-cfa.ts';
import type { SemAnswers } from '../../statistics/sem/sem-data.ts';
import type { SemEstimator, SemFit } from '../../statistics/sem/sem-fit.ts';

/** Confirmatory factor analyses of all constructs together, each computed when it is first asked for: two sections use them. */
export interface SharedFits {
  readonly factors: readonly Factor[];
  readonly data: SemAnswers;
  measurement(estimator: SemEstimator, missing: 'listwise' | 'fiml'): Estimate<SemFit>;
}

export function sharedFits(factors: readonly Factor[], data: SemAnswers, level: number): SharedFits {
  const known = new Map<string, Estimate<SemFit>>();
  return {
    factors,
    data,
    measurement(estimator, missing) {
      const name = `${estimator} ${missing}`;
      const before = known.get(name);
      if (before !== undefined) return before;
      const fit =
        factors.length === 0
          ? notEstimable('too-few-items', { constructs: 0, needed: 1 })
          : fitCfa(factors, data, { estimator, missing, level });
      known.set(name, fit);
      return fit;
    },
  };
}

/** A construct and an item may have the same key, since they stand in different lists; in a model they may not. */
export function latentName(construct: string, items: readonly string[]): string {
  return items.includes(construct) ? latentName(`${construct}.factor`, items) : construct;
}

export function constructFactors(
  blocks: readonly { readonly key: string; readonly items: readonly number[] }[],
  items: readonly string[],
): readonly Factor[] {
  return blocks.map((block) => ({
    name: latentName(block.key, items),
    indicators: block.items.map((item) => items[item]!),
  }));
}
