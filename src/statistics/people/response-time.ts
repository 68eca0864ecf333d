import { quantile } from '../descriptive/quantile.ts';
import { columnOf, type Matrix } from '../matrix.ts';

/**
 * Seconds per item of each person: the time of all pages over the items on them. Below two seconds an item can hardly
 * have been read.
 *
 * seconds   people × pages; NaN is a page whose time is not known, and its items do not count
 * items     items on each page
 * returns   one value per person; NaN, missing, when no page's time is known
 * throws    RangeError: timePerItem requires the number of items of every page
 * source    Huang, Curran, Keeney, Poposki & DeShon 2012, J. Bus. Psychol. 27, 99-114, doi:10.1007/s10869-011-9231-8
 * checked   by hand, test/statistics/people/people.test.ts
 */
export function timePerItem(seconds: Matrix, items: readonly number[]): Float64Array {
  if (items.length !== seconds.cols || items.some((count) => !(count > 0)))
    throw new RangeError('timePerItem requires the number of items of every page');
  return Float64Array.from({ length: seconds.rows }, (_, i) => {
    let time = 0;
    let answered = 0;
    items.forEach((count, page) => {
      const value = seconds.data[page * seconds.rows + i];
      if (Number.isNaN(value)) return;
      time += value;
      answered += count;
    });
    return answered === 0 ? Number.NaN : time / answered;
  });
}

/**
 * Relative speed index: the mean, over pages, of the sample's median time over the person's own, each at most 3. Above
 * about 2 the person was twice as fast as the others.
 *
 * seconds   people × pages, above 0; NaN is a page whose time is not known
 * returns   one value per person; NaN, missing, when no page's time is known
 * throws    RangeError: relativeSpeed requires times above 0
 * source    Leiner 2019, Survey Research Methods 13, 229-248, doi:10.18148/srm/2019.v13i3.7403
 * checked   by hand, test/statistics/people/people.test.ts
 */
export function relativeSpeed(seconds: Matrix): Float64Array {
  if (seconds.data.some((value) => value <= 0)) throw new RangeError('relativeSpeed requires times above 0');
  const medians = Array.from({ length: seconds.cols }, (_, page) => quantile(columnOf(seconds, page), 0.5));
  return Float64Array.from({ length: seconds.rows }, (_, i) => {
    let sum = 0;
    let pages = 0;
    medians.forEach((typical, page) => {
      const own = seconds.data[page * seconds.rows + i];
      if (Number.isNaN(own) || typeof typical !== 'number') return;
      sum += Math.min(3, typical / own);
      pages++;
    });
    return pages === 0 ? Number.NaN : sum / pages;
  });
}
