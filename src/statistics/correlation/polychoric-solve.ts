import { fillPolychoricCells, type PolychoricCells } from './polychoric-cells.ts';
import { type CorrelationMaximum, climbCorrelation } from './polychoric-climb.ts';

/**
 * The correlation that maximises the likelihood of a cross-table with its thresholds fixed (second step of Olsson 1979).
 * Kernel: checks nothing; counts row-major, thresholds of non-empty categories. Leaves the cells filled at that rho.
 */
export function solvePolychoric(
  counts: ArrayLike<number>,
  a: Float64Array,
  b: Float64Array,
  cells: PolychoricCells,
  start: number,
  tolerance: number,
  limit: number,
): CorrelationMaximum {
  const { probability, byRho } = cells;
  let total = 0;
  for (let c = 0; c < probability.length; c++) total += counts[c];
  return climbCorrelation(
    (rho) => {
      fillPolychoricCells(cells, a, b, rho);
      let gradient = 0;
      let information = 0;
      for (let c = 0; c < probability.length; c++) {
        // Rounding can leave an all but impossible cell at zero or below; the floor keeps the direction right.
        const p = Math.max(probability[c], 1e-300);
        if (counts[c] > 0) gradient += (counts[c] * byRho[c]) / p;
        if (p > 1e-14) information += (byRho[c] * byRho[c]) / p;
      }
      return { gradient: gradient / total, information };
    },
    start,
    tolerance,
    limit,
  );
}
