import { chiSquareLogUpper, chiSquareUpper } from '../distributions/chi-square.ts';
import { noncentralityForCdf } from '../distributions/noncentral-chi-square.ts';
import { type Interval, requireLevel } from '../interval.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface ChiSquareIndependence {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** ln p, also where p itself underflows to 0. */
  readonly logP: number;
  readonly n: number;
  /** Smallest expected count; below 5 in many cells the p value is rough. */
  readonly smallestExpected: number;
  /** Cramér's V, 0 … 1; biased upwards in small samples. */
  readonly cramersV: number;
  /** V less what chance alone brings (Bergsma); 0 where chance brings as much or more. */
  readonly cramersVCorrected: number;
  /** Of V, from the noncentrality; a lower limit of 0 where independence is not rejected. */
  readonly interval: Interval;
  /** Standardised residuals, nearly normal under independence: beyond ±2 a cell stands out. Empty margins hold 0. */
  readonly residuals: Matrix;
}

/**
 * Pearson's chi-square test of independence, without continuity correction, and Cramér's V.
 * V = √(χ² / (n (min(rows, columns) - 1))); corrected: φ² = χ² / n less df / (n - 1), rows and columns less theirs
 *
 * counts    rows × columns, whole; rows and columns without a count do not enter
 * level     0.95 when left out
 * returns   NotEstimable 'no-answers' (no count), 'too-few-groups' (fewer than two rows or columns with counts)
 * throws    RangeError: chiSquareIndependence requires whole counts of 0 or more / a level between 0 and 1
 * source    Pearson 1900; Cramér 1946; correction: Bergsma 2013, J. Korean Stat. Soc. 42, 323-328,
 *           doi:10.1016/j.jkss.2012.10.002; residuals: Haberman 1973; interval: Steiger 2004, doi:10.1037/1082-989X.9.2.164
 * checked   R chisq.test(correct = FALSE) and pchisq(ncp), test/fixtures/r/groups-tables.json, 1e-9
 */
export function chiSquareIndependence(counts: Matrix, level = 0.95): Estimate<ChiSquareIndependence> {
  requireLevel(level, 'chiSquareIndependence');
  const { rows, cols, data } = counts;
  if (data.some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError('chiSquareIndependence requires whole counts of 0 or more');
  const rowSums = new Float64Array(rows);
  const colSums = new Float64Array(cols);
  data.forEach((count, at) => {
    rowSums[at % rows] += count;
    colSums[Math.floor(at / rows)] += count;
  });
  const n = rowSums.reduce((sum, count) => sum + count, 0);
  if (n === 0) return notEstimable('no-answers', { n });
  const r = rowSums.filter((sum) => sum > 0).length;
  const c = colSums.filter((sum) => sum > 0).length;
  if (r < 2 || c < 2) return notEstimable('too-few-groups', { groups: Math.min(r, c), needed: 2 });
  const residuals = createMatrix(rows, cols);
  let chiSquare = 0;
  let smallestExpected = Infinity;
  for (let j = 0; j < cols; j++)
    for (let i = 0; i < rows; i++) {
      const expected = (rowSums[i] * colSums[j]) / n;
      if (expected === 0) continue;
      const excess = data[j * rows + i] - expected;
      chiSquare += (excess * excess) / expected;
      smallestExpected = Math.min(smallestExpected, expected);
      residuals.data[j * rows + i] =
        excess / Math.sqrt(expected * (1 - rowSums[i] / n) * (1 - colSums[j] / n));
    }
  const df = (r - 1) * (c - 1);
  const largest = n * (Math.min(r, c) - 1);
  const limit = (p: number) => Math.min(1, Math.sqrt(noncentralityForCdf(chiSquare, df, p) / largest));
  return {
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    logP: chiSquareLogUpper(chiSquare, df),
    n,
    smallestExpected,
    cramersV: Math.min(1, Math.sqrt(chiSquare / largest)),
    cramersVCorrected: corrected(chiSquare / n, r, c, n),
    interval: { lower: limit((1 + level) / 2), upper: limit((1 - level) / 2), level },
    residuals,
  };
}

function corrected(phiSquared: number, r: number, c: number, n: number): number {
  const chance = ((r - 1) * (c - 1)) / (n - 1);
  const size = (k: number) => k - (k - 1) ** 2 / (n - 1);
  const room = Math.min(size(r), size(c)) - 1;
  return room > 0 ? Math.min(1, Math.sqrt(Math.max(0, phiSquared - chance) / room)) : 0;
}
