import { describe, expect, it } from 'vitest';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import { modificationIndices } from '../../../src/statistics/sem/modification-indices.ts';
import type { SemOptions } from '../../../src/statistics/sem/sem-options.ts';
import { ABILITIES, PATHS, SECOND_ORDER } from './golden-models.ts';
import {
  answersOf,
  estimated,
  expectIndices,
  expectParameters,
  expectRSquared,
  expectStandardFit,
  type Golden,
  type GoldenData,
  readGolden,
} from './golden-sem.ts';

const data = readGolden<Record<'school' | 'structural' | 'second', GoldenData>>('sem-data');
const golden = readGolden<Record<string, Golden>>('sem-ml');
const { school: _, ...tests } = data.school;
const school = answersOf(tests);
const structural = answersOf(data.structural);
const second = answersOf(data.second);

describe('fitSem by maximum likelihood gives the numbers of lavaan', () => {
  const cases: [string, string, typeof school, SemOptions][] = [
    ['marker', ABILITIES, school, {}],
    ['variance', ABILITIES, school, { scale: 'variance' }],
    ['means', ABILITIES, school, { meanStructure: true }],
    ['orthogonal', ABILITIES, school, { orthogonal: true }],
    ['wishart', ABILITIES, school, { likelihood: 'wishart' }],
    ['structural', PATHS, structural, {}],
    ['structural_random', PATHS, structural, { fixedExogenous: false, meanStructure: true }],
    ['path', 'b1 ~ a1 + w + v; a1 ~ w + v', structural, {}],
    ['feedback', 'r1 ~ r2 + w; r2 ~ r1 + v; r1 ~~ r2', structural, {}],
    ['second', SECOND_ORDER, second, { scale: 'variance' }],
    ['second_marker', SECOND_ORDER, second, {}],
    [
      'constrained',
      'visual =~ NA*x1 + a*x1 + a*x2 + a*x3; visual ~~ 1*visual; x1 ~~ e*x1; x2 ~~ e*x2',
      school,
      {},
    ],
  ];
  for (const [name, model, answers, options] of cases)
    it(name, () => {
      const fit = estimated(fitSem(model, answers, options));
      expectParameters(fit, golden[name]!);
      expectStandardFit(fit, golden[name]!);
      expectRSquared(fit, golden[name]!);
    });

  for (const [name, model, answers, options] of cases.filter(([name]) => golden[name]?.mi !== undefined))
    it(`modification indices: ${name}`, () => {
      const fit = estimated(fitSem(model, answers, options));
      expectIndices(estimated(modificationIndices(fit)), golden[name]!);
    });

  it('has a gradient of zero at the solution', () => {
    expect(estimated(fitSem(PATHS, structural)).maxGradient).toBeLessThan(1e-12);
  });
});
