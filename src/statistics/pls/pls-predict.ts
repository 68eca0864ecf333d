import { correlationMatrix } from '../descriptive/correlation-matrix.ts';
import { covarianceOfComplete } from '../descriptive/covariance.ts';
import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix, selectRows } from '../matrix.ts';
import { type Estimate, isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { nextBelow } from '../random/random-source.ts';
import { xoshiro128 } from '../random/xoshiro128.ts';
import { type PlsModel, type PlsStructure, plsStructure } from './pls-model.ts';
import { type PlsOptions, type PlsSolution, plsSolution } from './pls-solution.ts';

export interface PlsPredictOptions extends PlsOptions {
  readonly seed: number;
  /** 10; as many as cases leaves one out. */
  readonly folds?: number;
  /** Repetitions with new folds, errors averaged over them; 10. */
  readonly repetitions?: number;
  /**
   * 'direct' (default) – a construct is predicted from the scores of the constructs that point to it, computed from
   * their own indicators; 'earliest' – only indicators of constructs that nothing points to are used, the rest follows.
   */
  readonly antecedents?: 'direct' | 'earliest';
}

export interface PlsPredictedIndicator {
  /** Column of an indicator of a construct that paths lead to. */
  readonly indicator: number;
  readonly rmse: number;
  readonly mae: number;
  /** 1 - SSE / sum of squares about the training means: above zero the model predicts better than the mean. */
  readonly qSquared: number;
  /** The same errors of a linear regression on the indicators that the prediction used. */
  readonly linearRmse: number;
  readonly linearMae: number;
  readonly linearQSquared: number;
}

/**
 * PLSpredict: out-of-sample prediction of indicators by k-fold cross-validation, beside mean and linear benchmarks.
 *
 * items      n × p, complete; constructs' indicators as the model says
 * returns    the predicted indicators in order of the columns. NotEstimable: as fitPls for a training set; too-few-cases
 *            (a training set has fewer cases than the linear model needs)
 * throws     RangeError: plsPredict requires complete items / 2 … n folds / a repetition; those of fitPls
 * source     Shmueli, Ray, Velasquez Estrada & Chatla 2016, J. Bus. Res. 69, 4552-4564, doi:10.1016/j.jbusres.2016.03.049;
 *            Shmueli et al. 2019, Eur. J. Mark. 53, 2322-2347, doi:10.1108/EJM-02-2019-0189
 * checked    leaving one out against an own PLS on scores in R, test/fixtures/r/pls.json, 1e-6
 */
export function plsPredict(
  items: Matrix,
  model: PlsModel,
  options: PlsPredictOptions,
): Estimate<PlsPredictedIndicator[]> {
  const { seed, folds = 10, repetitions = 10, antecedents = 'direct' } = options;
  const n = items.rows;
  const structure = plsStructure(model, items.cols);
  if (items.data.some(Number.isNaN)) throw new RangeError('plsPredict requires complete items');
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= n))
    throw new RangeError('plsPredict requires from two folds to as many as cases');
  if (!(Number.isInteger(repetitions) && repetitions >= 1))
    throw new RangeError('plsPredict requires at least one repetition');
  const targets = model.blocks.flatMap((block, b) => {
    if (structure.predecessors[b].length === 0) return [];
    const used = antecedents === 'direct' ? structure.predecessors[b] : earliest(structure);
    const predictors = used.flatMap((from) => model.blocks[from].indicators);
    return block.indicators.map((indicator) => ({
      indicator,
      block: b,
      predictors,
      sums: new Float64Array(5),
    }));
  });
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const order = shuffled(n, seed, repetition);
    for (let fold = 0; fold < folds; fold++) {
      const test = order.filter((_, at) => at % folds === fold);
      const train = order.filter((_, at) => at % folds !== fold);
      const problem = predictFold(items, model, structure, options, train, test, targets);
      if (problem) return problem;
    }
  }
  const count = n * repetitions;
  return targets
    .map(({ indicator, sums: [squares, absolute, mean, linearSquares, linearAbsolute] }) => ({
      indicator,
      rmse: Math.sqrt(squares / count),
      mae: absolute / count,
      qSquared: 1 - squares / mean,
      linearRmse: Math.sqrt(linearSquares / count),
      linearMae: linearAbsolute / count,
      linearQSquared: 1 - linearSquares / mean,
    }))
    .sort((a, b) => a.indicator - b.indicator);
}

