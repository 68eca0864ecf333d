import { normalQuantile } from '../distributions/normal.ts';

/**
 * Thresholds that cut a standard normal variable into categories with the observed shares.
 *
 * tau_k = Phi^-1((n_1 + … + n_k) / n), k = 1 … K - 1; the two-step estimate of Olsson (1979).
 * counts     K >= 2 counts, every one above zero: an empty category has no threshold of its own, so drop it first
 * returns    K - 1 increasing numbers, all finite
 * throws     RangeError: polychoricThresholds requires at least two categories / counts above zero
 * source     Olsson 1979, Psychometrika 44, 443-460, doi:10.1007/BF02296207
 * checked    R lavaan::lavCor(output = "th"), test/fixtures/r/polychoric.json, 1e-9
 */
export function polychoricThresholds(counts: ArrayLike<number>): Float64Array {
  const categories = counts.length;
  if (categories < 2) throw new RangeError('polychoricThresholds requires at least two categories');
  let total = 0;
  for (let k = 0; k < categories; k++) {
    if (!(counts[k] > 0)) throw new RangeError('polychoricThresholds requires counts above zero');
    total += counts[k];
  }
  const thresholds = new Float64Array(categories - 1);
  let below = 0;
  for (let k = 0; k < categories - 1; k++) {
    below += counts[k];
    thresholds[k] = normalQuantile(below / total);
  }
  return thresholds;
}
