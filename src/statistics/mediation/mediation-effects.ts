import { solvePositiveDefinite } from '../linalg/positive-definite.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface MediationModel {
  /** Columns of the data. */
  readonly predictor: number;
  readonly mediators: readonly number[];
  readonly outcome: number;
  readonly covariates?: readonly number[];
  /** 'serial' (default) – each mediator also acts on those after it; 'parallel' – mediators do not act on each other. */
  readonly arrangement?: 'serial' | 'parallel';
}

export interface MediationEffects {
  readonly direct: number;
  readonly total: number;
  /** One per way in `mediationWays`. */
  readonly indirect: Float64Array;
}

/** Every way from the predictor through mediators to the outcome: positions among the mediators, in order. */
export function mediationWays(mediators: number, arrangement: 'serial' | 'parallel'): number[][] {
  const ways: number[][] = [];
  for (let set = 1; set < 2 ** mediators; set++) {
    const way = Array.from({ length: mediators }, (_, m) => m).filter((m) => set & (1 << m));
    if (arrangement === 'serial' || way.length === 1) ways.push(way);
  }
  return ways.sort((a, b) => a.length - b.length || a[0] - b[0]);
}

/** The regressions of a mediation: each mediator's predictors, then the outcome's. */
export function mediationEquations({
  predictor,
  mediators,
  outcome,
  covariates = [],
  arrangement = 'serial',
}: MediationModel): { outcome: number; predictors: number[] }[] {
  const of = (earlier: readonly number[]) => [predictor, ...earlier, ...covariates];
  return [
    ...mediators.map((mediator, m) => ({
      outcome: mediator,
      predictors: of(arrangement === 'serial' ? mediators.slice(0, m) : []),
    })),
    { outcome, predictors: of(mediators) },
  ];
}

/**
 * Direct, indirect and total effects by least squares from a covariance matrix; total = direct + all indirect.
 * Kernel: model checked before. NotEstimable: not-positive-definite (collinear predictors; details: outcome)
 */
export function mediationEffects(
  covariance: Matrix,
  model: MediationModel,
  ways: readonly (readonly number[])[],
): Estimate<MediationEffects> {
  const equations = mediationEquations(model);
  const slopes: Float64Array[] = [];
  for (const { outcome, predictors } of equations) {
    const found = leastSquares(covariance, outcome, predictors);
    if (isNotEstimable(found)) return notEstimable('not-positive-definite', { outcome });
    slopes.push(found.data);
  }
  const last = slopes[slopes.length - 1];
  const indirect = Float64Array.from(ways, (way) => {
    let effect = slopes[way[0]][0];
    for (let step = 1; step < way.length; step++) effect *= slopes[way[step]][1 + way[step - 1]];
    return effect * last[1 + way[way.length - 1]];
  });
  const direct = last[0];
  return { direct, indirect, total: indirect.reduce((sum, effect) => sum + effect, direct) };
}

function leastSquares(covariance: Matrix, outcome: number, predictors: readonly number[]): Estimate<Matrix> {
  const p = covariance.rows;
  const size = predictors.length;
  const among = createMatrix(size, size);
  const right = createMatrix(size, 1);
  predictors.forEach((a, i) => {
    right.data[i] = covariance.data[outcome * p + a];
    predictors.forEach((b, j) => {
      among.data[j * size + i] = covariance.data[b * p + a];
    });
  });
  return solvePositiveDefinite(among, right);
}
