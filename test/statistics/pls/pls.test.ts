import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationOfUnitColumns, unitColumns } from '../../../src/statistics/factor/random-correlation.ts';
import { matrixFromColumns, selectColumns, selectRows } from '../../../src/statistics/matrix.ts';
import { fitPls } from '../../../src/statistics/pls/fit-pls.ts';
import { importancePerformance } from '../../../src/statistics/pls/importance-performance.ts';
import { plsBootstrap } from '../../../src/statistics/pls/pls-bootstrap.ts';
import type { PlsModel } from '../../../src/statistics/pls/pls-model.ts';
import { plsPredict } from '../../../src/statistics/pls/pls-predict.ts';
import { plsRedundancy } from '../../../src/statistics/pls/pls-redundancy.ts';
import type { PlsOptions } from '../../../src/statistics/pls/pls-solution.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Report {
  weights: number[];
  loadings: number[];
  correlations: number[][];
  direct: number[][];
  total: number[][];
  r2: number[];
  f2: number[];
  vif: number[];
  rhoA: number[];
  rhoC: number[];
  ave: number[];
}
interface Prediction {
  rmse: number[];
  mae: number[];
  q2: number[];
  lrmse: number[];
  lmae: number[];
}
interface Golden extends Record<'path' | 'factorial' | 'centroid' | 'mixed' | 'consistent', Report> {
  data: number[][];
  direct: Prediction;
  earliest: Prediction;
  ipma: { importance: number[]; performance: number[] };
}
const r = golden<Golden>('pls');
const items = matrixFromColumns(r.data);
const correlation = correlationOfUnitColumns(unitColumns(items));
const indicators = [[0, 1, 2], [3, 4, 5, 6], [7, 8, 9], [10, 11], [12]];
const paths = [
  [0, 2],
  [1, 2],
  [2, 3],
  [0, 3],
  [3, 4],
  [1, 4],
].map(([from, to]) => ({ from: from!, to: to! }));
const modelOf = (modes: string): PlsModel => ({
  blocks: indicators.map((block, b) => ({ indicators: block, mode: modes[b] as 'A' | 'B' })),
  paths,
});
const model = modelOf('AAAAA');
const tight = { tolerance: 1e-11, limit: 2000 };

