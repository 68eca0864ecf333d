import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendall } from '../../src/statistics/correlation/kendall.ts';
import { partialCorrelation } from '../../src/statistics/correlation/partial-correlation.ts';
import { pearson } from '../../src/statistics/correlation/pearson.ts';
import { spearman } from '../../src/statistics/correlation/spearman.ts';
import { correlationMatrix } from '../../src/statistics/descriptive/correlation-matrix.ts';
import { correlationPairwise } from '../../src/statistics/descriptive/correlation-pairwise.ts';
import { covarianceListwise, covariancePairwise } from '../../src/statistics/descriptive/covariance.ts';
import { moments } from '../../src/statistics/descriptive/moments.ts';
import { quantile } from '../../src/statistics/descriptive/quantile.ts';
import { anova, welchAnova } from '../../src/statistics/groups/anova.ts';
import { dunnComparisons, kruskalWallis } from '../../src/statistics/groups/kruskal-wallis.ts';
import { mannWhitney } from '../../src/statistics/groups/mann-whitney.ts';
import { pairwiseWelch } from '../../src/statistics/groups/pairwise-welch.ts';
import { welchTTest } from '../../src/statistics/groups/welch-t-test.ts';
import { columnOf, type Matrix, matrixFromColumns } from '../../src/statistics/matrix.ts';
import { emCovariance } from '../../src/statistics/missing/em-covariance.ts';
import { littleMcar } from '../../src/statistics/missing/little-mcar.ts';
import { isNotEstimable } from '../../src/statistics/not-estimable.ts';
import { moderation } from '../../src/statistics/regression/moderation.ts';
import { pathRegressions } from '../../src/statistics/regression/path-regressions.ts';
import { alphaIntervalAdf } from '../../src/statistics/reliability/alpha-interval-adf.ts';
import { alphaIntervalBonett } from '../../src/statistics/reliability/alpha-interval-bonett.ts';
import { alphaIntervalBootstrap } from '../../src/statistics/reliability/alpha-interval-bootstrap.ts';
import { alphaIntervalDuhachek } from '../../src/statistics/reliability/alpha-interval-duhachek.ts';
import { alphaIntervalFeldt } from '../../src/statistics/reliability/alpha-interval-feldt.ts';
import { cronbachAlpha, standardizedAlpha } from '../../src/statistics/reliability/cronbach-alpha.ts';
import { guttmanLambda2, guttmanLambda6 } from '../../src/statistics/reliability/guttman-lambda.ts';
import { guttmanLambda4 } from '../../src/statistics/reliability/guttman-lambda4.ts';
import { interItemCorrelations } from '../../src/statistics/reliability/inter-item-correlations.ts';
import { intraclassCorrelations } from '../../src/statistics/reliability/intraclass-correlation.ts';
import { itemAnalysis } from '../../src/statistics/reliability/item-analysis.ts';
import { omegaHierarchical } from '../../src/statistics/reliability/omega-hierarchical.ts';
import { omegaTotal, omegaTotalMinres } from '../../src/statistics/reliability/omega-total.ts';
import { oddEvenSplit, splitHalf } from '../../src/statistics/reliability/split-half.ts';

/** Where in a result a number is not finite; nothing when all are. */
function notFinite(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (value instanceof Float64Array)
    return value.every(Number.isFinite) ? undefined : `${path} holds what is not finite`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = notFinite(part, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const covarianceFunctions = {
  cronbachAlpha,
  standardizedAlpha,
  guttmanLambda2,
  guttmanLambda6,
  guttmanLambda4,
  itemAnalysis,
  interItemCorrelations,
  omegaTotal,
  omegaTotalMinres,
  omegaHierarchical,
  correlationMatrix,
  split: (c: Matrix) => (c.rows < 2 ? 0 : splitHalf(c, oddEvenSplit(c.rows))),
  duhachek: (c: Matrix) => alphaIntervalDuhachek(c, 20),
  partial: (c: Matrix) => (c.rows < 3 ? 0 : partialCorrelation(c, 9, 0, 1, [2])),
};

const answersFunctions = {
  covarianceListwise,
  covariancePairwise,
  correlationPairwise,
  // A low limit: such data make EM creep, and a reason is as good an answer here as a value.
  em: (m: Matrix) => emCovariance(m, { limit: 100 }),
  little: (m: Matrix) => littleMcar(m, { limit: 100 }),
  alphaIntervalAdf,
  intraclassCorrelations,
  bootstrap: (m: Matrix) => alphaIntervalBootstrap(m, { seed: 1, resamples: 100 }),
  paths: (m: Matrix) => (m.cols < 3 ? 0 : pathRegressions(m, [{ outcome: 0, predictors: [1, 2] }])),
  moderation: (m: Matrix) => (m.cols < 3 ? 0 : moderation(m, { outcome: 0, predictor: 1, moderator: 2 })),
};

const groupFunctions = { anova, welchAnova, kruskalWallis, dunnComparisons, pairwiseWelch };

// Few people, few codes, many holes: constant items, twins, empty rows and columns come by themselves.
const hostile = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }))
  .chain(([k, n, codes]) =>
    fc.array(
      fc.array(
        fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: codes }) }, fc.constant(Number.NaN)),
        {
          minLength: n,
          maxLength: n,
        },
      ),
      { minLength: k, maxLength: k },
    ),
  )
  .map((columns) => matrixFromColumns(columns));

test('no data make a statistic return NaN or infinity, or throw', () => {
  fc.assert(
    fc.property(hostile, (answers) => {
      const found: (string | undefined)[] = [];
      for (const [name, f] of Object.entries(answersFunctions)) found.push(notFinite(f(answers), name));
      for (const estimate of [covarianceListwise(answers), covariancePairwise(answers)]) {
        if (isNotEstimable(estimate)) continue;
        for (const [name, f] of Object.entries(covarianceFunctions))
          found.push(notFinite(f(estimate.covariance), name));
        const alpha = cronbachAlpha(estimate.covariance);
        if (isNotEstimable(alpha)) continue;
        found.push(notFinite(alphaIntervalFeldt(alpha, answers.cols, estimate.n), 'feldt'));
        found.push(notFinite(alphaIntervalBonett(alpha, answers.cols, estimate.n), 'bonett'));
      }
      const columns = Array.from({ length: answers.cols }, (_, j) => columnOf(answers, j));
      for (const [name, f] of Object.entries(groupFunctions)) found.push(notFinite(f(columns), name));
      const first = columns[0]!;
      const last = columns[columns.length - 1]!;
      for (const f of [pearson, spearman, kendall, mannWhitney, welchTTest])
        found.push(notFinite(f(first, last), f.name));
      found.push(notFinite(moments(first), 'moments'), notFinite(quantile(first, 0.3), 'quantile'));
      expect(found.filter((message) => message !== undefined)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
