import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { Matrix } from '../matrix.ts';
import { requireCorrelation } from './require-correlation.ts';

export interface MinimumAveragePartial {
  /** Element m: average after m components were taken out; m = 0 … p - 2 at most. */
  readonly squared: Float64Array;
  /** The same with fourth powers (Velicer, Eaton & Fava 2000). */
  readonly fourthPower: Float64Array;
  /** Where each is smallest; 0 says that no component pays. */
  readonly components: number;
  readonly componentsFourthPower: number;
}

/**
 * Velicer's minimum average partial test: the number of components after which the average squared partial
 * correlation between the items is smallest.
 *
 * correlation p × p; the averages end early where a component leaves an item without variance
 * throws     RangeError: minimumAveragePartial requires a correlation matrix
 * source     Velicer 1976, Psychometrika 41, 321-327, doi:10.1007/BF02293557
 * checked    R psych::vss()$map, test/fixtures/r/factorability.json, 1e-9
 */
export function minimumAveragePartial(correlation: Matrix): MinimumAveragePartial {
  requireCorrelation('minimumAveragePartial', correlation);
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(correlation);
  const rest = Float64Array.from(correlation.data);
  const squared: number[] = [];
  const fourth: number[] = [];
  for (let m = 0; m < p - 1; m++) {
    if (m > 0)
      for (let j = 0; j < p; j++)
        for (let i = 0; i < p; i++)
          rest[j * p + i] -= values[m - 1] * vectors.data[(m - 1) * p + i] * vectors.data[(m - 1) * p + j];
    let smallest = 1;
    for (let i = 0; i < p; i++) smallest = Math.min(smallest, rest[i * p + i]);
    if (!(smallest > 1e-10)) break;
    let sumSquared = 0;
    let sumFourth = 0;
    for (let j = 0; j < p; j++)
      for (let i = 0; i < j; i++) {
        const square = rest[j * p + i] ** 2 / (rest[i * p + i] * rest[j * p + j]);
        sumSquared += square;
        sumFourth += square * square;
      }
    squared.push((2 * sumSquared) / (p * (p - 1)));
    fourth.push((2 * sumFourth) / (p * (p - 1)));
  }
  return {
    squared: Float64Array.from(squared),
    fourthPower: Float64Array.from(fourth),
    components: squared.indexOf(Math.min(...squared)),
    componentsFourthPower: fourth.indexOf(Math.min(...fourth)),
  };
}
