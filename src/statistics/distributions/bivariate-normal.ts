import { smallBivariateNormalCdf } from './bivariate-normal-tail.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { normalCdf } from './normal.ts';

const SIX = gaussLegendre(6);
const TWELVE = gaussLegendre(12);
const TWENTY = gaussLegendre(20);

/** Below this the absolute error of Genz's method, about 1e-15, is no longer 1e-10 of the value. */
const SMALL = 1e-5;

/**
 * P(X <= h, Y <= k) of two standard normal variables with correlation rho.
 * Genz's variant of Drezner & Wesolowsky; values below 1e-5 again, by quadrature of the positive integrand, for
 * relative precision.
 *
 * h, k      any numbers, infinities included
 * rho       -1 … 1
 * throws    RangeError: bivariateNormalCdf requires -1 <= rho <= 1 and numbers h, k
 * source    Genz 2004, Statistics and Computing 14, 251-260, doi:10.1023/B:STCO.0000035304.20635.31
 * checked   mpmath, test/fixtures/distributions.json, 1e-10
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  const value = bivariateNormalCdfFast(h, k, rho);
  if (value >= SMALL || rho === 0 || h === -Infinity || k === -Infinity || Math.abs(rho) === 1) return value;
  return smallBivariateNormalCdf(h, k, rho);
}

/** The same with absolute precision 1e-15 only: for loops that take differences of neighbouring values anyway. */
export function bivariateNormalCdfFast(h: number, k: number, rho: number): number {
  if (!(rho >= -1 && rho <= 1) || Number.isNaN(h) || Number.isNaN(k))
    throw new RangeError('bivariateNormalCdf requires -1 <= rho <= 1 and numbers h, k');
  if (h === -Infinity || k === -Infinity) return 0;
  if (h === Infinity) return normalCdf(k);
  if (k === Infinity) return normalCdf(h);
  if (rho === 0) return normalCdf(h) * normalCdf(k);
  const value = Math.abs(rho) < 0.925 ? moderate(-h, -k, rho) : strong(-h, -k, rho);
  return Math.min(1, Math.max(0, value));
}

// From here on h and k are lower limits, as in Genz: P(X > h, Y > k).
function moderate(h: number, k: number, rho: number): number {
  const rule = Math.abs(rho) < 0.3 ? SIX : Math.abs(rho) < 0.75 ? TWELVE : TWENTY;
  const halfSquares = (h * h + k * k) / 2;
  const product = h * k;
  const angle = Math.asin(rho) / 2;
  let sum = 0;
  for (let i = 0; i < rule.nodes.length; i++) {
    const sine = Math.sin(angle * (1 + rule.nodes[i]));
    sum += rule.weights[i] * Math.exp((sine * product - halfSquares) / (1 - sine * sine));
  }
  return (sum * angle) / (2 * Math.PI) + normalCdf(-h) * normalCdf(-k);
}

function strong(h: number, kGiven: number, rho: number): number {
  const k = rho < 0 ? -kGiven : kGiven;
  const product = h * k;
  let value = Math.abs(rho) < 1 ? correction(h, k, product, (1 - rho) * (1 + rho)) : 0;
  if (rho > 0) return value + normalCdf(-Math.max(h, k));
  value = -value;
  if (h >= k) return value;
  return value + (h < 0 ? normalCdf(k) - normalCdf(h) : normalCdf(-h) - normalCdf(-k));
}

// The deviation from rho = ±1: an expansion about it, and quadrature of what the expansion leaves.
function correction(h: number, k: number, product: number, rest: number): number {
  const root = Math.sqrt(rest);
  const squares = (h - k) * (h - k);
  const c = (4 - product) / 8;
  const d = (12 - product) / 80;
  let value = 0;
  const exponent = -(squares / rest + product) / 2;
  if (exponent > -100)
    value =
      root * Math.exp(exponent) * (1 - (c * (squares - rest) * (1 - d * squares)) / 3 + c * d * rest * rest);
  if (product > -100) {
    const b = Math.sqrt(squares);
    const tail = Math.sqrt(2 * Math.PI) * normalCdf(-b / root);
    value -= Math.exp(-product / 2) * tail * b * (1 - (c * squares * (1 - d * squares)) / 3);
  }
  const half = root / 2;
  let sum = 0;
  for (let i = 0; i < TWENTY.nodes.length; i++) {
    const point = half * (1 + TWENTY.nodes[i]);
    const square = point * point;
    const power = -(squares / square + product) / 2;
    if (power <= -100) continue;
    const complement = Math.sqrt(1 - square);
    const expansion = 1 + c * square * (1 + 5 * d * square);
    const exact = Math.exp((-(product / 2) * square) / (1 + complement) ** 2) / complement;
    sum += TWENTY.weights[i] * Math.exp(power) * (expansion - exact);
  }
  return (half * sum - value) / (2 * Math.PI);
}
