import { describe, expect, test } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import {
  type IntraclassForm,
  intraclassCorrelations,
  smallestDetectableChange,
} from '../../../src/statistics/reliability/intraclass-correlation.ts';
import golden from '../../fixtures/r/omega.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

for (const [name, data] of [
  ["Shrout & Fleiss' example", golden.shroutFleiss],
  ['simulated ratings', golden.ratings],
] as const)
  describe(`agrees with psych::ICC on ${name}`, () => {
    const result = estimated(intraclassCorrelations(fromColumns(data.ratings)));
    for (const expected of data.forms)
      test(expected.form, () => {
        const actual = estimated(result.forms[expected.form as IntraclassForm]);
        expectNear(actual.value, expected.value);
        expectNear(actual.f, expected.f);
        expectNear(actual.p, expected.p);
        expect([actual.df1, actual.df2]).toEqual([expected.df1, expected.df2]);
        expectNear(actual.interval.lower, expected.lower);
        expectNear(actual.interval.upper, expected.upper);
      });
  });

test('gives the values printed in Shrout & Fleiss (1979)', () => {
  const { forms } = estimated(intraclassCorrelations(fromColumns(golden.shroutFleiss.ratings)));
  expect(estimated(forms.ICC1).value).toBeCloseTo(0.17, 2);
  expect(estimated(forms.ICC2).value).toBeCloseTo(0.29, 2);
  expect(estimated(forms.ICC3).value).toBeCloseTo(0.71, 2);
  expect(estimated(forms.ICC1k).value).toBeCloseTo(0.44, 2);
  expect(estimated(forms.ICC2k).value).toBeCloseTo(0.62, 2);
  expect(estimated(forms.ICC3k).value).toBeCloseTo(0.91, 2);
});

test('a shift of one rater leaves consistency and lowers agreement', () => {
  const columns = golden.ratings.ratings;
  const plain = estimated(intraclassCorrelations(fromColumns(columns)));
  const shifted = estimated(
    intraclassCorrelations(
      fromColumns(columns.map((column, j) => (j === 0 ? column.map((x) => x - 5) : column))),
    ),
  );
  expectNear(estimated(shifted.forms.ICC3).value, estimated(plain.forms.ICC3).value);
  expect(estimated(shifted.forms.ICC2).value).toBeLessThan(estimated(plain.forms.ICC2).value);
  expect(shifted.standardErrorAgreement).toBeGreaterThan(plain.standardErrorAgreement);
  expectNear(shifted.standardErrorConsistency, plain.standardErrorConsistency);
});

test('the smallest detectable change is 2.77 standard errors', () => {
  expect(smallestDetectableChange(1)).toBeCloseTo(2.7718, 4);
  expect(() => smallestDetectableChange(-1)).toThrow(RangeError);
});

test('ratings without an ICC say why', () => {
  expect(intraclassCorrelations(matrixFromColumns([[1, 2, 3]]))).toMatchObject({
    notEstimable: 'too-few-items',
  });
  expect(
    intraclassCorrelations(
      matrixFromColumns([
        [2, 2, 2],
        [2, 2, 2],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'no-variance' });
  expect(
    intraclassCorrelations(
      matrixFromColumns([
        [1, 2, 3],
        [2, 3, 4],
      ]),
    ),
  ).toMatchObject({ notEstimable: 'outside-range' });
  expect(intraclassCorrelations(matrixFromColumns([[1], [2]]))).toMatchObject({
    notEstimable: 'too-few-cases',
  });
});
