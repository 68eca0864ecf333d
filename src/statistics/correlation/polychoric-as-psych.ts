import { normalQuantile } from '../distributions/normal.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import { createPolychoricCells } from './polychoric-cells.ts';
import { isAtCorrelationLimit } from './polychoric-climb.ts';
import { type OrdinalCodes, ordinalCodes, ordinalCrossTable } from './polychoric-codes.ts';
import { solvePolychoric } from './polychoric-solve.ts';
import { nonEmptyTable, polychoricStart } from './polychoric-table.ts';
import { polychoricThresholds } from './polychoric-thresholds.ts';

/**
 * Polychoric matrix by the conventions of psych::polychoric, for comparison with work that used it; polychoricMatrix is
 * the estimate to report.
 *
 * 'global' (psych's default) – thresholds of an item from all who answered it, each pair's table from those who answered
 * both; where items differ in their number of categories psych falls back to 'pair'. 'pair' – thresholds from the pair's
 * table, in which `correct` (psych's default is 0.5) replaces the zeros first, without bringing the sum back.
 * items      n × k, NaN missing
 * returns    k × k correlations. NotEstimable: no-overlap, no-variance, outside-range (details: first, second)
 * throws     RangeError: polychoricAsPsych requires at least two items / a correction of 0 or more
 * source     Revelle, psych 2.2.9, polychoric() and polyc()
 * checked    R psych::polychoric, test/fixtures/r/polychoric-psych.json, 2e-4 (its one-dimensional search stops there)
 */
export function polychoricAsPsych(
  items: Matrix,
  options: { readonly thresholds: 'global' | 'pair'; readonly correct?: number },
): Estimate<Matrix> {
  const { correct = 0.5 } = options;
  const k = items.cols;
  if (k < 2) throw new RangeError('polychoricAsPsych requires at least two items');
  if (!(correct >= 0)) throw new RangeError('polychoricAsPsych requires a correction of 0 or more');
  const codes = ordinalCodes(items);
  const constant = codes.findIndex(({ values }) => values.length < 2);
  if (constant >= 0) return notEstimable('no-variance', { first: constant, second: constant });
  const global = options.thresholds === 'global' && codes.every((c) => c.missing === codes[0].missing);
  const ownThresholds = codes.map((item) => polychoricThresholds(countsOf(item)));
  const rho = createMatrix(k, k);
  for (let first = 0; first < k; first++) {
    rho.data[first * k + first] = 1;
    for (let second = first + 1; second < k; second++) {
      const table = ordinalCrossTable(codes[first], codes[second]);
      const used = nonEmptyTable(table);
      if (used.total === 0) return notEstimable('no-overlap', { first, second, n: 0 });
      if (used.rows < 2 || used.columns < 2) return notEstimable('no-variance', { first, second });
      const { rows, columns } = global ? { rows: table.rows, columns: table.cols } : used;
      const counts = global
        ? Float64Array.from(
            { length: rows * columns },
            (_, c) => table.data[(c % columns) * rows + Math.floor(c / columns)],
          )
        : used.counts.map((count) => (count === 0 ? correct : count));
      const a = global ? ownThresholds[first] : marginThresholds(counts, rows, columns, used.total, false);
      const b = global ? ownThresholds[second] : marginThresholds(counts, rows, columns, used.total, true);
      const cells = createPolychoricCells(rows, columns);
      const start = polychoricStart(used.counts, used.rows, used.columns);
      const found = solvePolychoric(counts, a, b, cells, start, 1e-10, 100);
      if (!found.converged || isAtCorrelationLimit(found.rho))
        return notEstimable('outside-range', { first, second, rho: found.rho });
      rho.data[second * k + first] = found.rho;
      rho.data[first * k + second] = found.rho;
    }
  }
  return rho;
}

function countsOf({ codes, missing }: OrdinalCodes): Float64Array {
  const counts = new Float64Array(missing);
  for (const code of codes) if (code !== missing) counts[code]++;
  return counts;
}

// Cumulated shares of the corrected margins over the uncorrected total, as psych has them.
function marginThresholds(
  counts: Float64Array,
  rows: number,
  columns: number,
  total: number,
  ofColumns: boolean,
): Float64Array {
  const margin = new Float64Array(ofColumns ? columns : rows);
  counts.forEach((count, c) => {
    margin[ofColumns ? c % columns : Math.floor(c / columns)] += count;
  });
  let below = 0;
  return Float64Array.from({ length: margin.length - 1 }, (_, at) => {
    below += margin[at];
    return normalQuantile(Math.min(below / total, 1 - 1e-12));
  });
}
