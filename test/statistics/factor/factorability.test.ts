import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bartlettSphericity } from '../../../src/statistics/factor/bartlett-sphericity.ts';
import { kaiserMeyerOlkin } from '../../../src/statistics/factor/kaiser-meyer-olkin.ts';
import { mardia } from '../../../src/statistics/factor/mardia.ts';
import { minimumAveragePartial } from '../../../src/statistics/factor/minimum-average-partial.ts';
import { parallelAnalysis, randomEigenvalues } from '../../../src/statistics/factor/parallel-analysis.ts';
import { correlationOfUnitColumns, unitColumns } from '../../../src/statistics/factor/random-correlation.ts';
import { createMatrix, matrixFromColumns, selectRows } from '../../../src/statistics/matrix.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden {
  data: number[][];
  kmo: { overall: number; items: number[] };
  bartlett: { chisq: number; df: number; p: number };
  mardia_psych: Record<'b1p' | 'b2p' | 'skew' | 'small' | 'p_skew' | 'kurtosis' | 'p_kurt', number>;
  mardia_n: { b1p: number; b2p: number };
  map: number[];
  eigenvalues: number[];
  random_mean: number[];
  random_q95: number[];
}
const r = golden<Golden>('factorability');
const items = matrixFromColumns(r.data);
const correlation = correlationOfUnitColumns(unitColumns(items));
const singular = { rows: 2, cols: 2, data: Float64Array.from([1, 1, 1, 1]) };
const identity = { rows: 2, cols: 2, data: Float64Array.from([1, 0, 0, 1]) };

describe('KMO', () => {
  it('equals psych::KMO', () => {
    const result = estimated(kaiserMeyerOlkin(correlation));
    expectClose(result.overall, r.kmo.overall, 1e-9);
    expectClose(result.items, r.kmo.items, 1e-9);
  });

  it('says why there is no value', () => {
    expect(kaiserMeyerOlkin(singular)).toMatchObject({ notEstimable: 'not-positive-definite' });
    expect(kaiserMeyerOlkin(identity)).toMatchObject({ notEstimable: 'no-variance' });
    expect(() => kaiserMeyerOlkin(createMatrix(2, 2))).toThrow(RangeError);
  });

  it('is one half for two items, whatever their correlation', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.95, noNaN: true }), (rho) => {
        const two = { rows: 2, cols: 2, data: Float64Array.from([1, rho, rho, 1]) };
        expect(estimated(kaiserMeyerOlkin(two)).overall).toBeCloseTo(0.5, 10);
      }),
    );
  });
});

describe("Bartlett's test of sphericity", () => {
  it('equals psych::cortest.bartlett', () => {
    const result = estimated(bartlettSphericity(correlation, items.rows));
    expectClose(result.chiSquare, r.bartlett.chisq, 1e-9);
    expect(result.df).toBe(r.bartlett.df);
    expectClose(result.p / r.bartlett.p, 1, 1e-8);
  });

  it('is zero for uncorrelated items', () => {
    expect(estimated(bartlettSphericity(identity, 50))).toMatchObject({ chiSquare: 0, df: 1, p: 1 });
  });

  it('says why there is no value', () => {
    expect(bartlettSphericity(singular, 50)).toMatchObject({ notEstimable: 'not-positive-definite' });
    expect(bartlettSphericity(identity, 2)).toMatchObject({ notEstimable: 'too-few-cases' });
  });
});

describe('Mardia', () => {
  it('equals psych::mardia with divisor n - 1, and the definition over all pairs of cases with divisor n', () => {
    const psych = estimated(mardia(items, 'n-1'));
    const e = r.mardia_psych;
    expectClose(
      [psych.skewness, psych.kurtosis, psych.skewnessChiSquare, psych.smallSampleChiSquare, psych.kurtosisZ],
      [e.b1p, e.b2p, e.skew, e.small, e.kurtosis],
      1e-9,
    );
    expectClose([psych.skewnessP, psych.kurtosisP], [e.p_skew, e.p_kurt], 1e-9);
    const ml = estimated(mardia(items));
    expectClose([ml.skewness, ml.kurtosis], [r.mardia_n.b1p, r.mardia_n.b2p], 1e-9);
  });

  it('does not change when items are stretched, mixed or shifted', () => {
    const mixed = matrixFromColumns(
      r.data.map((column, j) => column.map((value, i) => 3 * value + (j > 0 ? r.data[0]![i]! : 0) - j)),
    );
    const one = estimated(mardia(items));
    const other = estimated(mardia(mixed));
    expectClose([other.skewness, other.kurtosis], [one.skewness, one.kurtosis], 1e-9);
  });

  it('says why there is no value', () => {
    expect(mardia(selectRows(items, [0, 1, 2]))).toMatchObject({ notEstimable: 'too-few-cases' });
    expect(mardia(matrixFromColumns([r.data[0]!, r.data[0]!]))).toMatchObject({
      notEstimable: 'not-positive-definite',
    });
  });
});

describe("Velicer's minimum average partial", () => {
  it('equals psych::vss', () => {
    const result = minimumAveragePartial(correlation);
    expectClose(result.squared.slice(1, 1 + r.map.length), r.map, 1e-9);
  });

  it('finds no component in uncorrelated items, and one where one factor made them', () => {
    expect(minimumAveragePartial(identity).components).toBe(0);
    const one = createMatrix(6, 6);
    for (let j = 0; j < 6; j++) for (let i = 0; i < 6; i++) one.data[6 * j + i] = i === j ? 1 : 0.5;
    expect(minimumAveragePartial(one)).toMatchObject({ components: 1, componentsFourthPower: 1 });
  });
});

describe('parallel analysis', () => {
  const run = (data: 'permuted' | 'normal', model: 'components' | 'factors' = 'components') =>
    estimated(parallelAnalysis(items, { model, data, samples: 500, seed: 11 }));

  it('comes to the eigenvalues of R and to the random ones of 2,000 samples drawn in R', () => {
    for (const data of ['permuted', 'normal'] as const) {
      const result = run(data);
      expectClose(result.observed, r.eigenvalues, 1e-9);
      expectClose(result.mean, r.random_mean, 0.01);
      expectClose(result.quantiles, r.random_q95, 0.02);
      expect(result.countByMean).toBe(3);
      expect(result.countByQuantile).toBe(3);
    }
  });

  it('finds the three factors that made the data', () => {
    expect(run('permuted', 'factors').countByQuantile).toBe(3);
  });

  it('gives the same numbers for the same seed, and parts of the samples on their own', () => {
    expect(run('permuted').quantiles).toEqual(run('permuted').quantiles);
    const options = { model: 'components', data: 'permuted', seed: 11 } as const;
    const whole = randomEigenvalues(items, options, 0, 10);
    expect(randomEigenvalues(items, options, 6, 4)[2]).toEqual(whole[2]!.slice(6));
  });

  it('says why there is no value', () => {
    const options = { model: 'components', data: 'permuted', samples: 5, seed: 1 } as const;
    expect(parallelAnalysis(selectRows(items, [0, 1]), options)).toMatchObject({
      notEstimable: 'too-few-cases',
    });
    const constant = matrixFromColumns([r.data[0]!, r.data[0]!.map(() => 3)]);
    expect(parallelAnalysis(constant, options)).toMatchObject({ notEstimable: 'no-variance' });
  });
});
