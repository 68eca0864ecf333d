import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohensKappa } from '../../../src/statistics/coders/cohens-kappa.ts';
import { fleissKappa, fleissKappaOfCounts } from '../../../src/statistics/coders/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../../src/statistics/coders/krippendorff-alpha.ts';
import { createMatrix, type Matrix, matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import golden from '../../fixtures/r/coders.json' with { type: 'json' };
import { estimated, expectNear, fromColumns, permuteRows } from '../expect-estimate.ts';

const withHoles = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);
const first = withHoles(golden.pair.a);
const second = withHoles(golden.pair.b);

for (const weights of ['none', 'linear', 'quadratic'] as const)
  test(`Cohen's kappa, its error and its test agree with R, weights ${weights}`, () => {
    const result = estimated(cohensKappa(first, second, { weights }));
    const expected = golden.pair[weights];
    expect(result.n).toBe(expected.n);
    expectNear(result.kappa, expected.kappa);
    expectNear(result.observedAgreement, expected.observed);
    expectNear(result.expectedAgreement, expected.expected);
    expectNear(result.standardError, expected.error);
    expectNear(estimated(result.test).z, expected.z);
    const { lower, upper } = estimated(result.interval);
    expectNear((upper - lower) / 2, 1.959963984540054 * expected.error);
  });

test("Cohen's kappa and its variance, and quadratic kappa, are those of psych", () => {
  const plain = estimated(cohensKappa(first, second));
  expectNear(plain.kappa, golden.pair.psych.kappa);
  expectNear(plain.standardError ** 2, golden.pair.psych.varKappa);
  expectNear(
    estimated(cohensKappa(first, second, { weights: 'quadratic' })).kappa,
    golden.pair.psych.weighted,
  );
});

test('an unused code in the middle of a scale keeps its place in the weights', () => {
  const a = [1, 2, 4, 5, 2, 4, 1, 5];
  const b = [1, 4, 4, 5, 2, 2, 2, 4];
  const spread = estimated(cohensKappa(a, b, { weights: 'linear' })).kappa;
  const close = (codes: number[]) => codes.map((code) => (code > 3 ? code - 1 : code));
  expect(spread).not.toBeCloseTo(estimated(cohensKappa(close(a), close(b), { weights: 'linear' })).kappa, 3);
  expect(estimated(cohensKappa(a, b)).kappa).toBeCloseTo(
    estimated(cohensKappa(close(a), close(b))).kappa,
    12,
  );
});

const diagnoses = fromColumns(golden.diagnoses);

test("Fleiss' own example: kappa .430, z 17.65, and the kappas of the five diagnoses", () => {
  const result = estimated(fleissKappaOfCounts(diagnoses));
  expect(result.kappa).toBeCloseTo(0.43, 3);
  expect(result.z).toBeCloseTo(17.65, 2);
  expect(result).toMatchObject({ units: 30, coders: 6 });
  const printed = [0.245, 0.245, 0.52, 0.471, 0.566];
  result.categories.forEach(({ kappa }, j) => {
    expect(estimated(kappa)).toBeCloseTo(printed[j]!, 3);
  });
});

test("Fleiss' kappa with its errors and interval agrees with the formulas in R, and nearly with the jackknife", () => {
  const result = estimated(fleissKappaOfCounts(diagnoses));
  expectNear(result.kappa, golden.fleiss.kappa);
  expectNear(result.observedAgreement, golden.fleiss.observed);
  expectNear(result.expectedAgreement, golden.fleiss.expected);
  expectNear(result.z, golden.fleiss.z);
  expectNear(result.standardError, golden.fleiss.error);
  expectNear(estimated(result.interval).lower, golden.fleiss.interval[0]!);
  expectNear(estimated(result.interval).upper, golden.fleiss.interval[1]!);
  result.categories.forEach(({ share, kappa }, j) => {
    expectNear(share, golden.fleiss.shares[j]!);
    expectNear(kappa, golden.fleiss.categories[j]!);
  });
  expect(Math.abs(estimated(result.standardError) / golden.fleiss.jackknife - 1)).toBeLessThan(0.03);
});

/** Ratings by coders who guess a share of the time; kappa is (1 - guessing)² for equally frequent codes. */
function coded(units: number, coders: number, guessing: number, seed: number): Matrix {
  const random = xoshiro128(seed);
  const codeAtRandom = () => Math.floor(random.next() * 3);
  const ratings = createMatrix(units, coders);
  for (let i = 0; i < units; i++) {
    const truth = codeAtRandom();
    for (let j = 0; j < coders; j++)
      ratings.data[j * units + i] = random.next() < guessing ? codeAtRandom() : truth;
  }
  return ratings;
}

