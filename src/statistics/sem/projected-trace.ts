import { crossed, product, traceOfProduct } from './dense-products.ts';

/** Δ and K = WΔ, moments × parameters, and E = (Δ'WΔ)⁻¹: what a model takes from the moments it is fitted to. */
export interface Projection {
  readonly delta: Float64Array;
  readonly weighted: Float64Array;
  readonly bread: Float64Array;
  readonly size: number;
  readonly order: number;
}

/**
 * tr(V P Γ P') with P = I - Δ E K', the part of the moments a model leaves over: tr(VΓ) - 2 tr(E M'VΔ) + tr(E B E Δ'VΔ)
 * with M = ΓK and B = K'M. No product of two size × size matrices is needed.
 */
export function projectedTrace(v: Float64Array, gamma: Float64Array, projection: Projection): number {
  const { delta, weighted, bread, size, order } = projection;
  const m = product(gamma, weighted, size, size, order);
  const vDelta = product(v, delta, size, size, order);
  const eb = product(bread, crossed(weighted, m, size, order, order), order, order, order);
  const ev = product(bread, crossed(delta, vDelta, size, order, order), order, order, order);
  const middle = traceOfProduct(bread, crossed(m, vDelta, size, order, order));
  return traceOfProduct(v, gamma) - 2 * middle + traceOfPlainProduct(eb, ev, order);
}

/** tr(X Y) where neither is symmetric. */
export function traceOfPlainProduct(x: Float64Array, y: Float64Array, order: number): number {
  let sum = 0;
  for (let j = 0; j < order; j++) for (let i = 0; i < order; i++) sum += x[j * order + i] * y[i * order + j];
  return sum;
}
