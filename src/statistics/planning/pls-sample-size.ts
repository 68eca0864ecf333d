import { normalQuantile } from '../distributions/normal.ts';
import { requireLevel } from '../interval.ts';

/**
 * The ten-times rule of PLS: ten cases for each arrow at the construct with most of them, be they paths or formative
 * indicators. A weak rule: it asks neither for the size of an effect nor for power. Shown because reviewers ask for it.
 *
 * arrows    the largest number of arrows pointing at one construct, 1 or more
 * throws    RangeError: plsTenTimesRule requires a whole number of arrows, 1 or more
 * source    Barclay, Higgins & Thompson 1995, Technology Studies 2, 285-309
 */
export function plsTenTimesRule(arrows: number): number {
  if (!Number.isInteger(arrows) || arrows < 1)
    throw new RangeError('plsTenTimesRule requires a whole number of arrows, 1 or more');
  return 10 * arrows;
}

/**
 * The inverse square root rule of PLS: cases for finding the smallest path by a one-sided test.
 * n > ((z_level + z_power) / |path|)², at .95 and .80 (2.486 / |path|)²; conservative
 *
 * path      the smallest path planned for, 0 < |path| <= 1
 * options   power, 0.8; level, 0.95
 * returns   rounded up
 * throws    RangeError: plsInverseSquareRoot requires 0 < |path| <= 1 / a level (power) between 0 and 1
 * source    Kock & Hadaya 2018, Inf. Syst. J. 28, 227-261, doi:10.1111/isj.12131
 * checked   that paper's example (.197 gives 160) and R, test/fixtures/r/planning.json
 */
export function plsInverseSquareRoot(
  path: number,
  options: { readonly power?: number; readonly level?: number } = {},
): number {
  const { power = 0.8, level = 0.95 } = options;
  requireLevel(level, 'plsInverseSquareRoot');
  requireLevel(power, 'plsInverseSquareRoot (power)');
  if (!(Math.abs(path) > 0 && Math.abs(path) <= 1))
    throw new RangeError('plsInverseSquareRoot requires 0 < |path| <= 1');
  return Math.max(1, Math.ceil(((normalQuantile(level) + normalQuantile(power)) / path) ** 2));
}
