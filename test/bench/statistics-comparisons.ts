import { momentsOfCounts } from '../../src/analysis/moments-of-counts.ts';
import { polychoricMatrix } from '../../src/statistics/correlation/polychoric-matrix.ts';
import { covarianceOfBytes } from '../../src/statistics/descriptive/byte-covariance.ts';
import { plainCrossProducts } from '../../src/statistics/descriptive/byte-cross-products-plain.ts';
import { codeDistribution } from '../../src/statistics/descriptive/code-distribution.ts';
import { completeCases } from '../../src/statistics/descriptive/complete-rows.ts';
import { covarianceListwise } from '../../src/statistics/descriptive/covariance.ts';
import { parallelAnalysis } from '../../src/statistics/factor/parallel-analysis.ts';
import { columnOf, type Matrix, selectColumns } from '../../src/statistics/matrix.ts';
import { type Estimate, isNotEstimable } from '../../src/statistics/not-estimable.ts';
import { plsBootstrap } from '../../src/statistics/pls/pls-bootstrap.ts';
import type { PlsModel } from '../../src/statistics/pls/pls-model.ts';
import { alphaIntervalBootstrap } from '../../src/statistics/reliability/alpha-interval-bootstrap.ts';
import { cronbachAlpha, standardizedAlpha } from '../../src/statistics/reliability/cronbach-alpha.ts';
import { itemAnalysis } from '../../src/statistics/reliability/item-analysis.ts';
import { resampledCovariances } from '../../src/statistics/resampling/resampled-covariances.ts';
import { fitSem } from '../../src/statistics/sem/fit-sem.ts';
import type { SemOptions } from '../../src/statistics/sem/sem-options.ts';
import { byteLoopInPlace } from './byte-loop-in-place.ts';

export interface Comparison {
  /** Name in r/tasks.R. */
  readonly task: string;
  readonly what: string;
  readonly rival: string;
  /** Ours over R's, at most. */
  readonly goal: number;
  readonly rounds: number;
  /** Runs in a round of ours, for work that is too short to time once. */
  readonly repeats: number;
  /** Relative deviation of the check values that two programs may have. */
  readonly tolerance: number;
  /** R does a part of the work, this many times less. */
  readonly share?: number;
  /** Seconds ours may take on the machine at hand. */
  readonly seconds?: number;
  /** Loops of this process to compare with, whether R is there or not. */
  readonly plain?: readonly PlainLoop[];
  readonly run: () => number;
}

export interface PlainLoop {
  readonly what: string;
  readonly goal: number;
  readonly run: () => void;
}

export interface BenchData {
  /** People × 25. */
  readonly likert: Matrix;
  /** People × 24. */
  readonly mobile: Matrix;
  readonly large: readonly Int8Array[];
}

const SCALES = [0, 1, 2, 3, 4].map((scale) => [0, 1, 2, 3, 4].map((item) => scale * 5 + item));

const MOBILE_SIZES = [5, 3, 5, 4, 3, 2, 2];
const MOBILE: PlsModel = {
  blocks: MOBILE_SIZES.map((size, block) => {
    const first = MOBILE_SIZES.slice(0, block).reduce((sum, before) => sum + before, 0);
    return { indicators: Array.from({ length: size }, (_, item) => first + item), mode: 'A' };
  }),
  paths: [
    [0, 1],
    [0, 4],
    [0, 5],
    [1, 2],
    [1, 3],
    [1, 4],
    [2, 3],
    [2, 4],
    [3, 4],
    [4, 5],
    [4, 6],
    [5, 6],
  ].map(([from, to]) => ({ from: from!, to: to! })),
};

