import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MISSING_RULES } from '../../../src/analysis/analysis-options.ts';
import type { StoredAnswer } from '../../../src/domain/submission.ts';
import { type SmallConstruct, smallStudy } from '../small-study.ts';
import { direct, STUDY, sectionsOf, simulated, unlawfulPlaces } from './sections-of-rows.ts';

const answer: fc.Arbitrary<StoredAnswer> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom<StoredAnswer>('skipped', null) },
);

it('no numbers but finite ones come out of any few answers, under every missing rule', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(answer, { minLength: 13, maxLength: 13 }), { maxLength: 25 }),
      fc.constantFrom(...MISSING_RULES),
      (rows, missing) => {
        const withGroup = rows.map((row, index) => [...row.slice(0, 12), (index % 2) + 1]);
        expect(unlawfulPlaces(sectionsOf(STUDY, withGroup, undefined, { missing }))).toEqual([]);
      },
    ),
    { numRuns: 12, seed: 5 },
  );
}, 120_000);

const people = (width: number, count = 30) =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: width }, (__, j) => 1 + ((i * 7 + j * 3 + i * j) % 5)),
  );

const oddStudies: Readonly<Record<string, readonly [readonly SmallConstruct[], number]>> = {
  'no construct with items': [[{ key: 'empty', items: [] }], 0],
  'one item': [[{ key: 'single', items: ['a'] }], 1],
  'two items': [[{ key: 'pair', items: ['a', 'b'] }], 2],
  'a formative construct beside a reflective one': [
    [
      { key: 'made', items: ['a', 'b', 'c'], measurement: 'formative' },
      { key: 'shown', items: ['d', 'e', 'f'] },
    ],
    6,
  ],
  'a construct named like an item': [
    [
      { key: 'a', items: ['a', 'b', 'c'] },
      { key: 'b', items: ['d', 'e', 'f'] },
    ],
    6,
  ],
};

it.each(Object.entries(oddStudies))('a study with %s has every section', (_, [constructs, width]) => {
  const [first, second] = constructs;
  const paths = first && second ? [direct('H1', first.key, second.key)] : [];
  const sections = sectionsOf(smallStudy(constructs, paths), people(width));
  expect(unlawfulPlaces(sections)).toEqual([]);
});

it('answers that never vary give reasons instead of numbers', () => {
  const rows = Array.from({ length: 40 }, () => Array.from({ length: 12 }, () => 3));
  const sections = sectionsOf(STUDY, rows);
  expect(unlawfulPlaces(sections)).toEqual([]);
  expect(sections.reliability?.constructs[0]?.alpha.raw).toMatchObject({ notEstimable: 'no-variance' });
  expect(sections.structure?.exploratory).toMatchObject({ notEstimable: 'no-variance' });
});

it('paths that run in a circle are said not to be identified where a model cannot hold them', () => {
  const circle = smallStudy(
    [
      { key: 'one', items: ['a', 'b', 'c'] },
      { key: 'two', items: ['d', 'e', 'f'] },
    ],
    [direct('H1', 'one', 'two'), direct('H2', 'two', 'one')],
  );
  const { model } = sectionsOf(
    circle,
    simulated(
      smallStudy([
        { key: 'one', items: ['a', 'b', 'c'] },
        { key: 'two', items: ['d', 'e', 'f'] },
      ]),
      60,
    ),
    ['model'],
  );
  expect(model?.pls[0]?.bootstrap).toMatchObject({ notEstimable: 'not-identified' });
  expect(model?.latent[0]?.result).toMatchObject({ notEstimable: 'not-identified' });
  expect(model?.regressions).toMatchObject({ n: expect.any(Number) });
});
