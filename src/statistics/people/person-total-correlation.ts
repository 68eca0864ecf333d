import type { Matrix } from '../matrix.ts';
import { withinPersonCorrelation } from './within-person-correlation.ts';

/**
 * Person-total correlation: of a person's answers with the mean answers of all others, over the items. Near zero or
 * negative: he answers unlike everybody, or blindly.
 *
 * answers   people × items, raw, on one answer scale; NaN is missing
 * returns   one value per person; NaN, missing, with fewer than three answers or no variance
 * source    Donlon & Fischer 1968, Educ. Psychol. Meas. 28, 105-113; Curran 2016, doi:10.1016/j.jesp.2015.07.006
 * checked   R cor, test/fixtures/r/people.json, 1e-9
 */
export function personTotalCorrelation(answers: Matrix): Float64Array {
  const { rows, cols, data } = answers;
  const sums = new Float64Array(cols);
  const counts = new Float64Array(cols);
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++) {
      const value = data[j * rows + i];
      if (Number.isNaN(value)) continue;
      sums[j] += value;
      counts[j]++;
    }
  const own = new Float64Array(cols);
  const others = new Float64Array(cols);
  return Float64Array.from({ length: rows }, (_, i) => {
    for (let j = 0; j < cols; j++) {
      own[j] = data[j * rows + i];
      others[j] = counts[j] > 1 ? (sums[j] - own[j]) / (counts[j] - 1) : Number.NaN;
    }
    return withinPersonCorrelation(own, others);
  });
}
