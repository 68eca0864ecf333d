import { describe, expect, it } from 'vitest';
import { rotateLoadings } from '../../../src/statistics/factor/rotate-loadings.ts';
import { multiply, transpose } from '../../../src/statistics/linalg/product.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Rotation {
  loadings: number[][];
  phi: number[][];
}
const r = golden<{ unrotated: number[][] } & Record<string, Rotation>>('rotation');
const unrotated = matrixFromColumns(r.unrotated);

describe('rotation', () => {
  it.each([
    ['varimax', { rotation: 'varimax', kaiser: false }],
    ['varimax_kaiser', { rotation: 'varimax', kaiser: true }],
    ['oblimin', { rotation: 'oblimin', kaiser: false }],
    ['oblimin_kaiser', { rotation: 'oblimin', kaiser: true }],
    ['oblimin_negative', { rotation: 'oblimin', kaiser: false, gamma: -1 }],
    ['geomin', { rotation: 'geomin', kaiser: false }],
    ['geomin_kaiser', { rotation: 'geomin', kaiser: true }],
    ['promax_kaiser', { rotation: 'promax', kaiser: true }],
  ] as const)('%s equals R', (name, options) => {
    const result = estimated(rotateLoadings(unrotated, options));
    expect(result.converged).toBe(true);
    expectClose(result.loadings.data, r[name]!.loadings.flat(), 1e-6);
    expectClose(result.phi.data, r[name]!.phi.flat(), 1e-6);
  });

  it('leaves the reproduced correlations as they were', () => {
    const before = multiply(unrotated, transpose(unrotated)).data;
    for (const rotation of ['varimax', 'promax', 'oblimin', 'geomin'] as const)
      for (const kaiser of [true, false]) {
        const { loadings, phi } = estimated(rotateLoadings(unrotated, { rotation, kaiser }));
        expectClose(multiply(multiply(loadings, phi), transpose(loadings)).data, before, 1e-9);
      }
  });

  it('does not depend on how the loadings were turned before, given random starts', () => {
    const half = Math.SQRT1_2;
    const turn = matrixFromColumns([
      [half, half, 0],
      [-half, half, 0],
      [0, 0, -1],
    ]);
    const options = { rotation: 'oblimin', kaiser: false, starts: 4 } as const;
    const one = estimated(rotateLoadings(unrotated, { ...options, random: xoshiro128(3) }));
    const other = estimated(rotateLoadings(multiply(unrotated, turn), { ...options, random: xoshiro128(4) }));
    expectClose(other.loadings.data, one.loadings.data, 1e-6);
    expect(one.startsAgreeing).toBe(5);
  });

  it('leaves one factor as it is, and asks for a random source when it shall start at random', () => {
    const one = matrixFromColumns([[0.5, 0.6, 0.7]]);
    expect(estimated(rotateLoadings(one, { rotation: 'oblimin', kaiser: true })).loadings).toEqual(one);
    expect(() => rotateLoadings(unrotated, { rotation: 'geomin', kaiser: false, starts: 2 })).toThrow(
      RangeError,
    );
  });
});
