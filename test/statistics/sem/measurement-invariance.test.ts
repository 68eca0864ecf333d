import { describe, expect, it } from 'vitest';
import { chiSquareDifference } from '../../../src/statistics/sem/chi-square-difference.ts';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import { measurementInvariance } from '../../../src/statistics/sem/measurement-invariance.ts';
import { ABILITIES } from './golden-models.ts';
import {
  answersOf,
  estimated,
  expectNear,
  expectParameters,
  type Golden,
  type GoldenData,
  readGolden,
} from './golden-sem.ts';

interface Differences {
  chisq: number[];
  df: number[];
  p: number[];
}
const school = answersOf(readGolden<Record<'school', GoldenData>>('sem-data').school, 'school');
const golden = readGolden<Record<string, Golden> & Record<'differences' | 'scaled_differences', Differences>>(
  'sem-groups',
);

describe('measurementInvariance', () => {
  for (const [estimator, name] of [
    ['ML', 'differences'],
    ['MLR', 'scaled_differences'],
  ] as const)
    it(`tests each level against the one before as lavTestLRT does, by ${estimator}`, () => {
      const steps = measurementInvariance(ABILITIES, school, { estimator });
      expect(steps.map((step) => step.level)).toEqual(['configural', 'metric', 'scalar', 'strict']);
      steps.slice(1).forEach((step, k) => {
        const difference = estimated(step.difference!);
        expectNear(difference.chiSquare, golden[name].chisq[k]!, `${step.level} chi-square`);
        expectNear(difference.df, golden[name].df[k]!, `${step.level} df`);
        expectNear(difference.p, golden[name].p[k]!, `${step.level} p`);
      });
    });

  it('fits the levels of lavaan and gives the changes of its indices', () => {
    const steps = measurementInvariance(ABILITIES, school);
    for (const step of steps) expectParameters(estimated(step.fit), golden[step.level]!);
    const change = golden.scalar!.fit.cfi! - golden.metric!.fit.cfi!;
    expectNear(steps[2]!.changeCfi, change, 'change of CFI');
  });

  it('requires groups', () => {
    const { names, answers } = school;
    expect(() => measurementInvariance(ABILITIES, { names, answers })).toThrow(
      'measurementInvariance requires at least two groups',
    );
  });
});

describe('chiSquareDifference', () => {
  it('refuses models in the wrong order', () => {
    const freer = estimated(fitSem(ABILITIES, school));
    const restricted = estimated(fitSem(ABILITIES, school, { groupEqual: ['loadings'] }));
    expect(() => chiSquareDifference(freer, restricted)).toThrow('chiSquareDifference requires');
  });
});
