import { createMatrix, type Matrix } from '../matrix.ts';
import { createPolychoricCells, fillPolychoricCells } from './polychoric-cells.ts';
import type { OrdinalCodes } from './polychoric-codes.ts';
import { ordinalCrossTable } from './polychoric-codes.ts';
import { polychoricInfluence, thresholdInfluence } from './polychoric-influence.ts';

/**
 * Influence of every case on every threshold and polychoric correlation: column sums are zero, and cross-products over n
 * are the asymptotic covariance matrix (Gamma) that WLSMV weighs and corrects with.
 *
 * codes      complete items (no missing code), each with at least two values
 * thresholds of each item, from the same cases
 * rho        k × k two-step polychoric correlations of the same cases
 * returns    n × q: thresholds of item 1, item 2, …, then the correlations of pairs (1,2), (1,3), …, (2,3), …
 * source     Muthén 1984, Psychometrika 49, 115-132, doi:10.1007/BF02294210
 * checked    R lavaan lavInspect(fit, "gamma"), test/fixtures/r/polychoric.json, 1e-5
 */
export function polychoricInfluenceMatrix(
  codes: readonly OrdinalCodes[],
  thresholds: readonly Float64Array[],
  rho: Matrix,
): Matrix {
  const k = codes.length;
  const n = codes[0].codes.length;
  const thresholdCount = thresholds.reduce((sum, tau) => sum + tau.length, 0);
  const result = createMatrix(n, thresholdCount + (k * (k - 1)) / 2);
  let column = 0;
  for (let item = 0; item < k; item++) {
    const tau = thresholds[item];
    const answers = codes[item].codes;
    const shares = new Float64Array(tau.length + 1);
    for (const code of answers) shares[code] += 1 / n;
    const influence = thresholdInfluence(shares, tau);
    for (let t = 0; t < tau.length; t++, column++)
      for (let i = 0; i < n; i++) result.data[column * n + i] = influence[answers[i] * tau.length + t];
  }
  for (let first = 0; first < k; first++)
    for (let second = first + 1; second < k; second++, column++) {
      const a = thresholds[first];
      const b = thresholds[second];
      const cells = createPolychoricCells(a.length + 1, b.length + 1);
      const correlation = rho.data[second * k + first];
      fillPolychoricCells(cells, a, b, correlation);
      const counts = rowMajor(ordinalCrossTable(codes[first], codes[second]));
      const influence = polychoricInfluence(counts, a, b, correlation, cells);
      const x = codes[first].codes;
      const y = codes[second].codes;
      const columns = cells.columns;
      for (let i = 0; i < n; i++) result.data[column * n + i] = influence[x[i] * columns + y[i]];
    }
  return result;
}

function rowMajor(table: Matrix): Float64Array {
  const counts = new Float64Array(table.rows * table.cols);
  for (let i = 0; i < table.rows; i++)
    for (let j = 0; j < table.cols; j++) counts[i * table.cols + j] = table.data[j * table.rows + i];
  return counts;
}
