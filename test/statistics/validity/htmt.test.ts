import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationOfUnitColumns, unitColumns } from '../../../src/statistics/factor/random-correlation.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { isNotEstimable } from '../../../src/statistics/not-estimable.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { blocksOfMixedSign, htmt } from '../../../src/statistics/validity/htmt.ts';
import { htmtBootstrap, resampledHtmt } from '../../../src/statistics/validity/htmt-bootstrap.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

const r = golden<{ data: Record<string, number[]>; absolute: number[]; signed: number[]; htmt2: number[] }>(
  'validity',
);
const items = matrixFromColumns(Object.values(r.data));
const blocks = [
  [0, 1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const correlation = correlationOfUnitColumns(unitColumns(items));
const values = (variant: 'absolute' | 'signed' | 'htmt2') =>
  htmt(correlation, blocks, variant).map(({ value }) => estimated(value));

describe('HTMT', () => {
  it.each(['absolute', 'htmt2'] as const)('%s equals semTools', (variant) => {
    expectClose(values(variant), r[variant], 1e-9);
  });

  it('signed equals semTools with absolute = FALSE, which is the formula of 2015', () => {
    expectClose(values('signed'), r.signed, 1e-9);
  });

  it('is one for a construct split in two whose items correlate all alike', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (rho) => {
        const data = Float64Array.from({ length: 36 }, (_, at) => (Math.floor(at / 6) === at % 6 ? 1 : rho));
        for (const variant of ['absolute', 'signed', 'htmt2'] as const)
          for (const { value } of htmt(
            { rows: 6, cols: 6, data },
            [
              [0, 1, 2],
              [3, 4, 5],
            ],
            variant,
          ))
            expect(value).toBeCloseTo(1, 10);
      }),
    );
  });

  it('names blocks whose items correlate with both signs', () => {
    expect(blocksOfMixedSign(correlation, blocks)).toEqual([]);
    const turned = matrixFromColumns(
      Object.values(r.data).map((c, j) => (j === 5 ? c.map((v) => 6 - v) : c)),
    );
    expect(blocksOfMixedSign(correlationOfUnitColumns(unitColumns(turned)), blocks)).toEqual([1]);
  });

  it('says why there is no value', () => {
    expect(htmt(correlation, [[0, 1], [4]], 'absolute')[0]!.value).toMatchObject({
      notEstimable: 'too-few-items',
    });
    const contrary = {
      rows: 4,
      cols: 4,
      data: Float64Array.from([1, -0.5, 0.2, 0.2, -0.5, 1, 0.2, 0.2, 0.2, 0.2, 1, 0.5, 0.2, 0.2, 0.5, 1]),
    };
    expect(
      htmt(
        contrary,
        [
          [0, 1],
          [2, 3],
        ],
        'signed',
      )[0]!.value,
    ).toMatchObject({ notEstimable: 'outside-range' });
    expect(() =>
      htmt(
        correlation,
        [
          [0, 1],
          [1, 2],
        ],
        'absolute',
      ),
    ).toThrow(RangeError);
  });
});

describe('bootstrap of HTMT', () => {
  it('gives the same interval for the same seed, and parts of it on their own', () => {
    const options = { variant: 'absolute', seed: 5, resamples: 200 } as const;
    const one = estimated(htmtBootstrap(items, blocks, options));
    expect(estimated(htmtBootstrap(items, blocks, options))).toEqual(one);
    const whole = resampledHtmt(items, blocks, 'absolute', 5, 0, 40);
    const part = resampledHtmt(items, blocks, 'absolute', 5, 25, 15);
    expect(part[1]).toEqual(whole[1]!.slice(25));
    for (const { value, interval } of one.pairs) {
      const { lower, upper, upperOneSided } = estimated(interval);
      expect(lower).toBeLessThan(estimated(value));
      expect(upper).toBeGreaterThan(upperOneSided);
    }
  });

  it('covers the correlation that made the data about 95 times in 100', () => {
    const normal = normalSampler(xoshiro128(31));
    let covered = 0;
    const rounds = 100;
    for (let round = 0; round < rounds; round++) {
      const columns = Array.from({ length: 6 }, () => new Float64Array(200));
      for (let i = 0; i < 200; i++) {
        const a = normal();
        const b = 0.6 * a + 0.8 * normal();
        columns.forEach((column, j) => {
          column[i] = 0.7 * (j < 3 ? a : b) + Math.sqrt(0.51) * normal();
        });
      }
      const result = estimated(
        htmtBootstrap(
          matrixFromColumns(columns),
          [
            [0, 1, 2],
            [3, 4, 5],
          ],
          { variant: 'signed', seed: round, resamples: 200 },
        ),
      );
      const { lower, upper } = estimated(result.pairs[0]!.interval);
      if (lower < 0.6 && upper > 0.6) covered++;
    }
    // A percentile interval of a ratio with n = 200 is a little too short.
    expect(covered / rounds).toBeGreaterThan(0.87);
  });

  it('says why there is no value', () => {
    const none = matrixFromColumns([
      [Number.NaN, Number.NaN],
      [1, 2],
    ]);
    expect(isNotEstimable(htmtBootstrap(none, [[0], [1]], { variant: 'absolute', seed: 1 }))).toBe(true);
  });
});
