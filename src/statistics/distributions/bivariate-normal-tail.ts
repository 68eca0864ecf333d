import { gaussLegendre } from './gauss-legendre.ts';
import { normalLogCdf } from './normal.ts';

const RULE = gaussLegendre(16);

/**
 * P(X <= h, Y <= k) where it is small, with relative precision: ∫ φ(x) Φ((k - ρx) / √(1 - ρ²)) dx up to h.
 * The integrand is positive and log-concave, so it is integrated around its mode out to where it has fallen by e^-40,
 * in panels that end where Φ bends.
 *
 * h, k      finite
 * rho       -1 < rho < 1
 */
export function smallBivariateNormalCdf(h: number, k: number, rho: number): number {
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  const logIntegrand = (x: number) => -0.5 * x * x + normalLogCdf((k - rho * x) / spread);
  const mode = modeBelow(logIntegrand, h);
  const peak = logIntegrand(mode);
  if (peak < -760) return 0;
  const left = edge(logIntegrand, mode, peak, -1, -Infinity);
  const right = mode === h ? h : edge(logIntegrand, mode, peak, 1, h);
  const bend = k / rho;
  const width = spread / Math.abs(rho);
  const ends = [left, mode, right];
  for (const offset of [-6, -2, 0, 2, 6]) ends.push(Math.min(right, Math.max(left, bend + offset * width)));
  ends.sort((a, b) => a - b);
  let sum = 0;
  for (let e = 1; e < ends.length; e++) sum += panels(logIntegrand, peak, ends[e - 1], ends[e]);
  return (sum * Math.exp(peak)) / Math.sqrt(2 * Math.PI);
}

// Golden section: the integrand's logarithm is concave, and its mode need only be near.
function modeBelow(f: (x: number) => number, h: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.min(h, 0) - 40;
  let high = h;
  for (let i = 0; i < 60 && high - low > 1e-7; i++) {
    const a = high - ratio * (high - low);
    const b = low + ratio * (high - low);
    if (f(a) < f(b)) low = a;
    else high = b;
  }
  return f(h) >= f((low + high) / 2) ? h : (low + high) / 2;
}

// How far from the mode the integrand is worth integrating; found by doubling, exact to a factor of two.
function edge(f: (x: number) => number, mode: number, peak: number, side: 1 | -1, limit: number): number {
  let step = 1e-6;
  while (f(mode + side * step) > peak - 40) {
    step *= 2;
    if (side > 0 && mode + step >= limit) return limit;
  }
  return side > 0 ? Math.min(limit, mode + step) : mode - step;
}

function panels(f: (x: number) => number, peak: number, from: number, to: number): number {
  if (!(to > from)) return 0;
  // The integrand is monotone between the ends, so its fall says how many panels it takes.
  const fall = Math.min(80, Math.abs(f(to) - f(from)));
  const count = 2 + Math.ceil(fall / 8);
  const half = (to - from) / count / 2;
  let sum = 0;
  for (let c = 0; c < count; c++) {
    const centre = from + (2 * c + 1) * half;
    for (let i = 0; i < RULE.nodes.length; i++)
      sum += RULE.weights[i] * Math.exp(f(centre + half * RULE.nodes[i]) - peak);
  }
  return sum * half;
}
