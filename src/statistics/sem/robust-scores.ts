import type { ImpliedMoments } from './implied-moments.ts';
import { mirrorUpper } from './information.ts';
import { basisForm, basisVectors, type MomentBasis, meanWeights } from './moment-basis.ts';
import { invertPresent, spread } from './normal-discrepancy.ts';
import type { RamModel } from './ram-model.ts';
import type { SemSample } from './sem-sample.ts';

/**
 * The meat of the sandwich: (1/N) Σ s s' of the cases' scores s, for each case
 * s_k = ½ tr(dΣ_k W (z z' - Σ) W) + dμ_k' W z over the variables it answered. Without a mean structure z is taken about
 * the sample means.
 * source   Yuan & Bentler 2000, Sociol. Methodol. 30, 165-200, doi:10.1111/0081-1750.00078
 * checked  R lavaan estimator = 'MLR', SE, test/fixtures/r/sem-mlr.json, 1e-5
 */
export function firstOrderInformation(
  model: RamModel,
  bases: readonly MomentBasis[],
  implied: readonly ImpliedMoments[],
  sample: SemSample,
): Float64Array {
  if (sample.cases === null) throw new RangeError('firstOrderInformation requires answers, not moments');
  const order = model.freeCount;
  const target = new Float64Array(order * order);
  const score = new Float64Array(order);
  for (const [group, patterns] of sample.cases.groups.entries()) {
    const basis = bases[group];
    const moments = implied[group];
    const vectors = basisVectors(basis, moments, model.size);
    const weights = sample.hasMeans ? meanWeights(basis, moments) : new Float64Array(basis.directions.length);
    const center = sample.hasMeans ? moments.means : sample.saturated[group].means;
    for (const pattern of patterns) {
      const inverted = invertPresent(moments, model.size, pattern.present);
      if (inverted === null) throw new RangeError('firstOrderInformation requires an admissible solution');
      const weight = spread(inverted.inverse.data, pattern.present, model.observed);
      const form = basisForm(basis, vectors, weight);
      const readers = weightedVectors(vectors, weight, model.observed);
      for (const row of pattern.rows) {
        const z = new Float64Array(model.observed);
        for (const j of pattern.present)
          z[j] = sample.cases.values.data[j * sample.cases.values.rows + row] - center[j];
        caseScore(score, basis, weights, form, readers, z);
        addOuter(target, score, 1 / sample.n);
      }
    }
  }
  mirrorUpper(target, order);
  return target;
}

/** W T, so that a case's T' W z is one pass. */
function weightedVectors(vectors: Float64Array, weight: Float64Array, p: number): Float64Array {
  const result = new Float64Array(vectors.length);
  for (let j = 0; j * p < vectors.length; j++)
    for (let k = 0; k < p; k++) {
      const value = vectors[j * p + k];
      if (value !== 0) for (let i = 0; i < p; i++) result[j * p + i] += weight[k * p + i] * value;
    }
  return result;
}

function caseScore(
  score: Float64Array,
  basis: MomentBasis,
  weights: Float64Array,
  form: Float64Array,
  readers: Float64Array,
  z: Float64Array,
): void {
  const p = z.length;
  const width = basis.unit.length;
  const read = new Float64Array(width);
  for (let j = 0; j < width; j++) {
    let sum = 0;
    for (let i = 0; i < p; i++) sum += readers[j * p + i] * z[i];
    read[j] = sum;
  }
  const { count, u, v, row, free, factor } = basis.flat;
  score.fill(0);
  for (let k = 0; k < count; k++)
    score[free[k]] +=
      factor[k] * (read[u[k]] * read[v[k]] - form[v[k] * width + u[k]]) + weights[k] * read[row[k]];
}

function addOuter(target: Float64Array, score: Float64Array, share: number): void {
  const order = score.length;
  for (let j = 0; j < order; j++) {
    const value = share * score[j];
    if (value !== 0) for (let i = 0; i <= j; i++) target[j * order + i] += value * score[i];
  }
}