describe('PLS path model', () => {
  it.each([
    ['path', 'AAAAA', { scheme: 'path' }],
    ['factorial', 'AAAAA', { scheme: 'factorial' }],
    ['centroid', 'AAAAA', { scheme: 'centroid' }],
    ['mixed', 'BAABA', {}],
    ['consistent', 'AAAAA', { consistent: true }],
  ] as [keyof Golden & ('path' | 'mixed'), string, PlsOptions][])(
    '%s equals an own PLS on scores in R',
    (name, modes, options) => {
      const fit = estimated(fitPls(correlation, modelOf(modes), { ...tight, ...options }));
      const e: Report = r[name];
      expectClose(fit.weights, e.weights, 1e-6);
      expectClose(fit.loadings, e.loadings, 1e-6);
      expectClose(fit.correlations.data, e.correlations.flat(), 1e-6);
      expectClose(fit.totalEffects.data, e.total.flat(), 1e-6);
      expectClose(
        fit.paths.map((p) => p.coefficient),
        fit.paths.map(({ from, to }) => e.direct[from]![to]!),
        1e-6,
      );
      expectClose(
        fit.paths.map((p) => p.fSquared),
        e.f2,
        1e-6,
      );
      expectClose(
        fit.paths.map((p) => p.vif),
        e.vif,
        1e-6,
      );
      expectClose(
        fit.rSquared.map((r2) => r2 ?? 0),
        e.r2,
        1e-6,
      );
      fit.reliability.forEach((block, b) => {
        if (!block) return;
        expectClose(
          [block.rhoA, block.compositeReliability, block.averageVarianceExtracted].map((value) =>
            estimated(value),
          ),
          [e.rhoA[b]!, e.rhoC[b]!, e.ave[b]!],
          1e-6,
        );
      });
    },
  );

  it('stops at 1e-7 unless asked otherwise, and says how far it came', () => {
    const fit = estimated(fitPls(correlation, model));
    expect(fit.change).toBeLessThan(1e-7);
    expectClose(fit.weights, r.path.weights, 1e-5);
    expect(fitPls(correlation, model, { limit: 2 })).toMatchObject({ notEstimable: 'not-converged' });
  });

  it('comes to the first canonical correlation for two formative blocks', () => {
    // Mode B on both sides of one path maximises the correlation of the two sums.
    const two: PlsModel = {
      blocks: [
        { indicators: [0, 1], mode: 'B' },
        { indicators: [3, 4], mode: 'B' },
      ],
      paths: [{ from: 0, to: 1 }],
    };
    const fit = estimated(fitPls(correlation, two, tight));
    let best = 0;
    for (let a = 0; a < 180; a++)
      for (let b = 0; b < 180; b++) {
        const [x0, x1, y0, y1] = [
          Math.cos((a * Math.PI) / 180),
          Math.sin((a * Math.PI) / 180),
          Math.cos((b * Math.PI) / 180),
          Math.sin((b * Math.PI) / 180),
        ];
        const at = (i: number, j: number) => correlation.data[j * 13 + i]!;
        const between = x0 * y0 * at(0, 3) + x0 * y1 * at(0, 4) + x1 * y0 * at(1, 3) + x1 * y1 * at(1, 4);
        best = Math.max(
          best,
          Math.abs(between) / Math.sqrt((1 + 2 * x0 * x1 * at(0, 1)) * (1 + 2 * y0 * y1 * at(3, 4))),
        );
      }
    expect(Math.abs(fit.paths[0]!.coefficient)).toBeCloseTo(best, 3);
  });

  it('does not change when cases are reordered or items stretched', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 9, noNaN: true }), (factor) => {
        const rows = Array.from({ length: items.rows }, (_, i) => (i * 7) % items.rows);
        const other = selectRows(items, rows);
        for (let at = 0; at < items.rows; at++) other.data[at]! *= factor;
        const fit = estimated(fitPls(correlationOfUnitColumns(unitColumns(other)), model, tight));
        expectClose(fit.weights, r.path.weights, 1e-6);
      }),
      { numRuns: 10 },
    );
  });

  it('gives unattenuated paths where PLSc is asked for and a common factor made the data', () => {
    const normal = normalSampler(xoshiro128(2));
    const columns = Array.from({ length: 6 }, () => new Float64Array(20_000));
    for (let i = 0; i < 20_000; i++) {
      const a = normal();
      const b = 0.6 * a + 0.8 * normal();
      columns.forEach((column, j) => {
        column[i] = 0.7 * (j < 3 ? a : b) + Math.sqrt(0.51) * normal();
      });
    }
    const two: PlsModel = {
      blocks: [
        { indicators: [0, 1, 2], mode: 'A' },
        { indicators: [3, 4, 5], mode: 'A' },
      ],
      paths: [{ from: 0, to: 1 }],
    };
    const matrix = correlationOfUnitColumns(unitColumns(matrixFromColumns(columns)));
    const plain = estimated(fitPls(matrix, two)).paths[0]!.coefficient;
    const fit = estimated(fitPls(matrix, two, { consistent: true }));
    expect(Math.abs(fit.paths[0]!.coefficient - 0.6)).toBeLessThan(0.02);
    expectClose(fit.loadings, new Array(6).fill(0.7), 0.02);
    expect(plain).toBeLessThan(0.5);
  });

  it('refuses models that are none', () => {
    const with_ = (change: Partial<PlsModel>) => () => fitPls(correlation, { ...model, ...change });
    expect(with_({ paths: [...paths, { from: 4, to: 0 }] })).toThrow(/circle/);
    expect(with_({ paths: [...paths, { from: 0, to: 2 }] })).toThrow(/once/);
    expect(with_({ paths: paths.slice(0, 3) })).toThrow(/on a path/);
    expect(with_({ blocks: model.blocks.map((b) => ({ ...b, indicators: [0] })) })).toThrow(/one block/);
  });

  it('says when a formative block is collinear', () => {
    const doubled = matrixFromColumns([...r.data, r.data[0]!]);
    const collinear: PlsModel = {
      blocks: [
        { indicators: [0, 13], mode: 'B' },
        { indicators: [3, 4], mode: 'A' },
      ],
      paths: [{ from: 0, to: 1 }],
    };
    expect(fitPls(correlationOfUnitColumns(unitColumns(doubled)), collinear)).toMatchObject({
      notEstimable: 'not-positive-definite',
    });
  });
});

