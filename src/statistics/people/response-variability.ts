import type { Matrix } from '../matrix.ts';

/**
 * Intra-individual response variability: the standard deviation (n - 1) of each person's answers over the items. Low
 * values come from straight-lining, very high ones from random answering.
 *
 * answers   people × items, raw (not reversed), on one answer scale; NaN is missing and left out
 * returns   one value per person; NaN, missing, for fewer than two answers
 * source    Dunn, Heggestad, Shanock & Theilgard 2018, J. Bus. Psychol. 33, 105-121, doi:10.1007/s10869-016-9479-0
 * checked   R sd, test/fixtures/r/people.json, 1e-9
 */
export function responseVariability(answers: Matrix): Float64Array {
  const { rows, cols, data } = answers;
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let n = 0;
    let mean = 0;
    let squares = 0;
    for (let j = 0; j < cols; j++) {
      const value = data[j * rows + i];
      if (Number.isNaN(value)) continue;
      n++;
      const step = value - mean;
      mean += step / n;
      squares += step * (value - mean);
    }
    result[i] = n < 2 ? Number.NaN : Math.sqrt(squares / (n - 1));
  }
  return result;
}

/** Share of each person's answers that are his most frequent one; NaN, missing, for a person without answers. */
export function modalShare(answers: Matrix): Float64Array {
  const { rows, cols, data } = answers;
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const counts = new Map<number, number>();
    let n = 0;
    for (let j = 0; j < cols; j++) {
      const value = data[j * rows + i];
      if (Number.isNaN(value)) continue;
      n++;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    result[i] = n === 0 ? Number.NaN : Math.max(...counts.values()) / n;
  }
  return result;
}
