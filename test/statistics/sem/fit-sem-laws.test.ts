import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import type { NotEstimable } from '../../../src/statistics/not-estimable.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { fitCfa } from '../../../src/statistics/sem/fit-cfa.ts';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import type { SemAnswers } from '../../../src/statistics/sem/sem-data.ts';
import { estimated } from './golden-sem.ts';

const NAMES = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'];
const FACTORS = [
  { name: 'A', indicators: ['a1', 'a2', 'a3'] },
  { name: 'B', indicators: ['b1', 'b2', 'b3'] },
];

/** Two factors that correlate .5, loadings .8, .7, .6. */
function simulated(n: number, seed: number): SemAnswers {
  const normal = normalSampler(xoshiro128(seed));
  const columns = NAMES.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const a = normal();
    const b = 0.5 * a + Math.sqrt(0.75) * normal();
    [a, a, a, b, b, b].forEach((factor, j) => {
      const loading = [0.8, 0.7, 0.6][j % 3]!;
      columns[j]![i] = loading * factor + Math.sqrt(1 - loading ** 2) * normal();
    });
  }
  return { names: NAMES, answers: matrixFromColumns(columns) };
}

describe('the laws of fitCfa', () => {
  it('chi-square and standardised loadings do not change when items are shifted and stretched', () => {
    const data = simulated(200, 3);
    const base = estimated(fitCfa(FACTORS, data));
    const scales = fc.array(fc.double({ min: 0.2, max: 50, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(scales, fc.double({ min: -100, max: 100, noNaN: true }), (scale, shift) => {
        const n = data.answers.rows;
        const answers = {
          ...data.answers,
          data: data.answers.data.map((x, k) => shift + scale[Math.floor(k / n)]! * x),
        };
        const fit = estimated(fitCfa(FACTORS, { names: NAMES, answers }));
        expect(fit.fit.standard!.chiSquare).toBeCloseTo(base.fit.standard!.chiSquare, 7);
        fit.parameters.forEach((row, k) => {
          expect(row.stdAll!).toBeCloseTo(base.parameters[k]!.stdAll!, 8);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('the order of respondents and of columns does not matter', () => {
    const data = simulated(150, 4);
    const rows = Array.from({ length: 150 }, (_, i) => (i * 7) % 150);
    const columns = [3, 1, 5, 0, 2, 4];
    const answers = matrixFromColumns(columns.map((j) => rows.map((i) => data.answers.data[j * 150 + i]!)));
    const base = estimated(fitCfa(FACTORS, data));
    const fit = estimated(fitCfa(FACTORS, { names: columns.map((j) => NAMES[j]!), answers }));
    fit.parameters.forEach((row, k) => {
      expect(row.estimate).toBeCloseTo(base.parameters[k]!.estimate, 10);
    });
  });

  it('answers, their covariances and marker or variance scaling give the same fit', () => {
    const data = simulated(150, 5);
    const base = estimated(fitCfa(FACTORS, data));
    const { observedCovariance } = base.groups[0]!;
    const moments = [{ covariance: observedCovariance, n: 150 }];
    const fromMoments = estimated(fitCfa(FACTORS, { names: base.observed, moments, divisor: 'n' }));
    const marker = estimated(fitCfa(FACTORS, data, { scale: 'marker' }));
    for (const fit of [fromMoments, marker]) {
      expect(fit.fit.standard!.chiSquare).toBeCloseTo(base.fit.standard!.chiSquare, 8);
      expect(fit.fit.likelihood!.aic).toBeCloseTo(base.fit.likelihood!.aic, 8);
    }
    const loadings = (fit: typeof base) =>
      fit.parameters.filter((row) => row.op === '=~').map((row) => row.stdAll!);
    loadings(marker).forEach((loading, k) => {
      expect(loading).toBeCloseTo(loadings(base)[k]!, 8);
    });
  });

  it('recovers the population, and intervals cover it about as often as they say', () => {
    const runs = 200;
    let covered = 0;
    let sum = 0;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const fit = estimated(fitCfa(FACTORS, simulated(300, 1000 + run)));
      const correlation = fit.parameters.find((row) => row.lhs === 'A' && row.rhs === 'B')!;
      sum += correlation.estimate;
      if (correlation.lower! < 0.5 && correlation.upper! > 0.5) covered++;
      if (fit.fit.standard!.p! < 0.05) rejected++;
    }
    expect(sum / runs).toBeGreaterThan(0.47);
    expect(sum / runs).toBeLessThan(0.53);
    // Binomial(200, .95) leaves 182…198 in all but one of ten thousand; Binomial(200, .05) 2…20.
    expect(covered).toBeGreaterThanOrEqual(181);
    expect(rejected).toBeLessThanOrEqual(21);
  });
});

describe('fitSem says why there is no answer, or what is wrong with it', () => {
  const reason = (value: unknown) => (value as NotEstimable).notEstimable;
  const data = simulated(120, 8);

  it('not identified: more parameters than moments', () => {
    expect(reason(fitSem('A =~ a1 + a2', data))).toBe('not-identified');
  });

  it('not identified: enough moments, but not where they are needed', () => {
    const model = 'A =~ NA*a1 + a2 + a3; B =~ b1 + b2 + b3';
    expect(reason(fitSem(model, data))).toBe('not-identified');
  });

  it('not positive definite: an item twice', () => {
    const twin = data.answers.data.slice();
    twin.copyWithin(120, 0, 120);
    expect(reason(fitCfa(FACTORS, { names: NAMES, answers: { rows: 120, cols: 6, data: twin } }))).toBe(
      'not-positive-definite',
    );
  });

  it('no variance, too few cases, no answers', () => {
    const flat = { ...data.answers, data: data.answers.data.map((x, k) => (k < 120 ? 3 : x)) };
    expect(reason(fitCfa(FACTORS, { names: NAMES, answers: flat }))).toBe('no-variance');
    expect(reason(fitCfa(FACTORS, { names: NAMES, answers: flat }, { missing: 'fiml' }))).toBe('no-variance');
    const few = matrixFromColumns(NAMES.map((_, j) => [j, 1, 2 + j]));
    expect(reason(fitCfa(FACTORS, { names: NAMES, answers: few }))).toBe('too-few-cases');
    const none = matrixFromColumns(NAMES.map(() => [Number.NaN, Number.NaN]));
    expect(reason(fitCfa(FACTORS, { names: NAMES, answers: none }))).toBe('no-answers');
  });

  it('no overlap: two items never answered by the same respondent, under FIML', () => {
    const answers = data.answers.data.slice();
    for (let i = 0; i < 120; i++) answers[(i % 2) * 120 + i] = Number.NaN;
    const apart = { names: NAMES, answers: { rows: 120, cols: 6, data: answers } };
    expect(reason(fitCfa(FACTORS, apart, { missing: 'fiml' }))).toBe('no-overlap');
  });

  it('not converged, when the limit is reached', () => {
    expect(reason(fitCfa(FACTORS, data, { limit: 1 }))).toBe('not-converged');
  });

  it('Heywood: an estimate below zero is kept and told', () => {
    const covariance = { rows: 3, cols: 3, data: new Float64Array([1, 0.8, 0.8, 0.8, 1, 0.5, 0.8, 0.5, 1]) };
    const moments = { names: ['a1', 'a2', 'a3'], moments: [{ covariance, n: 100 }], divisor: 'n' as const };
    const fit = estimated(fitCfa([{ name: 'A', indicators: ['a1', 'a2', 'a3'] }], moments));
    const residual = fit.parameters.find((row) => row.lhs === 'a1' && row.op === '~~')!;
    // λ1² = .8 × .8 / .5
    expect(residual.estimate).toBeCloseTo(1 - 1.28, 8);
    expect(fit.warnings.map((warning) => warning.code)).toContain('negative-variance');
    expect(fit.df).toBe(0);
    expect(fit.fit.standard).toMatchObject({ chiSquare: 0, p: null, cfi: 1 });
  });

  it('numbers are finite or null, never NaN', () => {
    const fit = estimated(fitCfa(FACTORS, data, { estimator: 'MLR' }));
    const numbers: number[] = [];
    JSON.stringify({ parameters: fit.parameters, fit: fit.fit }, (_, value) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it.each([
    ['an unknown variable', () => fitSem('A =~ a1 + a2 + zz', data), 'data for every variable'],
    ['a statement twice', () => fitSem('A =~ a1 + a2 + a3 + a2', data), 'each statement once'],
    ['an unknown label', () => fitSem('A =~ a1 + a2 + a3; A ~~ v*A; q := v*w', data), 'known labels'],
    ['no factor', () => fitCfa([], data), 'fitCfa requires at least one factor'],
    [
      'FIML of moments',
      () => fitSem('A =~ a1', { names: [], moments: [] }, { missing: 'fiml' }),
      'requires answers',
    ],
    ['a level of 1', () => fitSem('A =~ a1 + a2 + a3', data, { level: 1 }), '0 < level < 1'],
  ])('throws at %s', (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
