import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { mediation, resampledMediation } from '../../../src/statistics/mediation/mediation.ts';
import { mediationWays } from '../../../src/statistics/mediation/mediation-effects.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden extends Record<'serial' | 'parallel' | 'simple' | 'standardized', number[]> {
  data: Record<'x' | 'm1' | 'm2' | 'y' | 'z', number[]>;
  total_c: number;
  simple_ci: Record<'2.5%' | '97.5%', number[]>;
}
const r = golden<Golden>('mediation');
const data = matrixFromColumns([r.data.x, r.data.m1, r.data.m2, r.data.y, r.data.z]);
const options = { seed: 3, resamples: 500 };
const model = { predictor: 0, mediators: [1, 2], outcome: 3, covariates: [4] };

describe('mediation', () => {
  it.each(['serial', 'parallel'] as const)('%s equals lm() in R', (arrangement) => {
    const result = estimated(mediation(data, { ...model, arrangement }, options));
    const effects = [...result.indirect, result.totalIndirect, result.direct, result.total];
    expectClose(
      effects.map((effect) => effect.estimate),
      r[arrangement],
      1e-9,
    );
    expect(result.indirect.map(({ through }) => through)).toEqual(
      arrangement === 'serial' ? [[0], [1], [0, 1]] : [[0], [1]],
    );
  });

  it('simple equals lm(), with limits as another 8,000 resamples in R have them', () => {
    const result = estimated(mediation(data, { predictor: 0, mediators: [1], outcome: 3 }, { seed: 1 }));
    const effects = [result.indirect[0]!, result.totalIndirect, result.direct, result.total];
    expectClose(
      effects.map((effect) => effect.estimate),
      r.simple,
      1e-9,
    );
    expectClose(
      effects.map((effect) => effect.standardized),
      r.standardized,
      1e-9,
    );
    expectClose(
      effects.map((effect) => estimated(effect.interval).lower),
      r.simple_ci['2.5%'],
      0.02,
    );
    expectClose(
      effects.map((effect) => estimated(effect.interval).upper),
      r.simple_ci['97.5%'],
      0.02,
    );
  });

  it('adds up: the total effect is the slope of the outcome on the predictor without mediators', () => {
    expect(estimated(mediation(data, model, options)).total.estimate).toBeCloseTo(r.total_c, 10);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const normal = normalSampler(xoshiro128(seed));
        const noise = matrixFromColumns(
          Array.from({ length: 5 }, () => Float64Array.from({ length: 30 }, normal)),
        );
        const of = (arrangement: 'serial' | 'parallel') =>
          estimated(
            mediation(
              noise,
              { predictor: 0, mediators: [1, 2, 3], outcome: 4, arrangement },
              { seed: 1, resamples: 100 },
            ),
          );
        expect(of('parallel').total.estimate).toBeCloseTo(of('serial').total.estimate, 9);
      }),
      { numRuns: 10 },
    );
  });

  it('counts every way through three mediators in a row', () => {
    expect(mediationWays(3, 'serial')).toHaveLength(7);
    expect(mediationWays(3, 'parallel')).toEqual([[0], [1], [2]]);
  });

  it('uses the cases that have every variable, and gives parts of the resamples on their own', () => {
    const gaps = matrixFromColumns([r.data.x.map((v, i) => (i < 20 ? Number.NaN : v)), r.data.m1, r.data.y]);
    expect(estimated(mediation(gaps, { predictor: 0, mediators: [1], outcome: 2 }, options)).n).toBe(180);
    const whole = resampledMediation(data, model, 8, 0, 30);
    expect(resampledMediation(data, model, 8, 20, 10)[1]).toEqual(whole[1]!.slice(20));
  });

  it('says why there is no value', () => {
    const doubled = matrixFromColumns([r.data.x, r.data.x, r.data.y]);
    const simple = { predictor: 0, mediators: [1], outcome: 2 };
    expect(mediation(doubled, simple, options)).toMatchObject({ notEstimable: 'not-positive-definite' });
    const constant = matrixFromColumns([r.data.x.map(() => 2), r.data.m1, r.data.y]);
    expect(mediation(constant, simple, options)).toMatchObject({ notEstimable: 'no-variance' });
    expect(() => mediation(data, { ...simple, mediators: [0] }, options)).toThrow(RangeError);
    expect(() => mediation(data, { ...simple, mediators: [] }, options)).toThrow(RangeError);
  });
});
