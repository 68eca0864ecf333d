import { invertGeneral } from '../linalg/general-inverse.ts';
import { solvePositiveDefinite } from '../linalg/positive-definite.ts';
import { crossProduct, multiply, transpose } from '../linalg/product.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';

/**
 * Promax: varimax loadings, then an oblique turn towards their own powers.
 *
 * Target Q = L |L|^(power - 1); U = (L'L)^-1 L'Q, scaled so that the factors have variance one.
 * varimax    p × m loadings after varimax, `transformation` the T that made them from the unrotated ones
 * power      4 as in stats::promax; SPSS calls it kappa
 * returns    loadings and factor correlations; NotEstimable: not-positive-definite (loadings of deficient rank)
 * source     Hendrickson & White 1964, Brit. J. Stat. Psychol. 17, 65-70, doi:10.1111/j.2044-8317.1964.tb00244.x
 * checked    R stats::promax as called by factanal, test/fixtures/r/rotation.json, 1e-6
 */
export function promax(
  varimax: Matrix,
  transformation: Matrix,
  power = 4,
): Estimate<{ loadings: Matrix; phi: Matrix }> {
  if (!(power > 1)) throw new RangeError('promax requires a power above one');
  const m = varimax.cols;
  const target = createMatrix(varimax.rows, m);
  varimax.data.forEach((value, at) => {
    target.data[at] = value * Math.abs(value) ** (power - 1);
  });
  const turn = solvePositiveDefinite(crossProduct(varimax, varimax), crossProduct(varimax, target));
  if (isNotEstimable(turn)) return turn;
  const spread = invertGeneral(crossProduct(turn, turn));
  if (isNotEstimable(spread)) return notEstimable('not-positive-definite');
  for (let f = 0; f < m; f++) {
    const scale = Math.sqrt(spread.data[f * m + f]);
    for (let i = 0; i < m; i++) turn.data[f * m + i] *= scale;
  }
  const whole = invertGeneral(multiply(transformation, turn));
  if (isNotEstimable(whole)) return notEstimable('not-positive-definite');
  return { loadings: multiply(varimax, turn), phi: multiply(whole, transpose(whole)) };
}
