import { ordinalCodes } from '../correlation/polychoric-codes.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { createMatrix, matrixFromColumns } from '../matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { type OrdinalLogistic, ordinalLogistic } from './ordinal-logistic.ts';

export interface DifTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Gain in Nagelkerke's R²: below .035 negligible, above .070 large (Jodoin & Gierl 2001). */
  readonly rSquaredChange: number;
}

export interface LogisticDif {
  /** Groups differ at the same trait: matching variable alone against matching and group. */
  readonly uniform: DifTest;
  /** Groups differ in how the item follows the trait: the interaction on top. */
  readonly nonUniform: DifTest;
  /** Both at once. */
  readonly total: DifTest;
  /** Relative change of the matching slope when groups enter: above .10 is called DIF by Crane et al. (2007). */
  readonly slopeChange: Estimate<number>;
  readonly n: number;
}

/**
 * Differential item functioning by ordinal logistic regression: three nested proportional-odds models of one item.
 *
 * item       n ordered answers, NaN missing; trait: what respondents are matched on (rest score, or EAP), NaN missing;
 * groups     n whole numbers from 0, NaN missing; dummy-coded against the lowest
 * returns    NotEstimable: no-answers, too-few-groups, and those of ordinalLogistic
 * throws     RangeError: logisticDif requires item, trait and groups of equal length
 * source     Swaminathan & Rogers 1990, J. Educ. Meas. 27, 361-370; Zumbo 1999; Crane et al. 2007,
 *            Qual. Life Res. 16, 69-84, doi:10.1007/s11136-007-9185-5
 * checked    R MASS::polr, test/fixtures/r/differential-item-functioning.json, 1e-5
 */
export function logisticDif(
  item: ArrayLike<number>,
  trait: ArrayLike<number>,
  groups: ArrayLike<number>,
): Estimate<LogisticDif> {
  if (item.length !== trait.length || item.length !== groups.length)
    throw new RangeError('logisticDif requires item, trait and groups of equal length');
  const rows: number[] = [];
  for (let i = 0; i < item.length; i++) if (!Number.isNaN(item[i] + trait[i] + groups[i])) rows.push(i);
  if (rows.length === 0) return notEstimable('no-answers', { n: 0 });
  const levels = [...new Set(rows.map((i) => groups[i]))].sort((a, b) => a - b);
  if (levels.length < 2) return notEstimable('too-few-groups', { groups: levels.length, needed: 2 });
  const [{ codes }] = ordinalCodes(matrixFromColumns([rows.map((i) => item[i])]));
  const mean = rows.reduce((sum, i) => sum + trait[i], 0) / rows.length;
  const dummies = levels.length - 1;
  const design = (columns: number) => {
    const x = createMatrix(rows.length, columns);
    rows.forEach((i, at) => {
      x.data[at] = trait[i];
      for (let g = 1; g <= dummies; g++) {
        const member = groups[i] === levels[g] ? 1 : 0;
        if (columns > 1) x.data[g * rows.length + at] = member;
        // Centred, so that Newton's method meets less collinearity; tests do not change.
        if (columns > 1 + dummies) x.data[(dummies + g) * rows.length + at] = member * (trait[i] - mean);
      }
    });
    return x;
  };
  const plain = ordinalLogistic(codes, design(1));
  if (isNotEstimable(plain)) return plain;
  const shifted = ordinalLogistic(codes, design(1 + dummies));
  if (isNotEstimable(shifted)) return shifted;
  const crossed = ordinalLogistic(codes, design(1 + 2 * dummies));
  if (isNotEstimable(crossed)) return crossed;
  return {
    uniform: compare(plain, shifted, dummies),
    nonUniform: compare(shifted, crossed, dummies),
    total: compare(plain, crossed, 2 * dummies),
    slopeChange:
      Math.abs(plain.coefficients[0]) > 1e-10
        ? Math.abs((plain.coefficients[0] - shifted.coefficients[0]) / plain.coefficients[0])
        : notEstimable('no-variance', { slope: plain.coefficients[0] }),
    n: rows.length,
  };
}

function compare(smaller: OrdinalLogistic, larger: OrdinalLogistic, df: number): DifTest {
  const chiSquare = Math.max(2 * (larger.logLikelihood - smaller.logLikelihood), 0);
  return {
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    rSquaredChange: larger.nagelkerke - smaller.nagelkerke,
  };
}
