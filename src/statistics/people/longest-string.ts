import type { Matrix } from '../matrix.ts';

export interface StringLengths {
  /** Longest run of identical consecutive answers of each person. */
  readonly longest: Int32Array;
  /** Mean length of the person's runs. */
  readonly mean: Float64Array;
}

/**
 * Runs of identical consecutive answers, the sign of someone who clicks down one column.
 * A missing answer breaks a run and is a run of length 1 by itself (as careless::longstring); nothing is skipped.
 *
 * answers   people × items in the order they were shown, raw (not reversed); NaN is missing
 * throws    RangeError: longestString requires at least one item
 * source    Johnson 2005, J. Res. Pers. 39, 103-129; Meade & Craig 2012, Psychol. Methods 17, 437-455,
 *           doi:10.1037/a0028085
 * checked   by hand and R rle, test/fixtures/r/people.json, exact
 */
export function longestString(answers: Matrix): StringLengths {
  const { rows, cols, data } = answers;
  if (cols === 0) throw new RangeError('longestString requires at least one item');
  const longest = new Int32Array(rows).fill(1);
  const mean = new Float64Array(rows);
  const current = new Int32Array(rows).fill(1);
  const runs = new Int32Array(rows).fill(1);
  // Column by column, because a column is contiguous; NaN never equals anything, so it breaks the run by itself.
  for (let j = 1; j < cols; j++)
    for (let i = 0; i < rows; i++) {
      if (data[j * rows + i] === data[(j - 1) * rows + i]) {
        current[i]++;
        if (current[i] > longest[i]) longest[i] = current[i];
      } else {
        current[i] = 1;
        runs[i]++;
      }
    }
  for (let i = 0; i < rows; i++) mean[i] = cols / runs[i];
  return { longest, mean };
}
