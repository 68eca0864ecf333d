import { describe, expect, it } from 'vitest';
import { fimlRobustFit } from '../../../src/statistics/sem/fiml-robust-fit.ts';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import type { SemFit } from '../../../src/statistics/sem/sem-fit.ts';
import { ABILITIES, PATHS } from './golden-models.ts';
import {
  answersOf,
  estimated,
  expectNear,
  expectParameters,
  expectRobustFit,
  expectScaledFit,
  expectStandardFit,
  type Golden,
  type GoldenData,
  readGolden,
} from './golden-sem.ts';

const data = readGolden<Record<'school' | 'gaps' | 'structural', GoldenData>>('sem-data');
const mlr = readGolden<Record<string, Golden>>('sem-mlr');
const fiml = readGolden<{
  cfa: Golden;
  structural: Golden;
  gappy: GoldenData;
  h1: { cov: number[][]; mean: number[] };
}>('sem-fiml');
const without = ({ school: _, ...tests }: GoldenData) => answersOf(tests);

/** The fit with the robust indices that FIML leaves to a function of its own. */
const withRobust = (fit: SemFit): SemFit => ({
  ...fit,
  fit: { ...fit.fit, robust: estimated(fimlRobustFit(fit)) },
});

describe('fitSem with estimator MLR gives the numbers of lavaan', () => {
  for (const [name, model, answers, options] of [
    ['marker', ABILITIES, without(data.school), {}],
    ['means', ABILITIES, without(data.school), { meanStructure: true }],
    ['structural', PATHS, answersOf(data.structural), {}],
    ['fiml', ABILITIES, without(data.gaps), { missing: 'fiml' }],
    ['groups', ABILITIES, answersOf(data.school, 'school'), { groupEqual: ['loadings', 'intercepts'] }],
  ] as const)
    it(name, () => {
      const fit = estimated(fitSem(model, answers, { ...options, estimator: 'MLR' }));
      expectParameters(fit, mlr[name]!);
      expectStandardFit(fit, mlr[name]!);
      expectScaledFit(fit, mlr[name]!);
      if (name === 'fiml') expectRobustFit(withRobust(fit), mlr[name]!);
      else expectRobustFit(fit, mlr[name]!);
    });
});

describe('fitSem by full-information maximum likelihood gives the numbers of lavaan', () => {
  it('for a factor model', () => {
    const fit = estimated(fitSem(ABILITIES, without(data.gaps), { missing: 'fiml' }));
    expectParameters(fit, fiml.cfa);
    expectStandardFit(fit, fiml.cfa);
    expectRobustFit(withRobust(fit), fiml.cfa);
  });

  it('for the unrestricted moments found by EM', () => {
    const fit = estimated(fitSem(ABILITIES, without(data.gaps), { missing: 'fiml' }));
    const { observedCovariance, observedMeans } = fit.groups[0]!;
    fiml.h1.mean.forEach((mean, j) => {
      expectNear(observedMeans?.[j], mean, `mean ${j}`);
      fiml.h1.cov[j]!.forEach((value, i) => {
        expectNear(observedCovariance.data[j * 9 + i], value, `covariance ${i} ${j}`);
      });
    });
  });

  it('for a structural model, without the cases that lack a fixed exogenous variable', () => {
    const fit = estimated(fitSem(PATHS, answersOf(fiml.gappy), { missing: 'fiml' }));
    expect(fit.dropped).toBe(2);
    expectParameters(fit, fiml.structural);
    expectStandardFit(fit, fiml.structural);
    expectRobustFit(withRobust(fit), fiml.structural);
  });

  it('and gives the numbers of complete data when nothing is missing', () => {
    const answers = without(data.school);
    const full = estimated(fitSem(ABILITIES, answers, { missing: 'fiml' }));
    const complete = estimated(fitSem(ABILITIES, answers, { meanStructure: true }));
    expect(full.fit.standard!.chiSquare).toBeCloseTo(complete.fit.standard!.chiSquare, 8);
    full.parameters.forEach((row, k) => {
      expect(row.estimate).toBeCloseTo(complete.parameters[k]!.estimate, 8);
    });
  });
});
