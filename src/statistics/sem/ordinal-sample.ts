import { ordinalCodes } from '../correlation/polychoric-codes.ts';
import { polychoricInfluenceMatrix } from '../correlation/polychoric-influence-matrix.ts';
import { polychoricMatrix } from '../correlation/polychoric-matrix.ts';
import { polychoricThresholds } from '../correlation/polychoric-thresholds.ts';
import type { Matrix } from '../matrix.ts';
import { selectColumns, selectRows } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { columnsOf, rowsByGroup, type SemAnswers } from './sem-data.ts';
import type { SemWarning } from './sem-fit.ts';

/** Polychoric correlations of one group, with what their sampling needs. */
export interface OrdinalGroup {
  readonly n: number;
  readonly thresholds: readonly Float64Array[];
  readonly rho: Matrix;
  /** Influence of each case on thresholds (first) and correlations of pairs (1,2), (1,3), …, (2,3), … */
  readonly influence: Matrix;
  /** 1 / asymptotic variance of √n r, by pair: the weights of DWLS. Divisor n - 1, as in lavaan. */
  readonly weights: Float64Array;
  readonly smallestEigenvalue: number;
}

export interface OrdinalSample {
  readonly groups: readonly OrdinalGroup[];
  readonly n: number;
  readonly dropped: number;
  readonly warnings: readonly SemWarning[];
}

/**
 * Thresholds and polychoric correlations of every group from the cases that answered every item of the model.
 * throws  RangeError: the model's variables are not all in the data
 */
export function ordinalSample(data: SemAnswers, observed: readonly string[]): Estimate<OrdinalSample> {
  const values = selectColumns(data.answers, columnsOf(data.names, observed));
  const groups: OrdinalGroup[] = [];
  const warnings: SemWarning[] = [];
  for (const [group, rows] of rowsByGroup(data).entries()) {
    const complete = rows.filter((i) =>
      observed.every((_, j) => !Number.isNaN(values.data[j * values.rows + i])),
    );
    const items = selectRows(values, complete);
    const matrix = polychoricMatrix(items, { missing: 'listwise' });
    if (isNotEstimable(matrix)) return { ...matrix, details: { ...matrix.details, group } };
    for (const { first, second, emptyCells } of matrix.pairs)
      if (emptyCells > 0)
        warnings.push({ code: 'empty-cells', first: observed[first], second: observed[second], group });
    const codes = ordinalCodes(items);
    const thresholds = codes.map((item) => {
      const counts = new Float64Array(item.missing);
      for (const code of item.codes) counts[code]++;
      return polychoricThresholds(counts);
    });
    const influence = polychoricInfluenceMatrix(codes, thresholds, matrix.rho);
    const weights = pairWeights(influence, thresholds);
    if (weights === null) return notEstimable('no-variance', { group });
    const { rho, smallestEigenvalue } = matrix;
    if (!matrix.positiveDefinite)
      warnings.push({ code: 'correlation-not-positive-definite', group, eigenvalue: smallestEigenvalue });
    groups.push({ n: complete.length, thresholds, rho, influence, weights, smallestEigenvalue });
  }
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return { groups, n, dropped: values.rows - n, warnings };
}

function pairWeights(influence: Matrix, thresholds: readonly Float64Array[]): Float64Array | null {
  const from = thresholds.reduce((sum, tau) => sum + tau.length, 0);
  const n = influence.rows;
  const weights = new Float64Array(influence.cols - from);
  for (let k = 0; k < weights.length; k++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += influence.data[(from + k) * n + i] ** 2;
    if (!(sum > 0)) return null;
    weights[k] = (n - 1) / sum;
  }
  return weights;
}
