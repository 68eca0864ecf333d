import { expect, test } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { evenOddConsistency } from '../../../src/statistics/people/even-odd-consistency.ts';
import { longestString } from '../../../src/statistics/people/longest-string.ts';
import { mahalanobisDistance } from '../../../src/statistics/people/mahalanobis-distance.ts';
import { personTotalCorrelation } from '../../../src/statistics/people/person-total-correlation.ts';
import { psychometricSynonyms } from '../../../src/statistics/people/psychometric-synonyms.ts';
import { relativeSpeed, timePerItem } from '../../../src/statistics/people/response-time.ts';
import { modalShare, responseVariability } from '../../../src/statistics/people/response-variability.ts';
import golden from '../../fixtures/r/people.json' with { type: 'json' };
import { estimated, expectNear, fromColumns } from '../expect-estimate.ts';

const answers = fromColumns(golden.answers as (number | null)[][]);
const scales = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
];

function expectColumn(
  actual: ArrayLike<number>,
  expected: readonly (number | null)[],
  tolerance = 1e-9,
): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    if (value === null) expect(actual[i], `person ${i}`).toBeNaN();
    else expectNear(actual[i]!, value, tolerance, `person ${i}`);
  });
}

test('runs, variability, distance, consistency and person-total r agree with R', () => {
  const { longest, mean } = longestString(answers);
  expectColumn(longest, golden.longest);
  expectColumn(mean, golden.meanRun);
  expectColumn(responseVariability(answers), golden.variability as (number | null)[]);
  expectColumn(estimated(mahalanobisDistance(answers)).squared, golden.d2 as (number | null)[]);
  expectColumn(evenOddConsistency(answers, scales), golden.evenodd as (number | null)[]);
  const synonyms = psychometricSynonyms(answers);
  expect(synonyms.pairs).toEqual(golden.pairs);
  expectColumn(synonyms.consistency, golden.synonyms as (number | null)[]);
  expectColumn(personTotalCorrelation(answers), golden.total as (number | null)[]);
});

test('a missing answer breaks a run and is a run by itself', () => {
  const one = matrixFromColumns([[2], [2], [Number.NaN], [2], [2], [2]]);
  const { longest, mean } = longestString(one);
  expect(longest[0]).toBe(3);
  expect(mean[0]).toBe(2);
});

test('somebody who gives one answer throughout has the longest run, no variability and a modal share of one', () => {
  expect(longestString(answers).longest[0]).toBe(12);
  expect(responseVariability(answers)[0]).toBe(0);
  expect(modalShare(answers)[0]).toBe(1);
  expect(modalShare(answers)[2]).toBe(0.5);
  expect(modalShare(answers)[6]).toBeNaN();
});

test('under EM incomplete people are judged on what they answered, and complete data give the ML distance', () => {
  const em = estimated(mahalanobisDistance(answers, { missing: 'em' }));
  expect(em.df[3]).toBe(11);
  expect(em.df[4]).toBe(10);
  expect(em.p[3]).toBeGreaterThan(0);
  expect(em.squared[6]).toBeNaN();
  const complete = matrixFromColumns([
    [1, 2, 3, 4, 7],
    [2, 1, 5, 3, 4],
  ]);
  const listwise = estimated(mahalanobisDistance(complete));
  const ml = estimated(mahalanobisDistance(complete, { missing: 'em' }));
  // Divisor n instead of n - 1 makes each distance 5/4 as large.
  listwise.squared.forEach((value, i) => {
    expectNear(ml.squared[i]!, (value * 5) / 4, 1e-8);
  });
  // Distances of the sample they come from sum to (n - 1) p.
  expectNear(
    listwise.squared.reduce((sum, value) => sum + value, 0),
    8,
  );
});

test('antonyms are the synonyms of turned items', () => {
  const turned = fromColumns(
    golden.answers.map((column, j) => column.map((v) => (v === null ? null : j % 3 === 0 ? 6 - v : v))),
  );
  const found = psychometricSynonyms(turned, { antonyms: true }).pairs;
  expect(found.every(([i, j]) => (i % 3 === 0) !== (j % 3 === 0))).toBe(true);
  expect(found.length).toBeGreaterThan(0);
});

test('time per item leaves out pages without a time, and speed is relative to the median', () => {
  const seconds = matrixFromColumns([
    [10, 20, 40],
    [30, Number.NaN, 5],
  ]);
  expect([...timePerItem(seconds, [5, 5])]).toEqual([4, 4, 4.5]);
  // Medians 20 and 17.5; the third person's second page counts 3 at most.
  const speed = relativeSpeed(seconds);
  expect(speed[0]).toBeCloseTo((2 + 17.5 / 30) / 2, 12);
  expect(speed[1]).toBe(1);
  expect(speed[2]).toBeCloseTo((0.5 + 3) / 2, 12);
  expect(() => timePerItem(seconds, [5])).toThrow(RangeError);
  expect(() => relativeSpeed(matrixFromColumns([[0, 1]]))).toThrow(RangeError);
});

test('impossible requests are refused, and data without a distance say why', () => {
  expect(() => evenOddConsistency(answers, scales.slice(0, 2))).toThrow(RangeError);
  expect(() => psychometricSynonyms(answers, { critical: 1 })).toThrow(RangeError);
  const twins = matrixFromColumns([
    [1, 2, 3, 5],
    [1, 2, 3, 5],
  ]);
  expect(mahalanobisDistance(twins)).toMatchObject({ notEstimable: 'not-positive-definite' });
});
