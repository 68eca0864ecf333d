import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polychoric } from '../../../src/statistics/correlation/polychoric.ts';
import { ordinalCodes, ordinalCrossTable } from '../../../src/statistics/correlation/polychoric-codes.ts';
import { polychoricInfluenceMatrix } from '../../../src/statistics/correlation/polychoric-influence-matrix.ts';
import { polychoricMatrix } from '../../../src/statistics/correlation/polychoric-matrix.ts';
import { polychoricThresholds } from '../../../src/statistics/correlation/polychoric-thresholds.ts';
import { polyserial } from '../../../src/statistics/correlation/polyserial.ts';
import { crossProduct } from '../../../src/statistics/linalg/product.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden {
  data: Record<'a' | 'b' | 'c' | 'd' | 'x', number[]>;
  refined: number[];
  lavaan: { rho: number[]; thresholds: Record<string, number[] | number>; gamma: number[][] };
  polycor_ab: { rho: number; chisq: number; df: number };
  polyserial_ax: { refined: number; lavaan: number; se: number };
}
const r = golden<Golden>('polychoric');
const items = matrixFromColumns([r.data.a, r.data.b, r.data.c, r.data.d]);
const codes = ordinalCodes(items);
const pair = (i: number, j: number) => ordinalCrossTable(codes[i]!, codes[j]!);

describe('polychoric correlation', () => {
  const result = estimated(polychoricMatrix(items, { missing: 'listwise' }));

  it('equals the refined two-step estimate, and lavaan where its optimiser stops', () => {
    expectClose(
      result.pairs.map((p) => p.rho),
      r.refined,
      1e-6,
    );
    expectClose(
      result.pairs.map((p) => p.rho),
      r.lavaan.rho,
      1e-6,
    );
  });

  it('takes thresholds from the cumulated shares', () => {
    const names = ['a', 'b', 'c', 'd'];
    codes.forEach((code, i) => {
      const counts = code.values.map((_, k) => code.codes.reduce((n, c) => n + (c === k ? 1 : 0), 0));
      expectClose(polychoricThresholds(counts), [r.lavaan.thresholds[names[i]!]!].flat(), 1e-9);
    });
  });

  it('has the asymptotic covariance of lavaan, and standard errors from its diagonal', () => {
    const thresholds = codes.map((code) =>
      polychoricThresholds(code.values.map((_, k) => code.codes.reduce((n, c) => n + (c === k ? 1 : 0), 0))),
    );
    const influence = polychoricInfluenceMatrix(codes, thresholds, result.rho);
    const gamma = crossProduct(influence, influence).data.map((value) => value / items.rows);
    expectClose(gamma, r.lavaan.gamma.flat(), 1e-5);
    const q = r.lavaan.gamma.length;
    result.pairs.forEach((p, i) => {
      const at = q - 6 + i;
      expectClose(p.standardError, Math.sqrt(r.lavaan.gamma[at]![at]! / items.rows), 1e-6);
    });
  });

  it('tests bivariate normality as polycor does', () => {
    const ab = estimated(polychoric(pair(0, 1)));
    // polycor adds 1e-6 to every count before it takes the logarithm
    expectClose(ab.chiSquare, r.polycor_ab.chisq, 1e-4);
    expect(ab.df).toBe(r.polycor_ab.df);
  });

  it('does not change when an item is stretched, and turns its sign when one is reversed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 12, maxLength: 12 }), (counts) => {
        const table = { rows: 3, cols: 4, data: Float64Array.from(counts) };
        const mirrored = {
          rows: 3,
          cols: 4,
          data: Float64Array.from(counts, (_, c) => counts[3 * Math.floor(c / 3) + 2 - (c % 3)]!),
        };
        const one = estimated(polychoric(table));
        const other = estimated(polychoric(mirrored));
        expect(other.rho).toBeCloseTo(-one.rho, 8);
        expect(other.standardError).toBeCloseTo(one.standardError, 8);
        expect(one.lower).toBeLessThan(one.rho);
        expect(one.upper).toBeGreaterThan(one.rho);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out categories that nobody chose, and counts the cells without a case', () => {
    const full = estimated(polychoric({ rows: 2, cols: 3, data: Float64Array.from([20, 5, 9, 9, 0, 12]) }));
    const padded = estimated(
      polychoric({ rows: 3, cols: 4, data: Float64Array.from([20, 0, 5, 9, 0, 9, 0, 0, 0, 0, 0, 12]) }),
    );
    expect(padded.rho).toBeCloseTo(full.rho, 12);
    expect(full.emptyCells).toBe(1);
  });

  it('says why there is no value', () => {
    const of = (rows: number, cols: number, counts: number[]) =>
      polychoric({ rows, cols, data: Float64Array.from(counts) });
    expect(of(2, 2, [0, 0, 0, 0])).toMatchObject({ notEstimable: 'no-answers' });
    expect(of(2, 2, [4, 0, 7, 0])).toMatchObject({ notEstimable: 'no-variance' });
    expect(of(2, 2, [9, 0, 3, 8])).toMatchObject({ notEstimable: 'outside-range' });
    expect(() => of(2, 2, [1, -1, 2, 2])).toThrow(RangeError);
  });

  it('recovers the correlation that made the answers, within its interval 95 times in 100', () => {
    const normal = normalSampler(xoshiro128(7));
    let covered = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      const table = { rows: 4, cols: 4, data: new Float64Array(16) };
      for (let i = 0; i < 300; i++) {
        const x = normal();
        const y = 0.5 * x + Math.sqrt(0.75) * normal();
        const cut = (v: number) => (v < -0.8 ? 0 : v < 0.2 ? 1 : v < 1 ? 2 : 3);
        table.data[cut(y) * 4 + cut(x)]!++;
      }
      const { lower, upper } = estimated(polychoric(table));
      if (lower < 0.5 && upper > 0.5) covered++;
    }
    // Three standard errors of a share of 0.95 in 400.
    expect(Math.abs(covered / rounds - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / rounds));
  });
});

