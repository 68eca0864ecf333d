import { describe, expect, it } from 'vitest';
import { exploratoryFactorAnalysis } from '../../../src/statistics/factor/exploratory-factor-analysis.ts';
import { factorFit, impliedCorrelation } from '../../../src/statistics/factor/factor-fit.ts';
import { factorScoreWeights } from '../../../src/statistics/factor/factor-scores.ts';
import { maximumLikelihoodFactors } from '../../../src/statistics/factor/maximum-likelihood-factors.ts';
import { minres } from '../../../src/statistics/factor/minres.ts';
import { principalAxis } from '../../../src/statistics/factor/principal-axis.ts';
import { createMatrix, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

type Columns = Record<string, number[]>;
interface Golden {
  n: number;
  correlation: number[][];
  minres: { uniquenesses: number[]; objective: number };
  ml: {
    uniquenesses: number[];
    objective: number;
    statistic: number;
    df: number;
    p: number;
    loadings: Columns;
  };
  pa: { communalities: number[] };
  psych: {
    loadings: Columns;
    phi: Columns;
    rmsea: number[];
    complexity: number[];
    vaccounted: number[];
  } & Record<'statistic' | 'dof' | 'p' | 'tli' | 'bic' | 'chi' | 'rms' | 'objective', number>;
  scores: Record<'regression' | 'bartlett' | 'tenBerge', number[][]>;
}
const r = golden<Golden>('factor-analysis');
const correlation = matrixFromColumns(r.correlation);
const psychLoadings = matrixFromColumns(Object.values(r.psych.loadings));
const psychPhi = matrixFromColumns(Object.values(r.psych.phi));

describe('extraction', () => {
  it('minres equals the minimum refined in R', () => {
    const result = minres(correlation, 3);
    expect(result.converged).toBe(true);
    expectClose(result.uniquenesses, r.minres.uniquenesses, 1e-6);
    expectClose(result.objective, r.minres.objective, 1e-9);
  });

  it('ml equals factanal, with Bartlett’s chi-square', () => {
    const result = estimated(maximumLikelihoodFactors(correlation, 3));
    expect(result.converged).toBe(true);
    expectClose(result.uniquenesses, r.ml.uniquenesses, 1e-6);
    expectClose(result.objective, r.ml.objective, 1e-9);
    const whole = estimated(
      exploratoryFactorAnalysis(correlation, r.n, {
        factors: 3,
        method: 'ml',
        rotation: { rotation: 'none', kaiser: false },
      }),
    );
    const fit = estimated(whole.fit);
    expectClose([fit.chiSquare, fit.p], [r.ml.statistic, r.ml.p], 1e-6);
    expect(fit.df).toBe(r.ml.df);
  });

  it('principal axes come to the same place as minres, and equal psych::fa(fm = "pa")', () => {
    const result = principalAxis(correlation, 3);
    expectClose(
      result.uniquenesses.map((psi) => 1 - psi),
      r.pa.communalities,
      1e-6,
    );
    expectClose(result.uniquenesses, minres(correlation, 3).uniquenesses, 1e-6);
  });

  it('recovers loadings exactly where the matrix was made by them', () => {
    const loadings = matrixFromColumns([
      [0.8, 0.7, 0.6, 0.5, 0.1, 0, 0.1],
      [0.1, 0, 0.2, 0.1, 0.7, 0.6, 0.5],
    ]);
    const made = impliedCorrelation(
      loadings,
      matrixFromColumns([
        [1, 0],
        [0, 1],
      ]),
    );
    const wanted = Array.from(
      { length: 7 },
      (_, i) => 1 - loadings.data[i]! ** 2 - loadings.data[7 + i]! ** 2,
    );
    expectClose(minres(made, 2).uniquenesses, wanted, 1e-8);
    expectClose(estimated(maximumLikelihoodFactors(made, 2)).uniquenesses, wanted, 1e-8);
  });

  it('holds a Heywood item at the bound and names it', () => {
    // The triad .9, .9, .5 implies a communality of .9 * .9 / .5 > 1 for the first item.
    const triad = matrixFromColumns([
      [1, 0.9, 0.9],
      [0.9, 1, 0.5],
      [0.9, 0.5, 1],
    ]);
    expect(minres(triad, 1).heywoodItems).toEqual([0]);
  });

  it('refuses as many factors as items, and a matrix that is no correlation matrix', () => {
    expect(() => minres(correlation, 10)).toThrow(RangeError);
    expect(() => minres(createMatrix(3, 3), 1)).toThrow(RangeError);
    const singular = matrixFromColumns([
      [1, 1],
      [1, 1],
    ]);
    expect(maximumLikelihoodFactors(singular, 1)).toMatchObject({ notEstimable: 'not-positive-definite' });
  });
});

describe('fit of a factor solution', () => {
  it('equals psych at the loadings psych stopped at', () => {
    const fit = estimated(factorFit(correlation, impliedCorrelation(psychLoadings, psychPhi), 3, r.n));
    const e = r.psych;
    expectClose(
      [fit.chiSquare, fit.p, fit.tli, fit.rmsea, fit.rmseaLower, fit.bic, fit.discrepancy],
      [e.statistic, e.p, e.tli, e.rmsea[0]!, e.rmsea[1]!, e.bic, e.objective],
      1e-6,
    );
    expect(fit.df).toBe(e.dof);
  });

  it('gives psych’s residuals, complexity and explained variance for the whole analysis', () => {
    const result = estimated(
      exploratoryFactorAnalysis(correlation, r.n, {
        factors: 3,
        method: 'minres',
        rotation: { rotation: 'oblimin', kaiser: false },
      }),
    );
    // psych stops at 1e-4 in the uniquenesses, so its loadings are good to three digits.
    expectClose(result.rmsResidual, r.psych.rms, 1e-6);
    expectClose(result.empiricalChiSquare, r.psych.chi, 1e-5);
    expectClose(result.complexity, r.psych.complexity, 5e-3);
    expectClose(result.varianceShare, r.psych.vaccounted, 1e-3);
  });

  it('is not identified where factors leave no degrees of freedom', () => {
    const three = matrixFromColumns([
      [1, 0.5, 0.4],
      [0.5, 1, 0.3],
      [0.4, 0.3, 1],
    ]);
    expect(factorFit(three, three, 1, 100)).toMatchObject({ notEstimable: 'not-identified' });
  });
});

describe('factor score weights', () => {
  it.each([
    ['regression', 'regression'],
    ['bartlett', 'bartlett'],
    ['ten-berge', 'tenBerge'],
  ] as const)('%s equal psych::factor.scores', (method, name) => {
    const result = estimated(factorScoreWeights(correlation, psychLoadings, psychPhi, method));
    expectClose(result.weights.data, r.scores[name].flat(), 1e-9);
  });
});
