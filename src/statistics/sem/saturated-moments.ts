import { cholesky, choleskyInverse, choleskyLogDeterminant } from '../linalg/cholesky.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import type { MissingPattern } from './normal-discrepancy.ts';

/** Means and covariances (divisor n) of one group without a model, and their discrepancy. */
export interface SaturatedMoments {
  readonly means: Float64Array;
  readonly covariance: Matrix;
  /** -log-likelihood per case, without p/2 ln 2π. */
  readonly value: number;
  readonly iterations: number;
}

/**
 * The unrestricted normal model of one group: the sample's moments when complete, else by EM on the sufficient
 * statistics of the missing patterns, so that one step costs patterns, not respondents.
 * patterns  of one group
 * returns   NotEstimable 'no-answers' | 'too-few-cases' | 'no-variance' | 'no-overlap' | 'not-positive-definite' |
 *           'not-converged'
 * source    Dempster, Laird & Rubin 1977, J. R. Stat. Soc. B 39, 1-38; Little & Rubin 2002, ch. 11
 * checked   R lavaan lavInspect(fit, 'h1') with missing = 'ml', test/fixtures/r/sem-fiml.json, 1e-5
 */
export function saturatedMoments(
  patterns: readonly MissingPattern[],
  p: number,
  { tolerance = 1e-10, limit = 5000 }: { readonly tolerance?: number; readonly limit?: number } = {},
): Estimate<SaturatedMoments> {
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  if (n === 0) return notEstimable('no-answers', { n });
  const first = startingMoments(patterns, p);
  if (isNotEstimable(first)) return first;
  if (patterns.length === 1 && patterns[0].present.length === p)
    return withValue(patterns, n, patterns[0].means, patterns[0].covariance, p, 0);
  let { means, covariance } = first;
  for (let iterations = 1; iterations <= limit; iterations++) {
    const next = emStep(patterns, n, means, covariance, p);
    if (next === null) return notEstimable('not-positive-definite', { n, needed: p + 1 });
    let change = 0;
    for (let j = 0; j < p; j++) {
      const scale = next.covariance[j * p + j];
      change = Math.max(change, (next.means[j] - means[j]) ** 2 / scale);
      for (let i = 0; i <= j; i++)
        change = Math.max(
          change,
          (next.covariance[j * p + i] - covariance[j * p + i]) ** 2 / (scale * next.covariance[i * p + i]),
        );
    }
    ({ means, covariance } = next);
    if (Math.sqrt(change) < tolerance) return withValue(patterns, n, means, covariance, p, iterations);
  }
  return notEstimable('not-converged', { iterations: limit });
}

function startingMoments(
  patterns: readonly MissingPattern[],
  p: number,
): Estimate<{ means: Float64Array; covariance: Float64Array }> {
  const { counts, means, variances } = availableMoments(patterns, p);
  const covariance = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    if (counts[j] < 2) return notEstimable('too-few-cases', { n: counts[j], needed: 2 });
    if (!(variances[j] > 0)) return notEstimable('no-variance', { variable: j });
    covariance[j * p + j] = variances[j];
  }
  for (let j = 0; j < p; j++)
    for (let i = 0; i < j; i++)
      if (!patterns.some(({ present }) => present.includes(i) && present.includes(j)))
        return notEstimable('no-overlap', { first: i, second: j });
  return { means, covariance };
}

/** Each variable's count, mean and variance (divisor n) over the cases that have it. */
export function availableMoments(
  patterns: readonly MissingPattern[],
  p: number,
): { counts: Float64Array; means: Float64Array; variances: Float64Array } {
  const counts = new Float64Array(p);
  const means = new Float64Array(p);
  const variances = new Float64Array(p);
  for (const { n, present, means: m } of patterns)
    present.forEach((variable, k) => {
      counts[variable] += n;
      means[variable] += n * m[k];
    });
  for (let j = 0; j < p; j++) means[j] = counts[j] === 0 ? 0 : means[j] / counts[j];
  for (const { n, present, means: m, covariance } of patterns)
    present.forEach((variable, k) => {
      const apart = m[k] - means[variable];
      variances[variable] += (n / counts[variable]) * (covariance[k * present.length + k] + apart * apart);
    });
  return { counts, means, variances };
}

