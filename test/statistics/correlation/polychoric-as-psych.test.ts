import { describe, expect, it } from 'vitest';
import { polychoricAsPsych } from '../../../src/statistics/correlation/polychoric-as-psych.ts';
import { polychoricMatrix } from '../../../src/statistics/correlation/polychoric-matrix.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

const r = golden<{ data: (number | 'NA')[][] } & Record<'global' | 'pair0' | 'pair05', number[][]>>(
  'polychoric-psych',
);
const items = matrixFromColumns(r.data.map((column) => column.map(Number)));

describe("psych's polychoric conventions", () => {
  it.each([
    ['global', { thresholds: 'global' }],
    ['pair0', { thresholds: 'pair', correct: 0 }],
    ['pair05', { thresholds: 'pair', correct: 0.5 }],
  ] as const)('%s equals psych::polychoric', (name, options) => {
    expectClose(estimated(polychoricAsPsych(items, options)).data, r[name].flat(), 2e-4);
  });

  it('differ from each other, and without correction and by pairs are the estimate to report', () => {
    const pair = estimated(polychoricAsPsych(items, { thresholds: 'pair', correct: 0 }));
    expectClose(pair.data, estimated(polychoricMatrix(items, { missing: 'pairwise' })).rho.data, 1e-9);
    const corrected = estimated(polychoricAsPsych(items, { thresholds: 'pair' }));
    expect(Math.abs(corrected.data[1]! - pair.data[1]!)).toBeGreaterThan(1e-3);
  });

  it('say why there is no value', () => {
    expect(
      polychoricAsPsych(
        matrixFromColumns([
          [1, 2],
          [3, 3],
        ]),
        { thresholds: 'global' },
      ),
    ).toMatchObject({
      notEstimable: 'no-variance',
    });
    expect(() => polychoricAsPsych(matrixFromColumns([[1, 2]]), { thresholds: 'pair' })).toThrow(RangeError);
  });
});
