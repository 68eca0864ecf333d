const HALF_LOG_TWO_PI = 0.9189385332046727;
const EULER = 0.5772156649015329;

// ζ(k) - 1 for k = 2 … 26; beyond that 2^-k is exact enough.
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.002008392826082214, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.0001227133475784891, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878066e-7, 2.38450502727733e-7, 1.192199259653111e-7, 5.960818905125948e-8,
  2.980350351465228e-8, 1.490155482836504e-8,
];

/**
 * ln Γ(x).
 * Around its zeros 1 and 2 by the Taylor series in ζ(k), so that the relative error stays small there too; from 15 on
 * by Stirling's series; between by shifting x up.
 *
 * x         > 0
 * throws    RangeError: logGamma requires a positive number
 * source    Abramowitz & Stegun 1964, 6.1.33 and 6.1.41
 * checked   mpmath, test/fixtures/distributions.json, 1e-13
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('logGamma requires a positive number');
  if (Math.abs(x - 1) <= 0.25) return logGammaAfterOne(x - 1);
  if (Math.abs(x - 2) <= 0.25) return logGammaAfterOne(x - 2) + Math.log1p(x - 2);
  let product = 1;
  let z = x;
  while (z < 15) product *= z++;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + stirlingSeries(z) - Math.log(product);
}

/**
 * The error of Stirling's formula, ln Γ(z + 1) - ((z + ½) ln z - z + ½ ln 2π). Binomial and Poisson probabilities of
 * large arguments are built from it, where differences of ln Γ would cancel.
 *
 * z         > 0
 * source    Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function stirlingError(z: number): number {
  if (z >= 15) return stirlingSeries(z);
  return logGamma(z + 1) - (z + 0.5) * Math.log(z) + z - HALF_LOG_TWO_PI;
}

/** x ln(x / mean) + mean - x, without cancellation when x is near the mean. Source: Loader 2000. */
export function devianceTerm(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

function stirlingSeries(z: number): number {
  const w = 1 / (z * z);
  return (
    (1 / 12 -
      w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))))) /
    z
  );
}

// ln Γ(1 + z) = -ln(1 + z) + (1 - γ) z + Σ (-1)^k (ζ(k) - 1) z^k / k
function logGammaAfterOne(z: number): number {
  let sum = (1 - EULER) * z - Math.log1p(z);
  let power = -z;
  for (let i = 0; i < ZETA_MINUS_ONE.length; i++) {
    power *= -z;
    sum += (ZETA_MINUS_ONE[i] * power) / (i + 2);
  }
  return sum;
}
