const SQRT_TWO_PI = 2.5066282746310002;
const INV_SQRT_TWO_PI = 0.3989422804014327;

// Cody's rational approximations: near zero, up to √32, and beyond.
const A = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745,
];
const B = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const C = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
];
const D = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const P = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5,
  0.023073441764940174,
];
const Q = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];

/** The standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) * INV_SQRT_TWO_PI;
}

/**
 * Φ(x), the standard normal distribution function: the lower tail, relatively exact however small.
 *
 * x         any number, infinities included
 * throws    RangeError: normalCdf requires a number
 * source    Cody 1969, Mathematics of Computation 23, 631-637, doi:10.1090/S0025-5718-1969-0247736-4
 * checked   mpmath, test/fixtures/distributions.json, 1e-13
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('normalCdf requires a number');
  const size = Math.abs(x);
  if (size <= 0.67448975) {
    const square = size > 1.1e-16 ? x * x : 0;
    let top = A[4] * square;
    let bottom = square;
    for (let i = 0; i < 3; i++) {
      top = (top + A[i]) * square;
      bottom = (bottom + B[i]) * square;
    }
    return 0.5 + (x * (top + A[3])) / (bottom + B[3]);
  }
  const tail = upperTail(size);
  return x < 0 ? tail : 1 - tail;
}

/** 1 - Φ(x), relatively exact however small. */
export function normalUpper(x: number): number {
  return normalCdf(-x);
}

/** ln Φ(x), also where Φ(x) itself would underflow. */
export function normalLogCdf(x: number): number {
  if (x > -30) return Math.log(normalCdf(x));
  return -0.5 * x * x - Math.log(-x * SQRT_TWO_PI) + Math.log(farTailRatio(-x));
}

/** ln(1 - Φ(x)), also where the tail itself would underflow. */
export function normalLogUpper(x: number): number {
  return normalLogCdf(-x);
}

// Beyond 0.674, where the tail is below 1/4. The square is split so that exp(-x²/2) keeps its relative precision.
function upperTail(size: number): number {
  if (size > 38.6) return 0;
  let ratio: number;
  if (size <= 5.656854249492381) {
    let top = C[8] * size;
    let bottom = size;
    for (let i = 0; i < 7; i++) {
      top = (top + C[i]) * size;
      bottom = (bottom + D[i]) * size;
    }
    ratio = (top + C[7]) / (bottom + D[7]);
  } else {
    const w = 1 / (size * size);
    let top = P[5] * w;
    let bottom = w;
    for (let i = 0; i < 4; i++) {
      top = (top + P[i]) * w;
      bottom = (bottom + Q[i]) * w;
    }
    ratio = (INV_SQRT_TWO_PI - (w * (top + P[4])) / (bottom + Q[4])) / size;
  }
  const head = Math.trunc(size * 16) / 16;
  const rest = (size - head) * (size + head);
  return Math.exp(-head * head * 0.5) * Math.exp(-rest * 0.5) * ratio;
}

// Mills' ratio times x, asymptotic; at 30 the fifth term is below 1e-12 and the rest below 1e-14.
function farTailRatio(x: number): number {
  const w = 1 / (x * x);
  return 1 - w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w * (1 - 9 * w * (1 - 11 * w)))));
}

// Wichura's AS 241, three ranges; numerators, then denominators without their leading one.
const CENTRE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const MIDDLE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_BELOW = [
  2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const TAIL = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const TAIL_BELOW = [
  0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * The standard normal quantile: x with Φ(x) = p. For a small upper tail use normalUpperQuantile, which does not lose
 * digits in 1 - p.
 *
 * p         0 < p < 1
 * throws    RangeError: normalQuantile requires 0 < p < 1
 * source    Wichura 1988, AS 241, Applied Statistics 37, 477-484, doi:10.2307/2347330
 * checked   mpmath, test/fixtures/distributions.json, 1e-13, from 1e-300 on
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('normalQuantile requires 0 < p < 1');
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / (1 + r * polynomial(CENTRE_BELOW, r));
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const x =
    r <= 5
      ? polynomial(MIDDLE, r - 1.6) / (1 + (r - 1.6) * polynomial(MIDDLE_BELOW, r - 1.6))
      : polynomial(TAIL, r - 5) / (1 + (r - 5) * polynomial(TAIL_BELOW, r - 5));
  return q < 0 ? -x : x;
}

/** x with 1 - Φ(x) = p, exact for small p. */
export function normalUpperQuantile(p: number): number {
  return -normalQuantile(p);
}

/** Two-sided critical value of a confidence level: 0.95 gives 1.959963984540054. */
export function normalCriticalValue(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError('normalCriticalValue requires 0 < level < 1');
  return -normalQuantile((1 - level) / 2);
}

/** Two-sided p value of a standard normal statistic, exact in the far tails. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  return sum;
}
