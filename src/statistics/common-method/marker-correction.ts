import { studentTTwoSided } from '../distributions/student-t.ts';
import { requireCorrelation } from '../factor/require-correlation.ts';
import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

export interface MarkerCorrectedPair {
  readonly first: number;
  readonly second: number;
  readonly correlation: number;
  readonly adjusted: number;
  /** t on n - 3 degrees of freedom, and its two-sided p. */
  readonly t: number;
  readonly p: number;
}

export interface MarkerCorrection {
  /** The correlation taken for method variance. */
  readonly methodCorrelation: number;
  readonly df: number;
  readonly pairs: readonly MarkerCorrectedPair[];
}

/**
 * Marker-variable correction: correlations freed of what a theoretically unrelated variable shares with the others.
 *
 * r_M = the marker's smallest correlation with another variable (rank 2: the second smallest, more cautious), at least 0;
 * r_adj = (r - r_M) / (1 - r_M), t = r_adj / sqrt((1 - r_adj^2) / (n - 3)).
 * correlation k × k with the marker among its columns; n cases
 * returns    all pairs without the marker. NotEstimable: too-few-cases (n < 4), outside-range (|r_adj| >= 1)
 * throws     RangeError: markerCorrection requires a marker that is a column, and as many other columns as the rank
 * source     Lindell & Whitney 2001, J. Appl. Psychol. 86, 114-121, doi:10.1037/0021-9010.86.1.114
 * checked    the formulas in R, test/fixtures/r/common-method.json, 1e-9
 */
export function markerCorrection(
  correlation: Matrix,
  n: number,
  marker: number,
  rank: 1 | 2 = 1,
): Estimate<MarkerCorrection> {
  requireCorrelation('markerCorrection', correlation);
  const k = correlation.rows;
  if (!(Number.isInteger(marker) && marker >= 0 && marker < k && k > rank))
    throw new RangeError(
      'markerCorrection requires a marker that is a column, and as many other columns as the rank',
    );
  if (n < 4) return notEstimable('too-few-cases', { n, needed: 4 });
  const others = Array.from({ length: k }, (_, j) => j).filter((j) => j !== marker);
  const sorted = others.map((j) => correlation.data[j * k + marker]).sort((a, b) => a - b);
  const methodCorrelation = Math.max(sorted[rank - 1], 0);
  const df = n - 3;
  const pairs: MarkerCorrectedPair[] = [];
  for (const first of others)
    for (const second of others) {
      if (second <= first) continue;
      const r = correlation.data[second * k + first];
      const adjusted = (r - methodCorrelation) / (1 - methodCorrelation);
      if (!(Math.abs(adjusted) < 1)) return notEstimable('outside-range', { first, second, adjusted });
      const t = adjusted / Math.sqrt((1 - adjusted * adjusted) / df);
      pairs.push({ first, second, correlation: r, adjusted, t, p: studentTTwoSided(t, df) });
    }
  return { methodCorrelation, df, pairs };
}