/** One EM step. Absent variables are regressed on the present ones through blocks of Σ⁻¹: few are absent as a rule. */
function emStep(
  patterns: readonly MissingPattern[],
  n: number,
  means: Float64Array,
  covariance: Float64Array,
  p: number,
): { means: Float64Array; covariance: Float64Array } | null {
  const factor = cholesky({ rows: p, cols: p, data: covariance });
  if (isNotEstimable(factor)) return null;
  const w = choleskyInverse(factor).data;
  const sums = new Float64Array(p);
  const squares = new Float64Array(p * p);
  for (const pattern of patterns) {
    const { present, means: m, covariance: s } = pattern;
    const q = present.length;
    const share = pattern.n / n;
    const isPresent = new Uint8Array(p);
    for (const variable of present) isPresent[variable] = 1;
    const absent = Int32Array.from({ length: p }, (_, j) => j).filter((j) => isPresent[j] === 0);
    const a = absent.length;
    const d = Float64Array.from(present, (variable, k) => m[k] - means[variable]);
    const about = Float64Array.from(s);
    for (let j = 0; j < q; j++) for (let i = 0; i < q; i++) about[j * q + i] += d[i] * d[j];
    const block = new Float64Array(a * a);
    for (let j = 0; j < a; j++) for (let i = 0; i < a; i++) block[j * a + i] = w[absent[j] * p + absent[i]];
    const blockFactor = cholesky({ rows: a, cols: a, data: block });
    if (isNotEstimable(blockFactor)) return null;
    const conditional = choleskyInverse(blockFactor).data;
    // Regression weights of the absent on the present, a × q.
    const weights = new Float64Array(a * q);
    for (let j = 0; j < q; j++)
      for (let k = 0; k < a; k++) {
        const value = w[present[j] * p + absent[k]];
        for (let i = 0; i < a; i++) weights[j * a + i] -= conditional[k * a + i] * value;
      }
    const cross = new Float64Array(a * q);
    for (let j = 0; j < q; j++)
      for (let k = 0; k < q; k++) {
        const value = about[j * q + k];
        for (let i = 0; i < a; i++) cross[j * a + i] += weights[k * a + i] * value;
      }
    for (let j = 0; j < q; j++) {
      sums[present[j]] += share * d[j];
      for (let i = 0; i < a; i++) sums[absent[i]] += share * weights[j * a + i] * d[j];
      for (let i = 0; i < q; i++) squares[present[j] * p + present[i]] += share * about[j * q + i];
      for (let i = 0; i < a; i++) {
        const value = share * cross[j * a + i];
        squares[present[j] * p + absent[i]] += value;
        squares[absent[i] * p + present[j]] += value;
      }
    }
    for (let j = 0; j < a; j++)
      for (let i = 0; i < a; i++) {
        let value = conditional[j * a + i];
        for (let k = 0; k < q; k++) value += cross[k * a + i] * weights[k * a + j];
        squares[absent[j] * p + absent[i]] += share * value;
      }
  }
  for (let j = 0; j < p; j++) for (let i = 0; i < p; i++) squares[j * p + i] -= sums[i] * sums[j];
  return { means: means.map((mean, j) => mean + sums[j]), covariance: squares };
}

function withValue(
  patterns: readonly MissingPattern[],
  n: number,
  means: Float64Array,
  covariance: Float64Array,
  p: number,
  iterations: number,
): Estimate<SaturatedMoments> {
  let value = 0;
  for (const pattern of patterns) {
    const part = saturatedPart(pattern, means, covariance, p);
    if (part === null) return notEstimable('not-positive-definite', { n, needed: p + 1 });
    value += (pattern.n / n) * part;
  }
  return { means, covariance: { rows: p, cols: p, data: covariance }, value, iterations };
}

function saturatedPart(
  { present, means: m, covariance: s }: MissingPattern,
  means: Float64Array,
  covariance: Float64Array,
  p: number,
): number | null {
  const q = present.length;
  const part = new Float64Array(q * q);
  for (let j = 0; j < q; j++)
    for (let i = 0; i < q; i++) part[j * q + i] = covariance[present[j] * p + present[i]];
  const factor = cholesky({ rows: q, cols: q, data: part });
  if (isNotEstimable(factor)) return null;
  const inverse = choleskyInverse(factor).data;
  let trace = 0;
  for (let j = 0; j < q; j++)
    for (let i = 0; i < q; i++) {
      const apart = (m[i] - means[present[i]]) * (m[j] - means[present[j]]);
      trace += inverse[j * q + i] * (s[j * q + i] + apart);
    }
  return 0.5 * (choleskyLogDeterminant(factor) + trace);
}