describe('PLS bootstrap', () => {
  const result = estimated(plsBootstrap(items, model, { seed: 9, resamples: 400 }));

  it('puts intervals around the estimates, the same for the same seed', () => {
    expect(estimated(plsBootstrap(items, model, { seed: 9, resamples: 400 }))).toEqual(result);
    result.paths.forEach(({ estimate, interval }, at) => {
      expect(estimate).toBe(result.fit.paths[at]!.coefficient);
      const { lower, upper } = estimated(interval);
      expect(lower).toBeLessThan(estimate);
      expect(upper).toBeGreaterThan(estimate);
    });
    expect(result.resamples).toBe(400);
  });

  it('has standard errors of the size that ordinary regression on the scores has', () => {
    // 1 / sqrt(n) times the residual share over the tolerance, the error of a standardized slope with fixed scores.
    result.paths.forEach(({ interval }, at) => {
      const { to, vif } = result.fit.paths[at]!;
      const ols = Math.sqrt(((1 - result.fit.rSquared[to]!) * vif) / (items.rows - 3));
      const { standardError } = estimated(interval);
      expect(standardError / ols).toBeGreaterThan(0.7);
      expect(standardError / ols).toBeLessThan(1.4);
    });
  });

  it('leaves out incomplete cases and counts them', () => {
    const gaps = matrixFromColumns(
      r.data.map((c, j) => c.map((v, i) => (j === 2 && i < 10 ? Number.NaN : v))),
    );
    expect(estimated(plsBootstrap(gaps, model, { seed: 1, resamples: 100 })).counts.complete).toBe(150);
  });
});

describe('PLSpredict', () => {
  it.each(['direct', 'earliest'] as const)(
    'leaving one out equals an own PLS in R: %s antecedents',
    (antecedents) => {
      const result = estimated(
        plsPredict(items, model, { ...tight, seed: 1, folds: items.rows, repetitions: 1, antecedents }),
      );
      const e = r[antecedents];
      expect(result.map(({ indicator }) => indicator)).toEqual([7, 8, 9, 10, 11, 12]);
      expectClose(
        result.map((x) => x.rmse),
        e.rmse,
        1e-6,
      );
      expectClose(
        result.map((x) => x.mae),
        e.mae,
        1e-6,
      );
      expectClose(
        result.map((x) => x.qSquared),
        e.q2,
        1e-6,
      );
      expectClose(
        result.map((x) => x.linearRmse),
        e.lrmse,
        1e-6,
      );
      expectClose(
        result.map((x) => x.linearMae),
        e.lmae,
        1e-6,
      );
    },
  );

  it('finds nothing to predict where nothing belongs together', () => {
    const normal = normalSampler(xoshiro128(12));
    const noise = matrixFromColumns(
      Array.from({ length: 13 }, () => Float64Array.from({ length: 200 }, normal)),
    );
    for (const { qSquared } of estimated(plsPredict(noise, model, { seed: 4, repetitions: 1 })))
      expect(qSquared).toBeLessThan(0.03);
  });

  it('refuses more folds than cases', () => {
    expect(() => plsPredict(items, model, { seed: 1, folds: 161 })).toThrow(RangeError);
  });
});

describe('importance–performance map and redundancy', () => {
  const fit = estimated(fitPls(correlation, model, tight));
  const bounds = r.data.map(() => ({ min: 1, max: 7 }));

  it('equals regressions among rescaled scores in R', () => {
    const map = estimated(importancePerformance(items, model, fit, 4, bounds));
    expectClose(
      map.map((x) => x.importance),
      r.ipma.importance,
      1e-6,
    );
    expectClose(
      map.map((x) => x.performance),
      r.ipma.performance,
      1e-6,
    );
  });

  it('refuses bounds that answers lie outside of', () => {
    expect(() =>
      importancePerformance(
        items,
        model,
        fit,
        4,
        r.data.map(() => ({ min: 2, max: 5 })),
      ),
    ).toThrow(RangeError);
  });

  it('multiplies communality with explained variance', () => {
    const [first] = plsRedundancy(model, fit);
    expectClose(
      [first!.construct, first!.communality, first!.redundancy],
      [2, r.path.ave[2]!, r.path.ave[2]! * r.path.r2[2]!],
      1e-6,
    );
  });

  it('reads redundancy analysis off a model with one global item', () => {
    const formative: PlsModel = {
      blocks: [
        { indicators: [0, 1], mode: 'B' },
        { indicators: [2], mode: 'A' },
      ],
      paths: [{ from: 0, to: 1 }],
    };
    const part = selectColumns(items, [0, 1, 2]);
    const result = estimated(fitPls(correlationOfUnitColumns(unitColumns(part)), formative, tight));
    // The path is then the multiple correlation.
    expect(result.paths[0]!.coefficient ** 2).toBeCloseTo(result.rSquared[1]!, 12);
  });
});
