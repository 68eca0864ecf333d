import { describe, expect, it } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { crossLoadings } from '../../../src/statistics/validity/cross-loadings.ts';
import { fornellLarcker } from '../../../src/statistics/validity/fornell-larcker.ts';
import { latentCorrelationTest } from '../../../src/statistics/validity/latent-correlation-test.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden {
  data: Record<string, number[]>;
  latent: Record<'est' | 'se' | 'lower' | 'upper' | 'held', number[]>;
  scores: number[][];
  cross: number[][];
}
const r = golden<Golden>('validity');
const items = matrixFromColumns(Object.values(r.data));

describe('latent correlation test', () => {
  const factors = [
    { name: 'A', indicators: ['x1', 'x2', 'x3', 'x4'] },
    { name: 'B', indicators: ['x5', 'x6', 'x7'] },
    { name: 'C', indicators: ['x8', 'x9', 'x10'] },
  ];
  const data = { names: Object.keys(r.data), answers: items };

  it('equals lavaan with and without the correlation held', () => {
    const tests = estimated(latentCorrelationTest(factors, data));
    expectClose(
      tests.map((t) => t.correlation),
      r.latent.est,
      1e-5,
    );
    expectClose(
      tests.map((t) => t.standardError),
      r.latent.se,
      1e-5,
    );
    expectClose(
      tests.map((t) => t.lower),
      r.latent.lower,
      1e-5,
    );
    expectClose(
      tests.map((t) => t.upper),
      r.latent.upper,
      1e-5,
    );
    expectClose(
      tests.map((t) => estimated(t.chiSquare)),
      r.latent.held,
      1e-4,
    );
  });

  it('calls a pair marginal when the interval passes the cut, and a problem when the estimate does', () => {
    const verdicts = (cut: number) =>
      estimated(latentCorrelationTest(factors, data, { cut })).map((t) => t.verdict);
    const [ab] = r.latent.est;
    expect(verdicts(0.99)[0]).toBe('no problem');
    expect(verdicts(ab! + 0.01)[0]).toBe('marginal');
    expect(verdicts(ab! - 0.01)[0]).toBe('problem');
  });

  it('refuses one factor alone', () => {
    expect(() => latentCorrelationTest(factors.slice(0, 1), data)).toThrow(RangeError);
  });
});

describe('Fornell–Larcker', () => {
  const correlations = matrixFromColumns([
    [1, 0.7, -0.8],
    [0.7, 1, 0.1],
    [-0.8, 0.1, 1],
  ]);

  it('holds where both constructs extract more than they share', () => {
    const pairs = fornellLarcker([0.5, 0.6, 0.7], correlations);
    expect(pairs.map(({ holds }) => holds)).toEqual([true, false, true]);
    expectClose(
      pairs.map(({ shared }) => shared),
      [0.49, 0.64, 0.01],
      1e-12,
    );
  });

  it('refuses an AVE that is no share', () => {
    expect(() => fornellLarcker([0.5, 1.2, 0.7], correlations)).toThrow(RangeError);
  });
});

describe('cross-loadings', () => {
  it('equal cor() in R, and name the item that belongs elsewhere', () => {
    const scores = matrixFromColumns(r.scores);
    const result = estimated(crossLoadings(items, scores, [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]));
    expectClose(result.loadings.data, r.cross.flat(), 1e-9);
    expect(result.stray).toEqual([]);
    const wrong = estimated(crossLoadings(items, scores, [2, 0, 0, 0, 1, 1, 1, 2, 2, 2]));
    expect(wrong.stray).toEqual([{ item: 0, own: 2, strongest: 0 }]);
  });

  it('says why there is no value', () => {
    const constant = matrixFromColumns([[2, 2, 2]]);
    const score = matrixFromColumns([[1, 2, 3]]);
    expect(crossLoadings(constant, score, [0])).toMatchObject({ notEstimable: 'no-variance' });
    expect(crossLoadings(matrixFromColumns([[1, Number.NaN, Number.NaN]]), score, [0])).toMatchObject({
      notEstimable: 'no-overlap',
    });
  });
});
