import { describe, expect, it } from 'vitest';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import { leastSquares } from '../../../src/statistics/sem/least-squares.ts';
import { normalDiscrepancy, sampleBases } from '../../../src/statistics/sem/normal-discrepancy.ts';
import type { Curvature } from '../../../src/statistics/sem/optimise.ts';
import { ABILITIES, PATHS } from './golden-models.ts';
import { answersOf, estimated, type GoldenData, readGolden } from './golden-sem.ts';

const data = readGolden<Record<'gaps' | 'structural', GoldenData>>('sem-data');
const fiml = readGolden<{ gappy: GoldenData }>('sem-fiml');

/** Away from the solution, so that no term of the derivatives vanishes. */
const shifted = (parameters: Float64Array) =>
  parameters.map((value, k) => value * 1.1 + 0.02 * Math.sin(k + 1));

type Evaluate = (
  free: Float64Array,
  curvature: Curvature,
) => { value: number; gradient: Float64Array; information: Float64Array } | null;

function expectDerivatives(evaluate: Evaluate, at: Float64Array) {
  const { gradient, information } = evaluate(at, 'observed')!;
  const order = at.length;
  for (let k = 0; k < order; k++) {
    const moved = (by: number) => at.map((value, j) => (j === k ? value + by : value));
    const step = 1e-5;
    const up = evaluate(moved(step), 'observed')!;
    const down = evaluate(moved(-step), 'observed')!;
    expect(gradient[k]).toBeCloseTo((up.value - down.value) / (2 * step), 6);
    for (let j = 0; j < order; j++)
      expect(information[k * order + j]).toBeCloseTo((up.gradient[j]! - down.gradient[j]!) / (2 * step), 5);
  }
}

describe('normalDiscrepancy has the gradient and Hessian of its own value', () => {
  const { school, ...gaps } = data.gaps;
  const feedback = 'r1 ~ r2 + w; r2 ~ r1 + v; r1 ~~ r2';
  it.each([
    ['a factor model with answers missing', ABILITIES, answersOf(gaps), { missing: 'fiml' }],
    ['a structural model with equal loadings', PATHS, answersOf(fiml.gappy), { missing: 'fiml' }],
    ['complete data without means', PATHS, answersOf(data.structural), {}],
    ['a feedback loop', feedback, answersOf(data.structural), { fixedExogenous: false, meanStructure: true }],
  ] as const)('for %s', (_, model, answers, options) => {
    const { solution } = estimated(fitSem(model, answers, options));
    const bases = sampleBases(solution.ram);
    expectDerivatives(
      (free, curvature) => normalDiscrepancy(solution.ram, bases, solution.sample!, free, curvature),
      shifted(solution.parameters),
    );
  });

  it('for two groups that share loadings', () => {
    const answers = answersOf(data.gaps, 'school');
    const { solution } = estimated(fitSem(ABILITIES, answers, { missing: 'fiml', groupEqual: ['loadings'] }));
    const bases = sampleBases(solution.ram);
    expect(school).toBeDefined();
    expectDerivatives(
      (free, curvature) => normalDiscrepancy(solution.ram, bases, solution.sample!, free, curvature),
      shifted(solution.parameters),
    );
  });
});

describe('leastSquares has the gradient of its own value', () => {
  it('and its Hessian is the information plus the curvature', () => {
    const { solution } = estimated(fitSem(PATHS, answersOf(data.structural)));
    const p = solution.ram.observed;
    const { covariance } = solution.sample!.saturated[0]!;
    const weights = Float64Array.from({ length: (p * (p - 1)) / 2 }, (_, k) => 1 + (k % 3));
    const bases = sampleBases(solution.ram);
    expectDerivatives(
      (free, curvature) =>
        leastSquares(solution.ram, bases, [{ share: 1, rho: covariance.data, weights }], free, curvature),
      // Residual variances do not enter correlations: only the gradient of the others is not zero.
      shifted(solution.parameters),
    );
  });
});
