import { describe, expect, it } from 'vitest';
import { fullCollinearity } from '../../../src/statistics/common-method/full-collinearity.ts';
import { harmanSingleFactor } from '../../../src/statistics/common-method/harman-single-factor.ts';
import { markerCorrection } from '../../../src/statistics/common-method/marker-correction.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden {
  n: number;
  correlation: number[][];
  harman: { component: number; factor: number };
  vif: number[];
  marker: { rm: number; r: number[]; t: number[]; p: number[] }[];
}
const r = golden<Golden>('common-method');
const correlation = matrixFromColumns(r.correlation);

describe('common-method checks', () => {
  it('Harman: shares of the first component and of one factor', () => {
    const result = harmanSingleFactor(correlation);
    expectClose(result.componentShare, r.harman.component, 1e-9);
    expectClose(result.factorShare, r.harman.factor, 1e-6);
  });

  it('full collinearity: VIF of each on all others', () => {
    expectClose(estimated(fullCollinearity(correlation)), r.vif, 1e-9);
    expect(
      fullCollinearity(
        matrixFromColumns([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toMatchObject({
      notEstimable: 'not-positive-definite',
    });
  });

  it.each([1, 2] as const)('marker: correlations freed of the rank %i smallest', (rank) => {
    const result = estimated(markerCorrection(correlation, r.n, 5, rank));
    const e = r.marker[rank - 1]!;
    expectClose(result.methodCorrelation, e.rm, 1e-9);
    expectClose(
      result.pairs.map((p) => p.adjusted),
      e.r,
      1e-9,
    );
    expectClose(
      result.pairs.map((p) => p.t),
      e.t,
      1e-9,
    );
    expectClose(
      result.pairs.map((p) => p.p),
      e.p,
      1e-9,
    );
  });

  it('marker: leaves correlations as they are where the marker shares nothing', () => {
    const free = matrixFromColumns([
      [1, 0.4, -0.1],
      [0.4, 1, 0.2],
      [-0.1, 0.2, 1],
    ]);
    const result = estimated(markerCorrection(free, 50, 2));
    expect(result.methodCorrelation).toBe(0);
    expect(result.pairs[0]!.adjusted).toBe(0.4);
  });

  it('marker: says what it needs', () => {
    expect(markerCorrection(correlation, 3, 5)).toMatchObject({ notEstimable: 'too-few-cases' });
    expect(() => markerCorrection(correlation, 50, 6)).toThrow(RangeError);
  });
});
