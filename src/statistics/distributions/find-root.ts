/**
 * A root of f between two points where f has opposite signs, by Brent's method.
 *
 * f         continuous on [low, high]
 * tolerance of x, absolute; to it is added the rounding of x
 * throws    RangeError: findRoot requires f of opposite signs at the ends
 * source    Brent 1973, Algorithms for minimization without derivatives, ch. 4
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 1e-14): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (!(fa * fb <= 0)) throw new RangeError('findRoot requires f of opposite signs at the ends');
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let iteration = 0; iteration < 500; iteration++) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previous = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const limit = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= limit || fb === 0) return b;
    const proposal =
      Math.abs(previous) >= limit && Math.abs(fa) > Math.abs(fb)
        ? interpolated(a, fa, b, fb, c, fc, limit, previous)
        : undefined;
    previous = proposal === undefined ? half : step;
    step = proposal ?? half;
    a = b;
    fa = fb;
    b += Math.abs(step) > limit ? step : half > 0 ? limit : -limit;
    fb = f(b);
  }
  return b;
}

// The step of inverse quadratic (or secant) interpolation, or nothing when it would leave the bracket.
function interpolated(
  a: number,
  fa: number,
  b: number,
  fb: number,
  c: number,
  fc: number,
  limit: number,
  previous: number,
): number | undefined {
  const half = (c - b) / 2;
  const s = fb / fa;
  let p: number;
  let q: number;
  if (a === c) {
    p = 2 * half * s;
    q = 1 - s;
  } else {
    const t = fa / fc;
    const r = fb / fc;
    p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  if (p > 0) q = -q;
  p = Math.abs(p);
  return 2 * p < Math.min(3 * half * q - Math.abs(limit * q), Math.abs(previous * q)) ? p / q : undefined;
}
