import { chiSquareLogUpper, chiSquareUpper } from '../distributions/chi-square.ts';
import { cholesky, choleskySolve } from '../linalg/cholesky.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { missingPatterns } from '../sem/missing-patterns.ts';
import { saturatedMoments } from '../sem/saturated-moments.ts';

export interface LittleMcar {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly logP: number;
  /** Missing patterns, the complete one among them. */
  readonly patterns: number;
  /** Rows with at least one value. */
  readonly n: number;
}

/**
 * Little's test that values are missing completely at random: whether the means of the missing patterns differ more
 * than chance allows. The covariance is the ML one (divisor n), as in SPSS and R's naniar and misty.
 * d² = Σ n_j (ȳ_j - μ_j)' Σ_j⁻¹ (ȳ_j - μ_j) over patterns j;  df = Σ p_j - p
 *
 * values    n × p; NaN is missing; rows without any value are left out
 * options   tolerance and limit of EM, as emCovariance
 * returns   the test; NotEstimable 'too-few-groups' when there is one pattern only, and the reasons of emCovariance
 * source    Little 1988, JASA 83, 1198-1202, doi:10.1080/01621459.1988.10478722
 * checked   an EM in R written from the paper, test/fixtures/r/descriptive.json, 1e-6
 */
export function littleMcar(
  values: Matrix,
  options: { readonly tolerance?: number; readonly limit?: number } = {},
): Estimate<LittleMcar> {
  if (values.cols === 0) throw new RangeError('littleMcar requires at least one column');
  const p = values.cols;
  const patterns = missingPatterns(
    values,
    Int32Array.from({ length: values.rows }, (_, i) => i),
  );
  if (patterns.length === 0) return notEstimable('no-answers', { n: 0 });
  if (patterns.length < 2) return notEstimable('too-few-groups', { n: patterns.length, needed: 2 });
  const saturated = saturatedMoments(patterns, p, options);
  if (isNotEstimable(saturated)) return saturated;
  let chiSquare = 0;
  let parts = 0;
  let n = 0;
  for (const { present, means, n: size } of patterns) {
    const q = present.length;
    const block = createMatrix(q, q);
    const apart = createMatrix(q, 1);
    for (let j = 0; j < q; j++) {
      apart.data[j] = means[j] - saturated.means[present[j]];
      for (let i = 0; i < q; i++)
        block.data[j * q + i] = saturated.covariance.data[present[j] * p + present[i]];
    }
    const factor = cholesky(block);
    if (isNotEstimable(factor)) return factor;
    const solved = choleskySolve(factor, apart);
    for (let j = 0; j < q; j++) chiSquare += size * apart.data[j] * solved.data[j];
    parts += q;
    n += size;
  }
  const df = parts - p;
  if (df < 1) return notEstimable('too-few-groups', { n: patterns.length, needed: 2 });
  return {
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    logP: chiSquareLogUpper(chiSquare, df),
    patterns: patterns.length,
    n,
  };
}
