import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { createMatrix, type Matrix, selectRows } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type Polychoric, type PolychoricOptions, polychoric } from './polychoric.ts';
import { type OrdinalCodes, ordinalCodes, ordinalCrossTable } from './polychoric-codes.ts';

export interface PolychoricMatrixOptions extends PolychoricOptions {
  /**
   * Which cases a pair uses. 'listwise' – those who answered every item, so that thresholds are the same in all pairs
   * (lavaan); 'pairwise' – those who answered both items, thresholds from them (polycor).
   */
  readonly missing: 'listwise' | 'pairwise';
}

export interface PolychoricMatrix {
  /** k × k, ones on the diagonal. */
  readonly rho: Matrix;
  /** k × k, zeros on the diagonal. */
  readonly standardError: Matrix;
  /** Cases per pair; on the diagonal per item. */
  readonly n: Matrix;
  /** The pairs in full: (first, second) with second > first, ordered by first, then second. */
  readonly pairs: readonly (Polychoric & { readonly first: number; readonly second: number })[];
  readonly smallestEigenvalue: number;
  /** A matrix of pairwise estimates need not be a correlation matrix; factor methods must refuse or smooth it then. */
  readonly positiveDefinite: boolean;
}

/**
 * Polychoric correlations of all pairs of ordinal items, from their cross-tables: after one pass over the cases the
 * cost does not depend on their number.
 *
 * items      n × k, NaN missing; any ordered numbers, at most 254 different ones per item
 * returns    see PolychoricMatrix. NotEstimable as of the first pair that is not (details: first, second), or no-answers
 * throws     RangeError: polychoricMatrix requires at least two items; those of polychoric and ordinalCodes
 * source     Olsson 1979, Psychometrika 44, 443-460, doi:10.1007/BF02296207
 * checked    R lavaan::lavCor (listwise), polycor::polychor (pairwise), test/fixtures/r/polychoric.json, 1e-6
 */
export function polychoricMatrix(
  items: Matrix,
  options: PolychoricMatrixOptions,
): Estimate<PolychoricMatrix> {
  if (items.cols < 2) throw new RangeError('polychoricMatrix requires at least two items');
  const used = options.missing === 'listwise' ? selectRows(items, completeRows(items)) : items;
  const codes = ordinalCodes(used);
  const k = items.cols;
  const rho = createMatrix(k, k);
  const standardError = createMatrix(k, k);
  const n = createMatrix(k, k);
  const pairs: (Polychoric & { first: number; second: number })[] = [];
  for (let first = 0; first < k; first++) {
    rho.data[first * k + first] = 1;
    n.data[first * k + first] = answered(codes[first]);
    for (let second = first + 1; second < k; second++) {
      const result = polychoric(ordinalCrossTable(codes[first], codes[second]), options);
      if (isNotEstimable(result))
        return notEstimable(result.notEstimable, { ...result.details, first, second });
      pairs.push({ ...result, first, second });
      for (const at of [second * k + first, first * k + second]) {
        rho.data[at] = result.rho;
        standardError.data[at] = result.standardError;
        n.data[at] = result.n;
      }
    }
  }
  const { values } = symmetricEigen(rho);
  const smallestEigenvalue = values[k - 1];
  return { rho, standardError, n, pairs, smallestEigenvalue, positiveDefinite: smallestEigenvalue > 1e-10 };
}

/** Rows without a missing answer, ascending. */
function completeRows(items: Matrix): number[] {
  const rows: number[] = [];
  for (let i = 0; i < items.rows; i++) {
    let complete = true;
    for (let j = 0; j < items.cols && complete; j++) complete = !Number.isNaN(items.data[j * items.rows + i]);
    if (complete) rows.push(i);
  }
  return rows;
}

function answered(item: OrdinalCodes): number {
  let count = 0;
  for (const code of item.codes) if (code !== item.missing) count++;
  return count;
}