test('the intervals of kappa cover the true kappa about as often as they say', () => {
  const covered = { cohen: 0, weighted: 0, fleiss: 0 };
  for (let run = 0; run < 400; run++) {
    const ratings = coded(80, 4, 0.4, 500 + run);
    const { data, rows } = ratings;
    const [a, b] = [data.subarray(0, rows), data.subarray(rows, 2 * rows)];
    for (const [name, interval] of [
      ['cohen', estimated(estimated(cohensKappa(a, b)).interval)],
      ['weighted', estimated(estimated(cohensKappa(a, b, { weights: 'quadratic' })).interval)],
      ['fleiss', estimated(estimated(fleissKappa(ratings)).interval)],
    ] as const)
      if (interval.lower <= 0.36 && 0.36 <= interval.upper) covered[name]++;
  }
  // 400 runs at 95%: 380 expected, standard deviation 4.4.
  for (const count of Object.values(covered)) {
    expect(count).toBeGreaterThan(362);
    expect(count).toBeLessThan(397);
  }
});

const codings = fc
  .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 2, max: 5 }))
  .chain(([units, coders]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: units, maxLength: units }), {
      minLength: coders,
      maxLength: coders,
    }),
  )
  .filter((columns) => new Set(columns.flat()).size > 1);

test('without gaps, nominal alpha is kappa corrected for a finite number of codings', () => {
  fc.assert(
    fc.property(codings, (columns) => {
      const ratings = matrixFromColumns(columns);
      const { kappa, units, coders } = estimated(fleissKappa(ratings));
      const n = units * coders;
      expect(estimated(krippendorffAlpha(ratings)).alpha).toBeCloseTo(1 - (1 - kappa) * ((n - 1) / n), 10);
    }),
  );
});

test('kappa does not ask who is first, how codes are called, or in which order units come', () => {
  fc.assert(
    fc.property(codings, (columns) => {
      const [a, b] = columns as [number[], number[]];
      if (new Set([...a, ...b]).size === 1) return;
      const names = [0, 7, 3, -2, 11];
      const rename = (codes: number[]) => codes.map((code) => names[code]!);
      const { kappa } = estimated(cohensKappa(a, b));
      expect(estimated(cohensKappa(b, a)).kappa).toBeCloseTo(kappa, 12);
      expect(estimated(cohensKappa(rename(a), rename(b))).kappa).toBeCloseTo(kappa, 12);
      expect(kappa).toBeLessThanOrEqual(1);
      const ratings = matrixFromColumns(columns);
      const back = permuteRows(
        ratings,
        columns[0]!.map((_, i) => columns[0]!.length - 1 - i),
      );
      expect(estimated(fleissKappa(back)).kappa).toBeCloseTo(estimated(fleissKappa(ratings)).kappa, 12);
    }),
  );
});

test('full agreement is 1, and its interval is no certainty but has no value', () => {
  const codes = [1, 2, 3, 1, 2];
  const cohen = estimated(cohensKappa(codes, codes));
  expect(cohen.kappa).toBe(1);
  expect(cohen.interval).toMatchObject({ notEstimable: 'outside-range' });
  const fleiss = estimated(fleissKappa(matrixFromColumns([codes, codes, codes])));
  expect(fleiss.kappa).toBeCloseTo(1, 12);
});

test('what has no kappa says why', () => {
  const hole = Number.NaN;
  expect(cohensKappa([1, hole], [hole, 1])).toMatchObject({ notEstimable: 'no-overlap' });
  expect(cohensKappa([2, 2], [2, 2])).toMatchObject({ notEstimable: 'no-variance' });
  const oneSided = estimated(cohensKappa([1, 1, 1], [1, 2, 1]));
  expect(oneSided).toMatchObject({ kappa: 0, test: { notEstimable: 'no-variance' } });
  expect(fleissKappa(matrixFromColumns([[1, 2]]))).toMatchObject({ notEstimable: 'too-few-items' });
  expect(
    fleissKappa(
      fromColumns([
        [1, null],
        [null, 2],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'no-overlap' });
  expect(
    fleissKappa(
      fromColumns([
        [1, 1],
        [1, 1],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'no-variance' });
  const withGap = estimated(
    fleissKappa(
      fromColumns([
        [1, 2, 1, null],
        [1, 2, 2, 1],
      ]),
    ),
  );
  expect(withGap).toMatchObject({ units: 3, unitsLeftOut: 1 });
  expect(
    estimated(
      fleissKappaOfCounts(
        fromColumns([
          [2, 1],
          [0, 1],
          [0, 0],
        ]),
      ),
    ).categories[2],
  ).toMatchObject({
    kappa: { notEstimable: 'no-variance' },
  });
  expect(() => cohensKappa([1], [1, 2])).toThrow(RangeError);
  expect(() =>
    fleissKappaOfCounts(
      fromColumns([
        [2, 3],
        [1, 1],
      ]),
    ),
  ).toThrow(RangeError);
  expect(() => fleissKappaOfCounts(fromColumns([[0.5], [1.5]]))).toThrow(RangeError);
});
