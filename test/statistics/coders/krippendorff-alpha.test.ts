import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  krippendorffAlpha,
  krippendorffBootstrap,
  resampledKrippendorffAlphas,
} from '../../../src/statistics/coders/krippendorff-alpha.ts';
import { createMatrix, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import golden from '../../fixtures/r/coders.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const hole = null;
// Krippendorff 2011, section C: four observers, twelve units.
const published = fromColumns([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, hole, hole, hole],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, hole, 3],
  [hole, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, hole],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, hole],
]);
const ratings = fromColumns(golden.ratings);

test("Krippendorff's own example: nominal .743, ordinal .815, interval .849", () => {
  expect(estimated(krippendorffAlpha(published)).alpha).toBeCloseTo(0.743, 3);
  expect(estimated(krippendorffAlpha(published, 'ordinal')).alpha).toBeCloseTo(0.815, 3);
  expect(estimated(krippendorffAlpha(published, 'interval')).alpha).toBeCloseTo(0.849, 3);
  expect(estimated(krippendorffAlpha(published))).toMatchObject({ units: 11, unitsLeftOut: 1, pairable: 40 });
});

test('alpha agrees with the definition in R, with many gaps', () => {
  for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
    const result = estimated(krippendorffAlpha(ratings, metric));
    expectNear(result.alpha, golden.krippendorff[metric].alpha);
    expect(result.pairable).toBe(golden.krippendorff[metric].n);
    expect(result.units).toBe(golden.krippendorff[metric].units);
    expectNear(1 - result.observedDisagreement / result.expectedDisagreement, result.alpha);
  }
});

const column = (units: number) =>
  fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: Number.NaN, freq: 4 }), {
    minLength: units,
    maxLength: units,
  });
const coded = fc
  .integer({ min: 4, max: 12 })
  .chain((units) => fc.array(column(units), { minLength: 2, maxLength: 4 }))
  .filter((columns) => !('notEstimable' in krippendorffAlpha(matrixFromColumns(columns))));

test('alpha is at most 1, and does not change with the order of coders or with codes turned round', () => {
  fc.assert(
    fc.property(coded, (columns) => {
      for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
        const { alpha } = estimated(krippendorffAlpha(matrixFromColumns(columns), metric));
        const back = matrixFromColumns([...columns].reverse());
        const turned = matrixFromColumns(columns.map((codes) => codes.map((code) => 5 - code)));
        expect(alpha).toBeLessThanOrEqual(1);
        expect(estimated(krippendorffAlpha(back, metric)).alpha).toBeCloseTo(alpha, 10);
        expect(estimated(krippendorffAlpha(turned, metric)).alpha).toBeCloseTo(alpha, 10);
      }
    }),
  );
});

test('ordinal alpha sees the order of codes only, interval alpha their distances too', () => {
  const stretched = matrixFromColumns(
    golden.ratings.map((codes) => codes.map((code) => (code ?? Number.NaN) ** 3)),
  );
  const of = (metric: 'ordinal' | 'interval', given = ratings) =>
    estimated(krippendorffAlpha(given, metric)).alpha;
  expect(of('ordinal', stretched)).toBeCloseTo(of('ordinal'), 12);
  expect(of('interval', stretched)).not.toBeCloseTo(of('interval'), 2);
});

test('resamples do not depend on how they are divided among threads, and the same seed gives the same interval', () => {
  const whole = resampledKrippendorffAlphas(ratings, 'ordinal', 5, 0, 30);
  const parts = [
    ...resampledKrippendorffAlphas(ratings, 'ordinal', 5, 0, 11),
    ...resampledKrippendorffAlphas(ratings, 'ordinal', 5, 11, 19),
  ];
  expect([...whole]).toEqual(parts);
  const once = estimated(krippendorffBootstrap(ratings, { seed: 4 }));
  expect(estimated(krippendorffBootstrap(ratings, { seed: 4 }))).toEqual(once);
  expect(estimated(krippendorffBootstrap(ratings, { seed: 5 })).lower).not.toBe(once.lower);
  expect(once).toMatchObject({ resamples: 2000, seed: 4, level: 0.95 });
});

test('a resample with every unit drawn once would give the estimate: resamples centre on it', () => {
  const { alpha } = estimated(krippendorffAlpha(ratings));
  const boot = estimated(krippendorffBootstrap(ratings, { seed: 9, resamples: 4000 }));
  expect(Math.abs(boot.mean - alpha)).toBeLessThan(boot.standardError / 4);
  expect(boot.lower).toBeLessThan(alpha);
  expect(boot.upper).toBeGreaterThan(alpha);
});

test('the bootstrap interval covers the true alpha about as often as it says', () => {
  let covered = 0;
  for (let run = 0; run < 200; run++) {
    const random = xoshiro128(9000 + run);
    const guess = () => Math.floor(random.next() * 3);
    const data = createMatrix(80, 3);
    for (let i = 0; i < 80; i++) {
      const truth = guess();
      for (let j = 0; j < 3; j++)
        data.data[j * 80 + i] = random.next() < 0.1 ? Number.NaN : random.next() < 0.4 ? guess() : truth;
    }
    const { lower, upper } = estimated(krippendorffBootstrap(data, { seed: run, resamples: 300 }));
    if (lower <= 0.36 && 0.36 <= upper) covered++;
  }
  // 200 runs at 95%: 190 expected, standard deviation 3.1; percentile intervals fall a little short.
  expect(covered).toBeGreaterThan(177);
  expect(covered).toBeLessThan(200);
});

test('what has no alpha says why, and impossible arguments throw', () => {
  expect(
    krippendorffAlpha(
      fromColumns([
        [1, null],
        [null, 2],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'no-overlap' });
  expect(
    krippendorffAlpha(
      fromColumns([
        [3, 3],
        [3, 3],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'no-variance' });
  expect(
    krippendorffBootstrap(
      fromColumns([
        [3, 3],
        [3, 3],
      ]),
      { seed: 1 },
    ),
  ).toMatchObject({
    notEstimable: 'no-variance',
  });
  expect(() => krippendorffBootstrap(ratings, { seed: 1, resamples: 50 })).toThrow(RangeError);
  expect(() => krippendorffBootstrap(ratings, { seed: 1, level: 95 })).toThrow(RangeError);
});