describe('pairwise polychoric matrix', () => {
  it('uses for each pair the cases that answered both', () => {
    const a = r.data.a.map((value, i) => (i % 7 === 0 ? Number.NaN : value));
    const withGaps = matrixFromColumns([a, r.data.b, r.data.c]);
    const kept = a.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
    const pairwise = estimated(polychoricMatrix(withGaps, { missing: 'pairwise' }));
    const ab = estimated(
      polychoricMatrix(matrixFromColumns([kept.map((i) => r.data.a[i]!), kept.map((i) => r.data.b[i]!)]), {
        missing: 'listwise',
      }),
    );
    expect(pairwise.pairs[0]!.rho).toBe(ab.pairs[0]!.rho);
    expect(pairwise.pairs[2]!.rho).toBeCloseTo(r.refined[3]!, 6);
    expect(pairwise.pairs[2]!.n).toBe(500);
  });
});

describe('polyserial correlation', () => {
  it('equals the refined two-step estimate, and the standard error from numerical scores', () => {
    const result = estimated(polyserial(r.data.x, r.data.a));
    expectClose(result.rho, r.polyserial_ax.refined, 1e-8);
    expectClose(result.standardError, r.polyserial_ax.se, 1e-6);
  });

  it('does not change with the unit of the continuous variable', () => {
    const one = estimated(polyserial(r.data.x, r.data.a));
    const other = estimated(
      polyserial(
        r.data.x.map((value) => 5 - 40 * value),
        r.data.a,
      ),
    );
    expect(other.rho).toBeCloseTo(-one.rho, 9);
    expect(other.standardError).toBeCloseTo(one.standardError, 9);
  });

  it('says why there is no value', () => {
    expect(polyserial([1, 1, 1], [1, 2, 1])).toMatchObject({ notEstimable: 'no-variance' });
    expect(polyserial([1, Number.NaN], [1, 2])).toMatchObject({ notEstimable: 'too-few-cases' });
    expect(() => polyserial([1, 2], [1])).toThrow(RangeError);
  });
});
