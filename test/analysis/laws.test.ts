import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MISSING_RULES } from '../../src/analysis/analysis-options.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { isNotEstimable } from '../../src/statistics/not-estimable.ts';
import { likertSegments } from '../../src/web/figures/likert-segments.ts';
import { analyseRows, numbersIn, smallStudy } from './small-study.ts';

const constructs = [
  { key: 'A', items: ['A1', '-A2', 'A3'] },
  { key: 'B', items: ['B1', 'B2'] },
];
const paths = [{ key: 'H1', kind: 'direct', from: 'A', to: 'B', sign: '+' }] as const;
const answer = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom<StoredAnswer>('skipped', 'no-answer', null) },
) as fc.Arbitrary<StoredAnswer>;
const table = fc.array(fc.array(answer, { minLength: 5, maxLength: 5 }), { minLength: 0, maxLength: 40 });
const rule = fc.constantFrom(...MISSING_RULES);

/** Equal but for the rounding that another order of adding brings. */
function expectSame(one: unknown, other: unknown): void {
  const a = numbersIn(one);
  const b = numbersIn(other);
  expect(a.length).toBe(b.length);
  a.forEach((value, i) => {
    expect(Math.abs(value - b[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  });
}

it('never gives NaN or Infinity, whatever people answer', () => {
  fc.assert(
    fc.property(table, rule, (rows, missing) => {
      const report = analyseRows(smallStudy(constructs, paths), rows, { missing });
      expect(numbersIn(report).every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('does not depend on the order of the respondents', () => {
  fc.assert(
    fc.property(table, rule, fc.integer(), (rows, missing, seed) => {
      const turned = [
        ...rows.slice(seed % (rows.length || 1)),
        ...rows.slice(0, seed % (rows.length || 1)),
      ].reverse();
      const study = smallStudy(constructs, paths);
      expectSame(analyseRows(study, rows, { missing }), analyseRows(study, turned, { missing }));
    }),
  );
});

it('gives the same when an item is worded the other way and marked so', () => {
  const turn = (value: StoredAnswer): StoredAnswer => (typeof value === 'number' ? 6 - value : value);
  const other = [
    { key: 'A', items: ['-A1', '-A2', 'A3'] },
    { key: 'B', items: ['B1', 'B2'] },
  ];
  fc.assert(
    fc.property(table, rule, (rows, missing) => {
      const one = analyseRows(smallStudy(constructs, paths), rows, { missing });
      const turned = rows.map(([first, ...rest]) => [turn(first!), ...rest]);
      const two = analyseRows(smallStudy(other, paths), turned, { missing });
      expectSame(one.constructs, two.constructs);
      expectSame(one.correlations, two.correlations);
    }),
  );
});

it('agrees under all three rules when nobody leaves anything out', () => {
  const full = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), {
    minLength: 3,
    maxLength: 40,
  });
  fc.assert(
    fc.property(full, (rows) => {
      const [listwise, pairwise, personMean] = MISSING_RULES.map((missing) =>
        analyseRows(smallStudy(constructs, paths), rows, { missing }),
      );
      for (const other of [pairwise!, personMean!]) {
        expectSame(
          listwise!.constructs.map(({ reliability, score }) => [reliability!.alpha, reliability!.n, score]),
          other.constructs.map(({ reliability, score }) => [reliability!.alpha, reliability!.n, score]),
        );
        expectSame(listwise!.correlations, other.correlations);
      }
    }),
  );
});

it('calls a relation consistent with + exactly when it is not consistent with −', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const verdict = (sign: '+' | '-' | '?') => {
        const study = smallStudy(constructs, [{ key: 'H1', kind: 'direct', from: 'A', to: 'B', sign }]);
        return analyseRows(study, rows, { missing: 'pairwise' }).hypotheses[0]!;
      };
      const plus = verdict('+');
      const minus = verdict('-');
      const swapped = {
        consistent: 'not-consistent',
        'not-consistent': 'consistent',
        undecided: 'undecided',
      };
      expect(minus.verdict).toBe(swapped[plus.verdict]);
      expect(verdict('?').verdict === 'consistent').toBe(plus.verdict !== 'undecided');
      if (isNotEstimable(plus.estimate)) expect(plus.verdict).toBe('undecided');
    }),
  );
});

it('of Likert bars: segments add up to everybody and touch without overlapping', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 11 });
  fc.assert(
    fc.property(counts, fc.constantFrom('centred', 'aside', 'full'), (given, mode) => {
      const segments = likertSegments(given, mode);
      const total = given.reduce((sum, count) => sum + count, 0);
      if (total === 0) return expect(segments).toEqual([]);
      expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      const bar = segments.filter(({ place }) => place === 'bar');
      bar.slice(1).forEach((segment, i) => {
        expect(segment.start).toBeCloseTo(bar[i]!.start + bar[i]!.share, 9);
      });
      const middle = segments.find(
        ({ option }) => given.length % 2 === 1 && option === (given.length - 1) / 2,
      );
      if (mode === 'centred' && middle) expect(middle.start + middle.share / 2).toBeCloseTo(0, 9);
    }),
  );
});
