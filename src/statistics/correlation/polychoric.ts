import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalQuantile } from '../distributions/normal.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { createPolychoricCells } from './polychoric-cells.ts';
import { isAtCorrelationLimit } from './polychoric-climb.ts';
import { polychoricInfluence } from './polychoric-influence.ts';
import { solvePolychoric } from './polychoric-solve.ts';
import { nonEmptyTable, polychoricStart } from './polychoric-table.ts';
import { polychoricThresholds } from './polychoric-thresholds.ts';

export interface PolychoricOptions {
  /** Confidence level of the interval; 0.95. */
  readonly level?: number;
  /** Largest last step in rho; 1e-10. */
  readonly tolerance?: number;
  /** Most evaluations of the likelihood; 100. */
  readonly limit?: number;
}

export interface Polychoric {
  readonly rho: number;
  /** Two-step standard error: counts the sampling of the thresholds too. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly n: number;
  /** Thresholds between the categories that were used at all. */
  readonly rowThresholds: Float64Array;
  readonly columnThresholds: Float64Array;
  /** Cells without a case among the used categories: with many of them rho leans on the normal shape alone. */
  readonly emptyCells: number;
  /** Likelihood-ratio test of underlying bivariate normality; df 0 (2 × 2) leaves nothing to test and p is 1. */
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly gradient: number;
}

/**
 * Polychoric correlation of two ordinal items: two-step maximum likelihood, no correction of empty cells.
 *
 * Step 1: thresholds from the margins of this table. Step 2: rho maximises sum n_ij log p_ij(rho), with p_ij exact
 * rectangles of the bivariate normal distribution. The standard error is that of the two-step estimator (influence
 * functions); the interval is symmetric on Fisher's z = atanh(rho), se(z) = se / (1 - rho^2).
 * table      counts, category of the first item by category of the second; both orders ascending. Categories nobody
 *            chose may stand there as empty rows or columns; they are left out.
 * returns    see Polychoric. NotEstimable: no-answers (empty table), no-variance (an item with one used category),
 *            outside-range (the maximum lies at rho = ±1, as in a 2 × 2 table with an empty cell), not-converged
 * throws     RangeError: polychoric requires counts that are finite and not negative / a level between 0 and 1
 * source     Olsson 1979, Psychometrika 44, 443-460, doi:10.1007/BF02296207;
 *            standard error: Jöreskog 1994, Psychometrika 59, 381-389, doi:10.1007/BF02296131
 * checked    R polycor::polychor, lavaan::lavCor, test/fixtures/r/polychoric.json, 1e-6
 */
export function polychoric(table: Matrix, options: PolychoricOptions = {}): Estimate<Polychoric> {
  const { level = 0.95, tolerance = 1e-10, limit = 100 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError('polychoric requires a level between 0 and 1');
  const used = nonEmptyTable(table);
  if (used.total === 0) return notEstimable('no-answers', { n: 0 });
  if (used.rows < 2 || used.columns < 2)
    return notEstimable('no-variance', { n: used.total, rows: used.rows, columns: used.columns });
  const a = polychoricThresholds(used.rowCounts);
  const b = polychoricThresholds(used.columnCounts);
  const cells = createPolychoricCells(used.rows, used.columns);
  const start = polychoricStart(used.counts, used.rows, used.columns);
  const { rho, iterations, converged, gradient } = solvePolychoric(
    used.counts,
    a,
    b,
    cells,
    start,
    tolerance,
    limit,
  );
  if (isAtCorrelationLimit(rho)) return notEstimable('outside-range', { n: used.total, rho });
  if (!converged) return notEstimable('not-converged', { n: used.total, iterations, gradient });
  const influence = polychoricInfluence(used.counts, a, b, rho, cells);
  let variance = 0;
  let chiSquare = 0;
  let emptyCells = 0;
  used.counts.forEach((count, c) => {
    if (count === 0) emptyCells++;
    else {
      variance += count * influence[c] * influence[c];
      chiSquare += 2 * count * Math.log(count / (used.total * cells.probability[c]));
    }
  });
  const standardError = Math.sqrt(variance) / used.total;
  const reach = (normalQuantile(0.5 + level / 2) * standardError) / (1 - rho * rho);
  const df = (used.rows - 1) * (used.columns - 1) - 1;
  return {
    rho,
    standardError,
    lower: Math.tanh(Math.atanh(rho) - reach),
    upper: Math.tanh(Math.atanh(rho) + reach),
    level,
    n: used.total,
    rowThresholds: a,
    columnThresholds: b,
    emptyCells,
    chiSquare: Math.max(chiSquare, 0),
    df,
    p: df === 0 ? 1 : chiSquareUpper(Math.max(chiSquare, 0), df),
    iterations,
    converged,
    gradient,
  };
}
