export interface CorrelationMaximum {
  readonly rho: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Derivative of the mean log likelihood by rho where the iteration ended. */
  readonly gradient: number;
}

/** Beyond this the bivariate density is a ridge and the likelihood has its maximum on the boundary itself. */
export const CORRELATION_LIMIT = 0.9999;

/** True when the climb ran into the boundary: rho = ±1 fits best, and no curvature is left to take a standard error from. */
export function isAtCorrelationLimit(rho: number): boolean {
  return Math.abs(rho) > CORRELATION_LIMIT - 1e-6;
}

/**
 * Where a likelihood of one correlation has its maximum, from its derivative.
 *
 * Kernel: checks nothing. The first step is Fisher scoring, the next ones are secants, each kept inside the interval in
 * which the derivative changes sign: so it cannot diverge, and needs about five evaluations for Likert answers.
 * evaluate   mean score at rho, and the expected information or any positive stand-in for it; called last at the rho
 *            that is returned, so what it filled belongs to the maximum
 */
export function climbCorrelation(
  evaluate: (rho: number) => { gradient: number; information: number },
  start: number,
  tolerance: number,
  limit: number,
): CorrelationMaximum {
  let low = -CORRELATION_LIMIT;
  let high = CORRELATION_LIMIT;
  let rho = Math.min(Math.max(start, -0.95), 0.95);
  let previousRho = 0;
  let previousGradient = 0;
  for (let iteration = 1; ; iteration++) {
    const { gradient, information } = evaluate(rho);
    if (gradient > 0) low = rho;
    else high = rho;
    // A secant is only trusted where it curves the right way; Fisher information always does.
    const slope = iteration > 1 ? (gradient - previousGradient) / (rho - previousRho) : -information;
    let next = rho - gradient / (slope < 0 ? slope : -information);
    if (!(next > low && next < high)) next = (low + high) / 2;
    const converged = gradient === 0 || Math.abs(next - rho) < tolerance;
    if (converged || iteration >= limit) {
      // A likelihood that rises to the boundary flattens on the way, faster than any step can follow it.
      const rising = (low === -CORRELATION_LIMIT || high === CORRELATION_LIMIT) && Math.abs(rho) > 0.9;
      if (rising && (!converged || gradient === 0))
        return { rho: Math.sign(rho) * CORRELATION_LIMIT, iterations: iteration, converged: true, gradient };
      return { rho, iterations: iteration, converged, gradient };
    }
    previousRho = rho;
    previousGradient = gradient;
    rho = next;
  }
}
