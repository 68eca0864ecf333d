import { describe, expect, it } from 'vitest';
import type { MissingRule } from '../../src/analysis/analysis-options.ts';
import type { CorrelationPair } from '../../src/analysis/correlation-report.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import golden from '../fixtures/r/analysis.json' with { type: 'json' };
import { estimated, expectNear } from '../statistics/expect-estimate.ts';
import { analyseRows, smallStudy } from './small-study.ts';

const study = smallStudy(
  [
    { key: 'A', items: ['A1', 'A2', '-A3', 'A4'] },
    { key: 'B', items: ['B1', 'B2', 'B3'] },
    { key: 'C', items: ['C1', 'C2'] },
  ],
  [
    { key: 'H1', kind: 'direct', from: 'B', to: 'C', sign: '+' },
    { key: 'H2', kind: 'moderates', from: 'A', path: 'H1', sign: '?' },
  ],
);
const columns: Record<string, readonly (number | null)[]> = golden.answers;
const rows = golden.answers.A1.map((_, i) =>
  study.items.map(({ key }): StoredAnswer => columns[key]![i] ?? 'skipped'),
);

const rules: ReadonlyArray<[MissingRule, (typeof golden)['listwise'] | (typeof golden)['pairwise']]> = [
  ['listwise', golden.listwise],
  ['pairwise', golden.pairwise],
  ['person-mean', golden.personMean],
];

describe.each(rules)('under %s the report agrees with R', (missing, expected) => {
  const report = analyseRows(study, rows, { missing });

  it('in reliability and item relations', () => {
    for (const construct of report.constructs) {
      const wanted = expected.reliability[construct.construct as 'A'];
      const reliability = construct.reliability!;
      expect(reliability.n).toBe(wanted.n);
      expectNear(reliability.alpha, wanted.alpha);
      expectNear(reliability.standardizedAlpha, wanted.standardized);
      expectNear(reliability.meanInterItem, wanted.meanR);
      expectNear(estimated(reliability.intervalFeldt).lower, wanted.feldt[0]!);
      expectNear(estimated(reliability.intervalFeldt).upper, wanted.feldt[1]!);
      if ('adf' in wanted) {
        expectNear(estimated(reliability.intervalAdf!).lower, wanted.adf[0]!);
        expectNear(estimated(reliability.intervalAdf!).upper, wanted.adf[1]!);
      } else expect(reliability.intervalAdf).toBeNull();
      const items = report.items.filter((item) => item.construct === construct.construct);
      items.forEach((item, place) => {
        expectNear(item.itemRest!, wanted.itemRest[place]!);
        expect(item.relationN).toBe(wanted.n);
        if (wanted.alphaIfDropped) expectNear(item.alphaIfDropped!, wanted.alphaIfDropped[place]!);
        else expect(item.alphaIfDropped).toMatchObject({ notEstimable: 'too-few-items' });
      });
    }
  });

  it('in the construct scores', () => {
    for (const { construct, score } of report.constructs) {
      const wanted = expected.scores[construct as 'A'];
      expect(score.n).toBe(wanted.n);
      expectNear(score.mean, wanted.mean);
      expectNear(score.standardDeviation, wanted.sd);
    }
  });

  it('in the relations of the scores', () => {
    const pair = (first: string, second: string): CorrelationPair =>
      report.correlations.pairs.find((one) => one.first === first && one.second === second)!;
    for (const [found, wanted] of [
      [pair('A', 'B'), expected.AB],
      [pair('A', 'C'), expected.AC],
      [pair('B', 'C'), expected.BC],
    ] as const) {
      const pearson = estimated(found.pearson);
      const spearman = estimated(found.spearman);
      expect(found.n).toBe(wanted.n);
      expectNear(pearson.value, wanted.r);
      expectNear(pearson.p, wanted.p);
      expectNear(estimated(pearson.interval).lower, wanted.lower);
      expectNear(estimated(pearson.interval).upper, wanted.upper);
      expectNear(spearman.value, wanted.rho);
      expectNear(spearman.p, wanted.rhoP);
      expectNear(estimated(spearman.interval).lower, wanted.rhoLower);
      expectNear(estimated(spearman.interval).upper, wanted.rhoUpper);
    }
  });

  it('in the hypotheses, the product term included', () => {
    const [direct, moderating] = report.hypotheses;
    expectNear(estimated(direct!.estimate).value, expected.BC.r);
    const product = estimated(moderating!.estimate);
    expect(moderating!.n).toBe(expected.moderation.n);
    expectNear(product.value, expected.moderation.value);
    expectNear(product.p, expected.moderation.p);
    expectNear(estimated(product.interval).lower, expected.moderation.lower);
    expectNear(estimated(product.interval).upper, expected.moderation.upper);
  });
});

it('describes items as psych does with type 2, whatever the missing rule', () => {
  for (const [missing] of rules) {
    const { items } = analyseRows(study, rows, { missing });
    for (const wanted of golden.items) {
      const found = items.find(({ item }) => item === wanted.item)!;
      expect(found.n).toBe(wanted.n);
      expectNear(found.mean, wanted.mean);
      expectNear(found.standardDeviation, wanted.sd);
      expectNear(found.skewness, wanted.skew);
      expectNear(found.kurtosis, wanted.kurtosis);
    }
  }
});
