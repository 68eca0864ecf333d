import { impliedMoments } from './implied-moments.ts';
import { basisVectors, meanWeights, momentBasis } from './moment-basis.ts';
import { INTERCEPT, type RamModel } from './ram-model.ts';

/**
 * Derivatives of the moments by a model's parameters, for the moments that are parameters of the saturated model, in its
 * order: saturated parameters × model parameters, column-major.
 */
export function momentJacobian(model: RamModel, parameters: Float64Array, saturated: RamModel): Float64Array {
  const rows = saturated.freeCount;
  const p = model.observed;
  const jacobian = new Float64Array(rows * model.freeCount);
  model.groups.forEach((cells, group) => {
    const basis = momentBasis(model, cells);
    const implied = impliedMoments(model, group, parameters)!;
    const vectors = basisVectors(basis, implied, model.size);
    const weights = meanWeights(basis, implied);
    const { count, u, v, row, free, factor } = basis.flat;
    for (const { kind, row: i, col: j, free: moment } of saturated.groups[group]) {
      if (moment < 0) continue;
      for (let k = 0; k < count; k++) {
        const change =
          kind === INTERCEPT
            ? weights[k] * vectors[row[k] * p + i]
            : factor[k] *
              (vectors[u[k] * p + i] * vectors[v[k] * p + j] + vectors[v[k] * p + i] * vectors[u[k] * p + j]);
        jacobian[free[k] * rows + moment] += change;
      }
    }
  });
  return jacobian;
}
