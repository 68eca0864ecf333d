import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalUpper } from '../distributions/normal.ts';
import { cholesky } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

export interface Mardia {
  readonly skewness: number;
  readonly kurtosis: number;
  /** n b1 / 6 on p(p + 1)(p + 2) / 6 degrees of freedom. */
  readonly skewnessChiSquare: number;
  readonly df: number;
  readonly skewnessP: number;
  /** Mardia's 1974 correction for small samples. */
  readonly smallSampleChiSquare: number;
  readonly smallSampleP: number;
  readonly kurtosisZ: number;
  /** Two-sided. */
  readonly kurtosisP: number;
  readonly n: number;
}

/**
 * Mardia's multivariate skewness b1 and kurtosis b2 with their tests of multivariate normality.
 *
 * b1 = mean over pairs of g_ij^3, b2 = mean of g_ii^2, g_ij = (x_i - m)' S^-1 (x_j - m). Computed from the third moments of
 * the whitened items, which is the same sum at a cost of n p^3 / 6 instead of n^2 p.
 * items      n × p, complete
 * divisor    of S: 'n' (default) – Mardia 1970, MVN, semTools; 'n-1' – psych::mardia
 * returns    NotEstimable: too-few-cases (n <= p), not-positive-definite
 * throws     RangeError: mardia requires complete items (no NaN)
 * source     Mardia 1970, Biometrika 57, 519-530, doi:10.1093/biomet/57.3.519;
 *            small samples: Mardia 1974, Sankhya B 36, 115-128
 * checked    R psych::mardia ('n-1') and semTools ('n'), test/fixtures/r/factorability.json, 1e-9
 */
export function mardia(items: Matrix, divisor: 'n' | 'n-1' = 'n'): Estimate<Mardia> {
  const { rows: n, cols: p } = items;
  if (items.data.some(Number.isNaN)) throw new RangeError('mardia requires complete items');
  if (n <= p) return notEstimable('too-few-cases', { n, needed: p + 1 });
  const white = whitened(items, divisor === 'n' ? n : n - 1);
  if (isNotEstimable(white)) return white;
  const y = Array.from({ length: p }, (_, j) => white.data.subarray(j * n, (j + 1) * n));
  let skewness = 0;
  const product = new Float64Array(n);
  for (let j = 0; j < p; j++)
    for (let k = j; k < p; k++) {
      for (let i = 0; i < n; i++) product[i] = y[j][i] * y[k][i];
      for (let l = k; l < p; l++) {
        let moment = 0;
        const z = y[l];
        for (let i = 0; i < n; i++) moment += product[i] * z[i];
        moment /= n;
        // How often the moment (j, k, l) stands in the full sum over all ordered triples.
        const orders = j === k && k === l ? 1 : j === k || k === l ? 3 : 6;
        skewness += orders * moment * moment;
      }
    }
  let kurtosis = 0;
  for (let i = 0; i < n; i++) {
    let distance = 0;
    for (let j = 0; j < p; j++) distance += y[j][i] * y[j][i];
    kurtosis += (distance * distance) / n;
  }
  const df = (p * (p + 1) * (p + 2)) / 6;
  const skewnessChiSquare = (n * skewness) / 6;
  const correction = ((p + 1) * (n + 1) * (n + 3)) / (n * ((n + 1) * (p + 1) - 6));
  const smallSampleChiSquare = skewnessChiSquare * correction;
  const kurtosisZ = (kurtosis - p * (p + 2)) / Math.sqrt((8 * p * (p + 2)) / n);
  return {
    skewness,
    kurtosis,
    skewnessChiSquare,
    df,
    skewnessP: chiSquareUpper(skewnessChiSquare, df),
    smallSampleChiSquare,
    smallSampleP: chiSquareUpper(smallSampleChiSquare, df),
    kurtosisZ,
    kurtosisP: 2 * normalUpper(Math.abs(kurtosisZ)),
    n,
  };
}

// Centred items times the inverse Cholesky factor of S: uncorrelated, with unit variance.
function whitened(items: Matrix, divisor: number): Estimate<Matrix> {
  const { rows: n, cols: p } = items;
  const centred = createMatrix(n, p);
  for (let j = 0; j < p; j++) {
    const column = items.data.subarray(j * n, (j + 1) * n);
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    for (let i = 0; i < n; i++) centred.data[j * n + i] = column[i] - mean;
  }
  const covariance = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += centred.data[j * n + i] * centred.data[k * n + i];
      covariance.data[j * p + k] = sum / divisor;
      covariance.data[k * p + j] = sum / divisor;
    }
  const factor = cholesky(covariance);
  if (isNotEstimable(factor)) return factor;
  for (let j = 0; j < p; j++) {
    const target = centred.data.subarray(j * n, (j + 1) * n);
    for (let k = 0; k < j; k++) {
      const weight = factor.data[k * p + j];
      for (let i = 0; i < n; i++) target[i] -= weight * centred.data[k * n + i];
    }
    const scale = 1 / factor.data[j * p + j];
    for (let i = 0; i < n; i++) target[i] *= scale;
  }
  return centred;
}
