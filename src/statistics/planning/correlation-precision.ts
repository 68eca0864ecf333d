import { fisherInterval } from '../correlation/fisher-interval.ts';
import { requireLevel } from '../interval.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import { smallestSample } from './smallest-sample.ts';

/**
 * The smallest number of cases for which Fisher's interval of a correlation is no wider than asked.
 *
 * r         the correlation planned for, -1 < r < 1; 0 is the most cautious
 * width     upper minus lower limit, above 0
 * returns   NotEstimable 'outside-range' (more than ten million)
 * throws    RangeError: correlationIntervalSampleSize requires |r| < 1 and a width above 0
 * source    Bonett & Wright 2000, Psychometrika 65, 23-28, doi:10.1007/BF02294183 (planning by width)
 * checked   R, by trying every n, test/fixtures/r/planning.json
 */
export function correlationIntervalSampleSize(r: number, width: number, level = 0.95): Estimate<number> {
  requireLevel(level, 'correlationIntervalSampleSize');
  if (!(Math.abs(r) < 1) || !(width > 0))
    throw new RangeError('correlationIntervalSampleSize requires |r| < 1 and a width above 0');
  return smallestSample(4, (n) => {
    const interval = fisherInterval(r, 1 / Math.sqrt(n - 3), level);
    return !isNotEstimable(interval) && interval.upper - interval.lower <= width;
  });
}
