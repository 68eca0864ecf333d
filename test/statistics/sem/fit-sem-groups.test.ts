import { describe, it } from 'vitest';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import type { SemOptions } from '../../../src/statistics/sem/sem-options.ts';
import { ABILITIES } from './golden-models.ts';
import {
  answersOf,
  estimated,
  expectParameters,
  expectStandardFit,
  type Golden,
  type GoldenData,
  readGolden,
} from './golden-sem.ts';

const data = readGolden<Record<'school' | 'gaps', GoldenData>>('sem-data');
const golden = readGolden<Record<string, Golden>>('sem-groups');
const school = answersOf(data.school, 'school');

describe('fitSem in several groups gives the numbers of lavaan', () => {
  const cases: [string, SemOptions][] = [
    ['configural', {}],
    ['metric', { groupEqual: ['loadings'] }],
    ['scalar', { groupEqual: ['loadings', 'intercepts'] }],
    ['strict', { groupEqual: ['loadings', 'intercepts', 'residuals'] }],
    ['scalar_variance', { groupEqual: ['loadings', 'intercepts'], scale: 'variance' }],
    [
      'partial',
      {
        groupEqual: ['loadings', 'intercepts'],
        groupFree: [
          { lhs: 'x7', op: '~1', rhs: '' },
          { lhs: 'visual', op: '=~', rhs: 'x3' },
        ],
      },
    ],
    ['fiml_scalar', { groupEqual: ['loadings', 'intercepts'], missing: 'fiml' }],
  ];
  for (const [name, options] of cases)
    it(name, () => {
      const answers = name === 'fiml_scalar' ? answersOf(data.gaps, 'school') : school;
      const fit = estimated(fitSem(ABILITIES, answers, options));
      expectParameters(fit, golden[name]!);
      expectStandardFit(fit, golden[name]!);
    });
});
