import type { SurveySampleSize } from './cochran-sample-size.ts';

export interface KrejcieMorgan extends SurveySampleSize {
  /**
   * The row of the printed table to read: the first for this population or a larger one. Its numbers are rounded to
   * the nearest whole one. Above the last row, a million, that row.
   */
  readonly tableRow: { readonly population: number; readonly n: number };
}

/**
 * Krejcie and Morgan's sample size: a share of one half, margin .05, chi-square 3.841.
 * n = χ² N P (1 - P) / (d² (N - 1) + χ² P (1 - P))
 * Reports often print a row for a smaller population than their own, which gives too few; both values are returned.
 *
 * population  N, 1 or more
 * throws    RangeError: krejcieMorgan requires a population of 1 or more
 * source    Krejcie & Morgan 1970, Educ. Psychol. Meas. 30, 607-610, doi:10.1177/001316447003000308
 * checked   the table against the formula, test/statistics/planning/survey-sample-size.test.ts
 */
export function krejcieMorgan(population: number): KrejcieMorgan {
  if (!(population >= 1)) throw new RangeError('krejcieMorgan requires a population of 1 or more');
  const spread = 3.841 * 0.25;
  const value = (spread * population) / (0.0025 * (population - 1) + spread);
  const row = TABLE.find(([size]) => size >= population) ?? TABLE[TABLE.length - 1];
  return { value, n: Math.ceil(value * (1 - 1e-12)), tableRow: { population: row[0], n: row[1] } };
}

const TABLE: readonly (readonly [number, number])[] = [
  [10, 10],
  [15, 14],
  [20, 19],
  [25, 24],
  [30, 28],
  [35, 32],
  [40, 36],
  [45, 40],
  [50, 44],
  [55, 48],
  [60, 52],
  [65, 56],
  [70, 59],
  [75, 63],
  [80, 66],
  [85, 70],
  [90, 73],
  [95, 76],
  [100, 80],
  [110, 86],
  [120, 92],
  [130, 97],
  [140, 103],
  [150, 108],
  [160, 113],
  [170, 118],
  [180, 123],
  [190, 127],
  [200, 132],
  [210, 136],
  [220, 140],
  [230, 144],
  [240, 148],
  [250, 152],
  [260, 155],
  [270, 159],
  [280, 162],
  [290, 165],
  [300, 169],
  [320, 175],
  [340, 181],
  [360, 186],
  [380, 191],
  [400, 196],
  [420, 201],
  [440, 205],
  [460, 210],
  [480, 214],
  [500, 217],
  [550, 226],
  [600, 234],
  [650, 242],
  [700, 248],
  [750, 254],
  [800, 260],
  [850, 265],
  [900, 269],
  [950, 274],
  [1000, 278],
  [1100, 285],
  [1200, 291],
  [1300, 297],
  [1400, 302],
  [1500, 306],
  [1600, 310],
  [1700, 313],
  [1800, 317],
  [1900, 320],
  [2000, 322],
  [2200, 327],
  [2400, 331],
  [2600, 335],
  [2800, 338],
  [3000, 341],
  [3500, 346],
  [4000, 351],
  [4500, 354],
  [5000, 357],
  [6000, 361],
  [7000, 364],
  [8000, 367],
  [9000, 368],
  [10000, 370],
  [15000, 375],
  [20000, 377],
  [30000, 379],
  [40000, 380],
  [50000, 381],
  [75000, 382],
  [1000000, 384],
];
