import { createMatrix, type Matrix } from '../matrix.ts';

/**
 * Total effects from direct ones in a model without a circle: element (to, from) = direct + all indirect ways.
 * direct     k × k, element (to, from); order: every construct after all those that point to it
 */
export function totalEffects(direct: Matrix, order: readonly number[]): Matrix {
  const k = direct.rows;
  const total = createMatrix(k, k);
  for (const to of order)
    for (let from = 0; from < k; from++) {
      let effect = direct.data[from * k + to];
      for (let via = 0; via < k; via++)
        if (via !== from) effect += direct.data[via * k + to] * total.data[from * k + via];
      total.data[from * k + to] = effect;
    }
  return total;
}
