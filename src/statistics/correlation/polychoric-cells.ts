import { bivariateNormalCdfFast } from '../distributions/bivariate-normal.ts';
import { normalCdf } from '../distributions/normal.ts';

/** Probabilities of the cells of a cross-table, and what they change with; row-major, rows × columns. */
export interface PolychoricCells {
  readonly rows: number;
  readonly columns: number;
  readonly probability: Float64Array;
  readonly byRho: Float64Array;
}

/** Space for the corners and cells of one table, so that an iteration allocates nothing. */
export function createPolychoricCells(rows: number, columns: number): PolychoricCells {
  const size = rows * columns;
  return { rows, columns, probability: new Float64Array(size), byRho: new Float64Array(size) };
}

/**
 * Fills the probability of each cell of a cut bivariate normal distribution, and its derivative by the correlation.
 *
 * p_ij = Phi2(a_i, b_j) - Phi2(a_i-1, b_j) - Phi2(a_i, b_j-1) + Phi2(a_i-1, b_j-1), from exact rectangles;
 * dPhi2/drho is the bivariate normal density at the corner (Plackett 1954), so the derivative needs no further integral.
 * Kernel: checks nothing. a and b increase, |rho| < 1.
 */
export function fillPolychoricCells(
  cells: PolychoricCells,
  a: Float64Array,
  b: Float64Array,
  rho: number,
): void {
  const { rows, columns, probability, byRho } = cells;
  const rest = 1 - rho * rho;
  const scale = 1 / (2 * Math.PI * Math.sqrt(rest));
  probability.fill(0);
  byRho.fill(0);
  for (let i = 0; i < rows; i++) {
    const h = i < rows - 1 ? a[i] : Number.POSITIVE_INFINITY;
    for (let j = 0; j < columns; j++) {
      const k = j < columns - 1 ? b[j] : Number.POSITIVE_INFINITY;
      let mass = 1;
      let density = 0;
      if (i < rows - 1 && j < columns - 1) {
        mass = bivariateNormalCdfFast(h, k, rho);
        density = scale * Math.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest));
      } else if (i < rows - 1) mass = normalCdf(h);
      else if (j < columns - 1) mass = normalCdf(k);
      const here = i * columns + j;
      probability[here] += mass;
      byRho[here] += density;
      if (i < rows - 1) {
        probability[here + columns] -= mass;
        byRho[here + columns] -= density;
      }
      if (j < columns - 1) {
        probability[here + 1] -= mass;
        byRho[here + 1] -= density;
      }
      if (i < rows - 1 && j < columns - 1) {
        probability[here + columns + 1] += mass;
        byRho[here + columns + 1] += density;
      }
    }
  }
}

/**
 * Derivative of the cells' probabilities by the row thresholds: element k × columns + j is dp/da_k of cell (k, j);
 * that of cell (k + 1, j) is its negative, and of every other cell zero. For the column thresholds swap the arguments.
 * dp_kj/da_k = phi(a_k) [Phi((b_j - rho a_k)/s) - Phi((b_j-1 - rho a_k)/s)], s = sqrt(1 - rho^2).
 */
export function polychoricThresholdDerivatives(a: Float64Array, b: Float64Array, rho: number): Float64Array {
  const columns = b.length + 1;
  const spread = Math.sqrt(1 - rho * rho);
  const result = new Float64Array(a.length * columns);
  for (let k = 0; k < a.length; k++) {
    const density = Math.exp(-0.5 * a[k] * a[k]) / Math.sqrt(2 * Math.PI);
    let below = 0;
    for (let j = 0; j < columns; j++) {
      const upTo = j < b.length ? normalCdf((b[j] - rho * a[k]) / spread) : 1;
      result[k * columns + j] = density * (upTo - below);
      below = upTo;
    }
  }
  return result;
}
