import { type OrdinalCodes, ordinalCodes } from '../correlation/polychoric-codes.ts';
import { columnOf, type Matrix } from '../matrix.ts';

export interface ResponsePatterns {
  /** Different patterns × items, row-major: category from 0, or `UNANSWERED`. */
  readonly codes: Uint8Array;
  readonly items: number;
  readonly counts: Float64Array;
  /** Group of each pattern. */
  readonly groups: Uint8Array;
  /** Pattern of each case; -1 for cases without any answer. */
  readonly patternOf: Int32Array;
  /** Values used by each item, ascending: its categories. */
  readonly values: readonly (readonly number[])[];
}

export const UNANSWERED = 255;

/**
 * Cases with the same answers (and group) once, with their number: the estimation's cost hangs on these.
 * groups     0 … 254 per case; all 0 when left out
 * categories values of each item's categories, ascending; those used when left out
 * throws     RangeError: responsePatterns requires answers among the categories
 */
export function responsePatterns(
  items: Matrix,
  groups?: ArrayLike<number>,
  categories?: readonly (readonly number[])[],
): ResponsePatterns {
  const { rows: n, cols: k } = items;
  const coded = categories ? givenCodes(items, categories) : ordinalCodes(items);
  const seen = new Map<string, number>();
  const rows: number[] = [];
  const counts: number[] = [];
  const patternOf = new Int32Array(n);
  const key = new Uint8Array(k + 1);
  for (let i = 0; i < n; i++) {
    let answered = false;
    for (let j = 0; j < k; j++) {
      const code = coded[j].codes[i];
      key[j] = code === coded[j].missing ? UNANSWERED : code;
      if (key[j] !== UNANSWERED) answered = true;
    }
    patternOf[i] = -1;
    if (!answered) continue;
    key[k] = groups ? groups[i] : 0;
    const name = String.fromCharCode(...key);
    let pattern = seen.get(name);
    if (pattern === undefined) {
      pattern = rows.length;
      seen.set(name, pattern);
      rows.push(i);
      counts.push(0);
    }
    counts[pattern]++;
    patternOf[i] = pattern;
  }
  const codes = new Uint8Array(rows.length * k);
  rows.forEach((row, pattern) => {
    for (let j = 0; j < k; j++) {
      const code = coded[j].codes[row];
      codes[pattern * k + j] = code === coded[j].missing ? UNANSWERED : code;
    }
  });
  return {
    codes,
    items: k,
    counts: Float64Array.from(counts),
    groups: Uint8Array.from(rows, (row) => (groups ? groups[row] : 0)),
    patternOf,
    values: coded.map(({ values }) => values),
  };
}

function givenCodes(items: Matrix, categories: readonly (readonly number[])[]): OrdinalCodes[] {
  return categories.map((values, j) => {
    const missing = values.length;
    const codes = Uint8Array.from(columnOf(items, j), (value) => {
      const code = Number.isNaN(value) ? missing : values.indexOf(value);
      if (code < 0) throw new RangeError('responsePatterns requires answers among the categories');
      return code;
    });
    return { values, codes, missing };
  });
}
