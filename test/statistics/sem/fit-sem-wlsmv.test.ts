import { describe, expect, it } from 'vitest';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import { modificationIndices } from '../../../src/statistics/sem/modification-indices.ts';
import type { SemOptions } from '../../../src/statistics/sem/sem-options.ts';
import { TWO_ORDINAL } from './golden-models.ts';
import {
  answersOf,
  estimated,
  expectIndices,
  expectParameters,
  expectResidualFit,
  expectRobustFit,
  expectScaledFit,
  type Golden,
  type GoldenData,
  readGolden,
} from './golden-sem.ts';

const data = readGolden<Record<'ordinal', GoldenData>>('sem-data').ordinal;
const golden = readGolden<Record<string, Golden>>('sem-wlsmv');
const { group: _, ...items } = data;

describe('fitSem with estimator WLSMV gives the numbers of lavaan', () => {
  const cases: [string, string, SemOptions][] = [
    ['marker', TWO_ORDINAL, {}],
    ['variance', TWO_ORDINAL, { scale: 'variance' }],
    ['regression', `${TWO_ORDINAL}\n g ~ f`, {}],
    ['groups', TWO_ORDINAL, {}],
  ];
  for (const [name, model, options] of cases)
    it(name, () => {
      const answers = name === 'groups' ? answersOf(data, 'group') : answersOf(items);
      const fit = estimated(fitSem(model, answers, { ...options, estimator: 'WLSMV' }));
      expectParameters(fit, golden[name]!);
      expectScaledFit(fit, golden[name]!);
      expectResidualFit(fit, golden[name]!);
      expectRobustFit(fit, golden[name]!);
    });

  // lavaan's information is larger by n / (n - 1) here than the one behind its standard errors.
  it('and its modification indices', () => {
    const fit = estimated(fitSem(TWO_ORDINAL, answersOf(items), { estimator: 'WLSMV' }));
    expectIndices(estimated(modificationIndices(fit)), golden.marker!, (fit.n - 1) / fit.n);
  });

  it('and never gives the unscaled test', () => {
    const fit = estimated(fitSem(TWO_ORDINAL, answersOf(items), { estimator: 'WLSMV' }));
    expect(fit.fit.standard).toBeNull();
    expect(fit.fit.likelihood).toBeNull();
  });
});
