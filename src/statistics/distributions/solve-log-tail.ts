// Quantiles of positive variables. The logarithm of a tail against the logarithm of x is concave and nearly a straight
// line far out, for chi-square and F alike, so Newton's method converges there from anywhere, down to p = 1e-300.

/**
 * x > 0 where a log tail reaches a log probability.
 *
 * logTail   ln of a tail probability as a function of x > 0, monotone
 * logDensity  ln of the density at x
 * falling   true for an upper tail, false for a lower one
 * target    ln p, below 0
 */
export function solveLogTail(
  logTail: (x: number) => number,
  logDensity: (x: number) => number,
  falling: boolean,
  target: number,
  start: number,
): number {
  let low = -740;
  let high = 709;
  let y = Math.log(start);
  let reach = 1;
  for (let iteration = 0; iteration < 200; iteration++) {
    const x = Math.exp(y);
    const value = logTail(x);
    const excess = value - target;
    if (excess === 0) return x;
    if (excess > 0 === falling) low = y;
    else high = y;
    const slope = Math.exp(Math.min(700, y + logDensity(x) - value)) * (falling ? -1 : 1);
    let next = y - excess / slope;
    // Where the tail is flat the step overshoots, and far out a tail and its density lose each other in rounding; so
    // the search goes outwards in steps that double.
    if (Math.abs(next - y) > reach) {
      next = y + (next > y ? reach : -reach);
      reach *= 2;
    }
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - y) <= 2 * Number.EPSILON * Math.max(1, Math.abs(y) / 2)) return Math.exp(next);
    y = next;
  }
  return Math.exp(y);
}
