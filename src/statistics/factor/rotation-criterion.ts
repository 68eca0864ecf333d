import { createMatrix, type Matrix } from '../matrix.ts';

/** What a rotation makes small: its value at rotated loadings, and the derivative by each of them. */
export type RotationCriterion = (loadings: Matrix) => { readonly value: number; readonly gradient: Matrix };

// Values and signs are GPArotation's, so that criteria can be compared with it: Bernaards & Jennrich 2005, Educ. Psychol.
// Meas. 65, 676-696, doi:10.1177/0013164404272507.

/** Varimax (Kaiser 1958): minus a quarter of the variance of the squared loadings, summed over columns. */
export function varimaxCriterion(loadings: Matrix): { value: number; gradient: Matrix } {
  const { rows: p, cols: m, data } = loadings;
  const gradient = createMatrix(p, m);
  let value = 0;
  for (let f = 0; f < m; f++) {
    let mean = 0;
    for (let i = 0; i < p; i++) mean += data[f * p + i] ** 2 / p;
    for (let i = 0; i < p; i++) {
      const centred = data[f * p + i] ** 2 - mean;
      value -= centred ** 2 / 4;
      gradient.data[f * p + i] = -data[f * p + i] * centred;
    }
  }
  return { value, gradient };
}

/** Direct oblimin (Jennrich & Sampson 1966); gamma 0 is quartimin, the usual choice. */
export function obliminCriterion(gamma: number): RotationCriterion {
  return (loadings) => {
    const { rows: p, cols: m, data } = loadings;
    const gradient = createMatrix(p, m);
    const others = createMatrix(p, m);
    for (let i = 0; i < p; i++) {
      let all = 0;
      for (let f = 0; f < m; f++) all += data[f * p + i] ** 2;
      for (let f = 0; f < m; f++) others.data[f * p + i] = all - data[f * p + i] ** 2;
    }
    let value = 0;
    for (let f = 0; f < m; f++) {
      let mean = 0;
      for (let i = 0; i < p; i++) mean += others.data[f * p + i] / p;
      for (let i = 0; i < p; i++) {
        const x = others.data[f * p + i] - gamma * mean;
        value += (data[f * p + i] ** 2 * x) / 4;
        gradient.data[f * p + i] = data[f * p + i] * x;
      }
    }
    return { value, gradient };
  };
}

/** Geomin (Yates 1987): geometric means of the squared loadings of each item, plus a small delta. */
export function geominCriterion(delta: number): RotationCriterion {
  return (loadings) => {
    const { rows: p, cols: m, data } = loadings;
    const gradient = createMatrix(p, m);
    let value = 0;
    for (let i = 0; i < p; i++) {
      let log = 0;
      for (let f = 0; f < m; f++) log += Math.log(data[f * p + i] ** 2 + delta);
      const mean = Math.exp(log / m);
      value += mean;
      for (let f = 0; f < m; f++)
        gradient.data[f * p + i] = ((2 / m) * data[f * p + i] * mean) / (data[f * p + i] ** 2 + delta);
    }
    return { value, gradient };
  };
}
