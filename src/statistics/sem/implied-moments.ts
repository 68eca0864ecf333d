import { invertGeneral } from '../linalg/general-inverse.ts';
import type { Matrix } from '../matrix.ts';
import { product } from './dense-products.ts';
import { fillRam, type RamModel } from './ram-model.ts';

/** What a model implies at given parameters, over all its variables (size × size, column-major). */
export interface ImpliedMoments {
  /** E = (I - A)⁻¹: total effects. */
  readonly effects: Float64Array;
  /** Ω = E S E'. The first rows and columns are those of the observed variables. */
  readonly covariance: Float64Array;
  /** η = E m. */
  readonly means: Float64Array;
}

/**
 * Implied moments of one group: covariance (I-A)⁻¹ S (I-A)⁻ᵀ and means (I-A)⁻¹ m.
 * returns  null when I - A has no inverse
 * source   McArdle & McDonald 1984, Br. J. Math. Stat. Psychol. 37, 234-251
 * checked  through fitSem
 */
export function impliedMoments(model: RamModel, group: number, free: Float64Array): ImpliedMoments | null {
  const size = model.size;
  const { a, s, m } = fillRam(model, group, free);
  const effects = totalEffects(a, size);
  if (effects === null) return null;
  const half = product(effects, s, size, size, size);
  const covariance = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) {
      const weight = effects[k * size + j];
      if (weight === 0) continue;
      for (let i = 0; i < size; i++) covariance[j * size + i] += half[k * size + i] * weight;
    }
  const means = new Float64Array(size);
  for (let k = 0; k < size; k++)
    if (m[k] !== 0) for (let i = 0; i < size; i++) means[i] += effects[k * size + i] * m[k];
  return { effects, covariance, means };
}

/** Without feedback loops A^k is zero for some k, and the series I + A + A² + … is exact. */
function totalEffects(a: Float64Array, size: number): Float64Array | null {
  const effects = new Float64Array(size * size);
  for (let i = 0; i < size; i++) effects[i * size + i] = 1;
  let power = a;
  for (let step = 0; step < size; step++) {
    let isZero = true;
    for (let i = 0; i < power.length; i++)
      if (power[i] !== 0) {
        effects[i] += power[i];
        isZero = false;
      }
    if (isZero) return effects;
    power = product(power, a, size, size, size);
  }
  const difference: Matrix = { rows: size, cols: size, data: a.map((value) => -value) };
  for (let i = 0; i < size; i++) difference.data[i * size + i] += 1;
  const inverse = invertGeneral(difference);
  return 'notEstimable' in inverse ? null : inverse.data;
}
