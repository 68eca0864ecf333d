import { describe, expect, it } from 'vitest';
import { expectedAPosteriori } from '../../../src/statistics/irt/expected-a-posteriori.ts';
import { itemInformation, testInformation } from '../../../src/statistics/irt/graded-information.ts';
import { gradedResponse } from '../../../src/statistics/irt/graded-response.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { normalSampler } from '../../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden {
  data: (number | 'NA')[][];
  parameters: number[];
  se: number[];
  loglik: number;
  eap: number[];
  eap_se: number[];
  at: number[];
  information: number[][];
  lsat6: Record<string, number[]>;
}
const r = golden<Golden>('graded-response');
const items = matrixFromColumns(r.data.map((column) => column.map(Number)));
const fit = estimated(gradedResponse(items));

describe('graded response model', () => {
  it('equals direct maximisation in R, with standard errors and missing answers', () => {
    expectClose(
      fit.items.flatMap((item) => [item.slope, ...item.intercepts]),
      r.parameters,
      1e-5,
    );
    const errors = fit.items.flatMap((item) => [item.slopeError, ...item.interceptErrors]);
    expectClose(
      errors.map((error) => estimated(error)),
      r.se,
      1e-5,
    );
    expectClose(fit.logLikelihood, r.loglik, 1e-9);
    expect(fit.n).toBe(350);
    expect(fit.gradient).toBeLessThan(1e-3);
  });

  it('gives the LSAT estimates that ltm prints', () => {
    // Rizopoulos 2006, J. Stat. Softw. 17(5), doi:10.18637/jss.v017.i05: ltm(LSAT ~ z1), 21 Gauss-Hermite points.
    const lsat = estimated(gradedResponse(matrixFromColumns(Object.values(r.lsat6))));
    expectClose(lsat.logLikelihood, -2466.653, 1e-6);
    expectClose(
      lsat.items.map((item) => item.slope),
      [0.8254, 0.7229, 0.8905, 0.6886, 0.6575],
      1e-3,
    );
    expectClose(
      lsat.items.map((item) => item.difficulties[0]!),
      [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236],
      2e-3,
    );
  });

  it('gives the same whatever the values are called, and turns slopes when all items are turned', () => {
    const renamed = matrixFromColumns(r.data.map((column) => column.map((value) => 10 - 3 * Number(value))));
    const turned = estimated(gradedResponse(renamed));
    expectClose(turned.logLikelihood, fit.logLikelihood, 1e-9);
    expectClose(
      turned.items.map((item) => Math.abs(item.slope)),
      fit.items.map((item) => item.slope),
      1e-4,
    );
  });

  it('recovers the parameters that made the answers, within three standard errors', () => {
    const random = xoshiro128(5);
    const normal = normalSampler(xoshiro128(6));
    const slopes = [1.5, 1, 2, 1.2];
    const cuts = [-1, 0, 1];
    const columns = slopes.map(() => new Float64Array(1500));
    for (let i = 0; i < 1500; i++) {
      const theta = normal();
      slopes.forEach((a, j) => {
        const u = random.next();
        columns[j]![i] = cuts.filter((b) => u < 1 / (1 + Math.exp(-a * (theta - b)))).length;
      });
    }
    const result = estimated(gradedResponse(matrixFromColumns(columns)));
    result.items.forEach((item, j) => {
      expect(Math.abs(item.slope - slopes[j]!) / estimated(item.slopeError)).toBeLessThan(3);
      item.difficulties.forEach((b, c) => {
        expect(Math.abs(b - cuts[c]!) / estimated(item.difficultyErrors[c]!)).toBeLessThan(3.5);
      });
    });
  });

  it('says why there is no value', () => {
    const column = [1, 2, 1, 2];
    expect(gradedResponse(matrixFromColumns([column, column]))).toMatchObject({
      notEstimable: 'too-few-items',
    });
    expect(gradedResponse(matrixFromColumns([column, column, [1, 1, 1, 1]]))).toMatchObject({
      notEstimable: 'no-variance',
      details: { item: 2 },
    });
    const none = [Number.NaN];
    expect(gradedResponse(matrixFromColumns([none, none, none]))).toMatchObject({
      notEstimable: 'no-answers',
    });
    expect(gradedResponse(items, { limit: 4 })).toMatchObject({ notEstimable: 'not-converged' });
    // Three items that always agree leave nothing that theta could not explain: slopes grow without end.
    const same = r.data[0]!.map(Number);
    expect(gradedResponse(matrixFromColumns([same, same, same]))).toMatchObject({
      notEstimable: 'outside-range',
    });
  });
});

describe('EAP scores', () => {
  it('equal the posterior means and deviations in R', () => {
    const { scores, standardErrors } = expectedAPosteriori(items, fit.items);
    expectClose(scores, r.eap, 1e-5);
    expectClose(standardErrors, r.eap_se, 1e-5);
  });

  it('leave a case without answers without a score, and know their reliability', () => {
    const blank = matrixFromColumns(r.data.map((column) => [Number.NaN, ...column.map(Number)]));
    const { scores, reliability } = expectedAPosteriori(blank, fit.items);
    expect(scores[0]).toBeNaN();
    expectClose(scores.slice(1), r.eap, 1e-5);
    expect(reliability).toBeGreaterThan(0.5);
    expect(reliability).toBeLessThan(1);
  });

  it('refuse an answer that no item was estimated with', () => {
    expect(() => expectedAPosteriori(matrixFromColumns([[9], [1], [1], [1]]), fit.items)).toThrow(RangeError);
  });
});

describe('information', () => {
  it('of an item equals numerical differentiation in R', () => {
    fit.items.forEach((item, j) => {
      expectClose(itemInformation(item, r.at), r.information[j]!, 1e-5);
    });
  });

  it('of a test is the sum over its items', () => {
    const sum = r.at.map((_, q) =>
      fit.items.reduce((total, item) => total + itemInformation(item, r.at)[q]!, 0),
    );
    expectClose(testInformation(fit.items, r.at), sum, 1e-12);
  });

  it('of two categories is a^2 P (1 - P)', () => {
    const item = { slope: 1.7, intercepts: Float64Array.from([0.4]) };
    const p = 1 / (1 + Math.exp(-(1.7 * 0.9 + 0.4)));
    expectClose(itemInformation(item, [0.9]), [1.7 ** 2 * p * (1 - p)], 1e-12);
  });
});
