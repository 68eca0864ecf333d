import { type PolychoricCells, polychoricThresholdDerivatives } from './polychoric-cells.ts';

/**
 * Influence of one case on the two-step polychoric correlation, by the cell the case stands in.
 *
 * IF_rho(i,j) = [s_rho(i,j) - sum_k H_k IF_a_k(i) - sum_l H_l IF_b_l(j)] / I, with s_rho = d log p_ij / d rho,
 * I = mean of s_rho^2, H = mean of s_rho times the threshold's score (all over the observed cases, as Muthén's estimator
 * in lavaan has it), and IF of a threshold as in thresholdInfluence. The mean of the squared influence over n is the
 * squared standard error; the mean of the product of two pairs' influences is an element of the asymptotic covariance
 * that WLSMV needs.
 * counts     row-major; `cells` filled at rho with the same thresholds
 * returns    row-major, one number per cell; zero where no case stands
 * source     Jöreskog 1994, Psychometrika 59, 381-389, doi:10.1007/BF02296131; Muthén 1984, doi:10.1007/BF02294210
 */
export function polychoricInfluence(
  counts: ArrayLike<number>,
  a: Float64Array,
  b: Float64Array,
  rho: number,
  cells: PolychoricCells,
): Float64Array {
  const { rows, columns, probability, byRho } = cells;
  const size = rows * columns;
  const score = new Float64Array(size);
  const weight = new Float64Array(size); // share of cases times score, over the cell's probability
  const rowShare = new Float64Array(rows);
  const columnShare = new Float64Array(columns);
  let total = 0;
  for (let c = 0; c < size; c++) total += counts[c];
  let information = 0;
  for (let c = 0; c < size; c++) {
    if (counts[c] === 0) continue;
    const share = counts[c] / total;
    score[c] = byRho[c] / probability[c];
    weight[c] = (share * score[c]) / probability[c];
    information += share * score[c] * score[c];
    rowShare[Math.floor(c / columns)] += share;
    columnShare[c % columns] += share;
  }
  const byRow = polychoricThresholdDerivatives(a, b, rho);
  const byColumn = polychoricThresholdDerivatives(b, a, rho);
  const rowPart = new Float64Array(rows);
  const columnPart = new Float64Array(columns);
  for (let k = 0; k < a.length; k++) {
    let cross = 0;
    for (let j = 0; j < columns; j++)
      cross += byRow[k * columns + j] * (weight[k * columns + j] - weight[(k + 1) * columns + j]);
    addThresholdPart(rowPart, rowShare, a, k, cross);
  }
  for (let l = 0; l < b.length; l++) {
    let cross = 0;
    for (let i = 0; i < rows; i++)
      cross += byColumn[l * rows + i] * (weight[i * columns + l] - weight[i * columns + l + 1]);
    addThresholdPart(columnPart, columnShare, b, l, cross);
  }
  for (let c = 0; c < size; c++)
    score[c] =
      counts[c] === 0
        ? 0
        : (score[c] - rowPart[Math.floor(c / columns)] - columnPart[c % columns]) / information;
  return score;
}

/**
 * Influence of a case in category i on threshold k: (1[i <= k] - F_k) / phi(tau_k), F_k the share up to category k.
 * returns    row-major: category × threshold
 */
export function thresholdInfluence(shares: ArrayLike<number>, thresholds: Float64Array): Float64Array {
  const result = new Float64Array(shares.length * thresholds.length);
  let upTo = 0;
  for (let k = 0; k < thresholds.length; k++) {
    upTo += shares[k];
    const density = Math.exp(-0.5 * thresholds[k] * thresholds[k]) / Math.sqrt(2 * Math.PI);
    for (let i = 0; i < shares.length; i++)
      result[i * thresholds.length + k] = ((i <= k ? 1 : 0) - upTo) / density;
  }
  return result;
}

function addThresholdPart(
  part: Float64Array,
  shares: Float64Array,
  thresholds: Float64Array,
  k: number,
  cross: number,
): void {
  let upTo = 0;
  for (let i = 0; i <= k; i++) upTo += shares[i];
  const density = Math.exp(-0.5 * thresholds[k] * thresholds[k]) / Math.sqrt(2 * Math.PI);
  for (let i = 0; i < part.length; i++) part[i] += (cross * ((i <= k ? 1 : 0) - upTo)) / density;
}
