import type { Matrix } from '../matrix.ts';
import { withinPersonCorrelation } from './within-person-correlation.ts';

/**
 * Even-odd consistency: each person's correlation, over the scales, of the mean of a scale's odd items with the mean of
 * its even items, stepped up by Spearman-Brown. High is consistent. (careless::evenodd turns the sign since 1.2.0, so
 * there high is careless; a value below -1 is cut to -1, as there.)
 *
 * answers   people × items, keyed in one direction within each scale; NaN is missing
 * scales    columns of each scale, in order; at least three scales of two items or more
 * returns   one value per person; NaN, missing, with fewer than three scales answered in both halves, or no variance
 * throws    RangeError: evenOddConsistency requires at least three scales of two items or more
 * source    Jackson 1976, as in Meade & Craig 2012, doi:10.1037/a0028085
 * checked   R, written from careless::evenodd, test/fixtures/r/people.json, 1e-9
 */
export function evenOddConsistency(answers: Matrix, scales: readonly (readonly number[])[]): Float64Array {
  if (scales.length < 3 || scales.some((scale) => scale.length < 2))
    throw new RangeError('evenOddConsistency requires at least three scales of two items or more');
  const { rows } = answers;
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const odd = scales.map((scale) => halfMean(answers, i, scale, 0));
    const even = scales.map((scale) => halfMean(answers, i, scale, 1));
    const r = withinPersonCorrelation(odd, even);
    result[i] = r > -1 ? Math.max(-1, (2 * r) / (1 + r)) : Number.isNaN(r) ? r : -1;
  }
  return result;
}

function halfMean(answers: Matrix, person: number, scale: readonly number[], offset: 0 | 1): number {
  let n = 0;
  let sum = 0;
  for (let k = offset; k < scale.length; k += 2) {
    const value = answers.data[scale[k] * answers.rows + person];
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  return n === 0 ? Number.NaN : sum / n;
}