export function comparisons({ likert, mobile, large }: BenchData): Comparison[] {
  const names = Array.from({ length: likert.cols }, (_, j) => `x${j + 1}`);
  const model = SCALES.map((items, f) => `f${f} =~ ${items.map((j) => names[j]).join(' + ')}`).join('\n');
  const five = completeCases(selectColumns(likert, SCALES[0]!)).values;
  const complete = completeCases(likert).values;
  const cfa = (options: SemOptions) => value(fitSem(model, { names, answers: likert }, options)).fit;
  const parallel = (kind: 'components' | 'factors') =>
    value(parallelAnalysis(complete, { model: kind, data: 'permuted', samples: 100, seed: 1 }))
      .countByQuantile;
  const inPlace = byteLoopInPlace(large);
  return [
    {
      task: 'alpha',
      what: 'item statistics, alpha, if-dropped, 5 scales',
      rival: 'psych::alpha',
      goal: 1 / 100,
      rounds: 7,
      repeats: 200,
      tolerance: 1e-9,
      run: () => SCALES.reduce((sum, items) => sum + reliabilityPage(columnsTogether(likert, items)), 0),
    },
    {
      task: 'bootstrap',
      what: `alpha, 2,000 resamples of ${five.rows} × 5`,
      rival: 'boot::boot',
      goal: 1 / 10,
      rounds: 5,
      repeats: 1,
      tolerance: 1e-3,
      plain: [{ what: 'resampled covariances', goal: 1 / 2, run: () => plainBootstrap(five) }],
      run: () => value(alphaIntervalBootstrap(five, { seed: 1, resamples: 2000 })).mean,
    },
    {
      task: 'covariance',
      what: 'covariance of 1,000,000 × 30 bytes',
      rival: 'R’s cov',
      goal: 1 / 25,
      rounds: 5,
      repeats: 5,
      tolerance: 1e-9,
      plain: [
        { what: 'plain loops', goal: 1 / 5, run: () => plainCrossProducts(large) },
        { what: 'the fastest loop known, data in place', goal: 2, run: inPlace },
      ],
      run: () => value(covarianceOfBytes(large)).covariance.data.reduce((sum, element) => sum + element, 0),
    },
    {
      task: 'covariance',
      what: 'the same by plain loops, no WebAssembly',
      rival: 'R’s cov',
      goal: 1,
      rounds: 3,
      repeats: 1,
      tolerance: Infinity,
      run: () => plainCrossProducts(large).products.data[0]!,
    },
    {
      task: 'polychoric',
      what: `polychoric 25 × 25, n = ${likert.rows}`,
      rival: 'lavaan::lavCor',
      goal: 1 / 4,
      rounds: 5,
      repeats: 1,
      tolerance: 1e-5,
      run: () =>
        value(polychoricMatrix(likert, { missing: 'listwise' })).rho.data.reduce((sum, r) => sum + r, 0),
    },
    {
      task: 'ml',
      what: 'CFA of 5 factors × 5 items, ML',
      rival: 'lavaan::cfa',
      goal: 1 / 2,
      rounds: 5,
      repeats: 5,
      tolerance: 1e-5,
      run: () => cfa({}).standard!.chiSquare,
    },
    {
      task: 'fiml',
      what: 'the same, FIML',
      rival: 'lavaan::cfa',
      goal: 1 / 10,
      rounds: 3,
      repeats: 1,
      tolerance: 1e-5,
      run: () => cfa({ missing: 'fiml' }).standard!.chiSquare,
    },
    {
      task: 'wlsmv',
      what: 'the same, WLSMV',
      rival: 'lavaan::cfa',
      goal: 1 / 5,
      rounds: 3,
      repeats: 1,
      tolerance: 1e-4,
      run: () => cfa({ estimator: 'WLSMV' }).scaled!.chiSquare,
    },
    {
      task: 'components',
      what: `parallel analysis, 100 sets ${complete.rows} × 25`,
      rival: 'psych::fa.parallel (pc)',
      goal: 1 / 5,
      rounds: 5,
      repeats: 1,
      tolerance: 0,
      run: () => parallel('components'),
    },
    {
      task: 'factors',
      what: 'the same, factors',
      rival: 'psych::fa.parallel (fa)',
      goal: 1 / 5,
      rounds: 5,
      repeats: 1,
      tolerance: 0,
      run: () => parallel('factors'),
    },
    {
      task: 'pls',
      what: 'PLS bootstrap, 1,000 × 24 indicators, 7 constructs',
      rival: 'a plain PLS in R, 20 × 50',
      goal: 1 / 50,
      rounds: 5,
      repeats: 1,
      tolerance: 1e-5,
      share: 20,
      seconds: 0.5,
      run: () =>
        value(plsBootstrap(mobile, MOBILE, { seed: 1, resamples: 1000 })).fit.paths.reduce(
          (sum, { coefficient }) => sum + coefficient,
          0,
        ),
    },
  ];
}

// A view of columns that stand beside one another: R's data frame does not copy them either.
function columnsTogether({ rows, data }: Matrix, columns: readonly number[]): Matrix {
  const from = columns[0]! * rows;
  return { rows, cols: columns.length, data: data.subarray(from, from + columns.length * rows) };
}

// What the reliability page shows of a scale; its alpha.
function reliabilityPage(items: Matrix): number {
  for (let j = 0; j < items.cols; j++) {
    const { counts } = codeDistribution(columnOf(items, j), 1, 6);
    momentsOfCounts([1, 2, 3, 4, 5, 6], counts);
  }
  const { covariance } = value(covarianceListwise(items));
  standardizedAlpha(covariance);
  itemAnalysis(covariance);
  return value(cronbachAlpha(covariance));
}

function plainBootstrap(items: Matrix): void {
  resampledCovariances(items, 1, 0, 2000, (covariance) => {
    value(cronbachAlpha(covariance));
  });
}

function value<T>(estimate: Estimate<T>): T {
  if (isNotEstimable(estimate)) throw new Error(`not estimable: ${estimate.notEstimable}`);
  return estimate;
}