interface Target {
  readonly indicator: number;
  readonly block: number;
  /** Columns that the linear benchmark uses. */
  readonly predictors: readonly number[];
  /** Squared and absolute errors of the model, squares about the training mean, the linear model's errors. */
  readonly sums: Float64Array;
}

function predictFold(
  items: Matrix,
  model: PlsModel,
  structure: PlsStructure,
  options: PlsPredictOptions,
  train: readonly number[],
  test: readonly number[],
  targets: readonly Target[],
): NotEstimable | undefined {
  const most = Math.max(...targets.map(({ predictors }) => predictors.length));
  if (train.length <= most + 1) return notEstimable('too-few-cases', { n: train.length, needed: most + 2 });
  const { covariance, means } = covarianceOfComplete(selectRows(items, train));
  const correlation = correlationMatrix(covariance);
  if (isNotEstimable(correlation)) return correlation;
  const fit = plsSolution(correlation, model, structure, options);
  if (isNotEstimable(fit)) return fit;
  const p = items.cols;
  const deviations = Float64Array.from({ length: p }, (_, j) => Math.sqrt(covariance.data[j * p + j]));
  const scores = predictedScores(
    items,
    test,
    fit,
    model,
    structure,
    means,
    deviations,
    options.antecedents ?? 'direct',
  );
  const linear = new Map<string, Estimate<Matrix>>();
  for (const { indicator, block, predictors, sums } of targets) {
    const key = `${block}`;
    if (!linear.has(key))
      linear.set(key, regressionWeights(covariance, predictors, model.blocks[block].indicators));
    const slopes = linear.get(key);
    if (!slopes || isNotEstimable(slopes)) return slopes;
    const column = model.blocks[block].indicators.indexOf(indicator);
    test.forEach((row, t) => {
      const actual = items.data[indicator * items.rows + row];
      const predicted = means[indicator] + deviations[indicator] * fit.loadings[indicator] * scores[block][t];
      let straight = means[indicator];
      predictors.forEach((j, at) => {
        straight +=
          slopes.data[column * predictors.length + at] * (items.data[j * items.rows + row] - means[j]);
      });
      sums[0] += (actual - predicted) ** 2;
      sums[1] += Math.abs(actual - predicted);
      sums[2] += (actual - means[indicator]) ** 2;
      sums[3] += (actual - straight) ** 2;
      sums[4] += Math.abs(actual - straight);
    });
  }
  return undefined;
}

// Per construct its score as predicted for the test cases, in training standard deviations.
function predictedScores(
  items: Matrix,
  test: readonly number[],
  fit: PlsSolution,
  { blocks }: PlsModel,
  structure: PlsStructure,
  means: Float64Array,
  deviations: Float64Array,
  antecedents: 'direct' | 'earliest',
): Float64Array[] {
  const own = blocks.map(({ indicators }) =>
    Float64Array.from(test, (row) =>
      indicators.reduce(
        (sum, j) => sum + (fit.weights[j] * (items.data[j * items.rows + row] - means[j])) / deviations[j],
        0,
      ),
    ),
  );
  const predicted = own.map((scores) => scores);
  for (const to of structure.order) {
    if (structure.predecessors[to].length === 0) continue;
    const sources = antecedents === 'direct' ? own : predicted;
    const paths = fit.paths.filter((path) => path.to === to);
    predicted[to] = Float64Array.from(test, (_, t) =>
      paths.reduce((sum, { from, coefficient }) => sum + coefficient * sources[from][t], 0),
    );
  }
  return predicted;
}

function regressionWeights(
  covariance: Matrix,
  predictors: readonly number[],
  outcomes: readonly number[],
): Estimate<Matrix> {
  const p = covariance.rows;
  const pick = (rows: readonly number[], columns: readonly number[]) => {
    const part = createMatrix(rows.length, columns.length);
    columns.forEach((c, j) => {
      rows.forEach((r, i) => {
        part.data[j * rows.length + i] = covariance.data[c * p + r];
      });
    });
    return part;
  };
  const factor = cholesky(pick(predictors, predictors));
  return isNotEstimable(factor) ? factor : choleskySolve(factor, pick(predictors, outcomes));
}

function earliest({ predecessors }: PlsStructure): number[] {
  return [...predecessors.keys()].filter((k) => predecessors[k].length === 0);
}

function shuffled(n: number, seed: number, stream: number): number[] {
  const random = xoshiro128(seed, stream);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = nextBelow(random, i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
