import { describe, expect, test } from 'vitest';
import { checkStudy } from '../../src/domain/check-study.ts';
import { emptyStudy } from '../../src/domain/empty-study.ts';
import { PARADIGM_TEMPLATES } from '../../src/domain/paradigm-templates.ts';
import type { Item, Path, Study } from '../../src/domain/study.ts';
import { smallStudy } from '../formats/study-file/small-study.ts';

const faultsOf = (change: Partial<Study>) =>
  checkStudy({ ...smallStudy, ...change }).map(({ place, code }) => `${place}: ${code}`);
const itemsWith = (index: number, change: Partial<Item>) => ({
  items: smallStudy.items.map((item, at) => (at === index ? { ...item, ...change } : item)),
});
const scaleOf = (...values: readonly number[]) => ({
  scales: [{ key: 'accuracy', options: values.map((value) => ({ value, label: {} })) }],
});
const H1 = smallStudy.paths[0]!;
const moderating = (change: Partial<Path>): { paths: readonly Path[] } => ({
  paths: [H1, { key: 'H2', kind: 'moderates', from: 'concepts', path: 'H1', sign: '?', ...change } as Path],
});

test('a sound study has no faults', () => {
  expect(checkStudy(smallStudy)).toEqual([]);
});

test('the message of an unknown construct has what the sentence needs', () => {
  expect(checkStudy({ ...smallStudy, ...itemsWith(3, { construct: 'CX' }) })).toEqual([
    { place: 'items[3].construct', code: 'unknown-construct', details: { value: 'CX' } },
  ]);
});

test('an unfinished draft is no fault: empty texts, no constructs, no items, an item on no page', () => {
  for (const template of PARADIGM_TEMPLATES) {
    expect(checkStudy(emptyStudy(template, 'new-one', ['fa', 'de'], {}))).toEqual([]);
  }
  expect(faultsOf({ items: [], pages: [], questions: [] })).toEqual([]);
  expect(faultsOf({ ...itemsWith(0, { text: {} }), pages: [] })).toEqual([]);
});

describe('keys', () => {
  test.each([
    ['', 'key-malformed'],
    ['1a', 'key-malformed'],
    ['a b', 'key-malformed'],
    ['ک', 'key-malformed'],
    ['a/b', 'key-malformed'],
    ['a\n', 'key-malformed'],
    ['constructor', 'key-reserved'],
    ['toString', 'key-reserved'],
    ['Language', 'key-reserved'],
    ['submission', 'key-reserved'],
    ['score.A', 'key-reserved'],
  ])('an item cannot have the key %j', (key, code) => {
    const change = itemsWith(0, { key });
    expect(faultsOf({ ...change, pages: [] })).toEqual([`items[0].key: ${code}`]);
  });

  test('a study cannot have the key of a page under /studies', () => {
    expect(faultsOf({ key: 'new' })).toEqual(['key: key-reserved']);
    expect(faultsOf({ key: '..' })).toEqual(['key: key-malformed']);
  });

  test('an item and a question cannot share a key: both are columns', () => {
    const faults = checkStudy({ ...smallStudy, ...itemsWith(2, { key: 'group' }), pages: [] });
    expect(faults).toEqual([
      { place: 'questions[0].key', code: 'key-repeated', details: { value: 'group', first: 'items[2].key' } },
    ]);
  });

  test('a role, a construct and a path cannot share a key: a path could mean either', () => {
    expect(faultsOf({ paths: [{ ...H1, key: 'N' }] })).toContain('paths[0].key: key-repeated');
    const constructs = smallStudy.constructs.map((construct) => ({ ...construct, key: 'concepts' }));
    expect(faultsOf({ constructs, items: [], pages: [], questions: [], paths: [] })).toEqual([
      'constructs[0].key: key-repeated',
      'constructs[1].key: key-repeated',
    ]);
  });

  test('an item may have the key of a category, a scale or a page', () => {
    const pages = [{ key: 'A1', items: [] }];
    expect(faultsOf({ pages })).toEqual([]);
  });
});

describe('references', () => {
  const code = { key: 'tired', label: {} };
  test.each<[string, Partial<Study>]>([
    [
      'paradigm.relations[0].to: unknown-role',
      {
        paradigm: {
          ...smallStudy.paradigm,
          relations: [{ from: 'concepts', to: 'x', kind: 'direct', sign: '+' }],
        },
      },
    ],
    [
      'paradigm.relations[0].to: path-to-itself',
      {
        paradigm: {
          ...smallStudy.paradigm,
          relations: [{ from: 'concepts', to: 'concepts', kind: 'direct', sign: '+' }],
        },
      },
    ],
    [
      'categories[0].role: unknown-role',
      { categories: smallStudy.categories.map((each, at) => (at === 0 ? { ...each, role: 'x' } : each)) },
    ],
    [
      'categories[1].codes[0]: unknown-code',
      { categories: smallStudy.categories.map((each, at) => (at === 1 ? { ...each, codes: ['x'] } : each)) },
    ],
    [
      'constructs[1].category: unknown-category',
      { constructs: smallStudy.constructs.map((each, at) => (at === 1 ? { ...each, category: 'x' } : each)) },
    ],
    [
      'constructs[0].scale: unknown-scale',
      { constructs: smallStudy.constructs.map((each, at) => (at === 0 ? { ...each, scale: 'x' } : each)) },
    ],
    ['items[5].codes[1]: unknown-code', { codes: [code], ...itemsWith(5, { codes: ['tired', 'x'] }) }],
    ['items[5].codes[1]: code-repeated', { codes: [code], ...itemsWith(5, { codes: ['tired', 'tired'] }) }],
    ['quotations[0].codes[0]: unknown-code', { quotations: [{ key: 'q', text: {}, codes: ['x'] }] }],
    ['pages[1].items[0]: unknown-item', { questions: [] }],
    ['pages[0].items[1]: item-on-two-pages', { pages: [{ key: 'p', items: ['A1', 'A1'] }] }],
  ])('%s', (expected, change) => {
    expect(faultsOf(change)).toEqual([expected]);
  });
});

describe('answer scales', () => {
  test.each<[readonly number[], readonly string[]]>([
    [[1, 2], []],
    [[-1, 0, 1], []],
    [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], []],
    [[1], ['scales[0].options: too-few']],
    [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], ['scales[0].options: too-many']],
    [
      [5, 4, 3],
      ['scales[0].options[1].value: scale-not-rising', 'scales[0].options[2].value: scale-not-rising'],
    ],
    [[1, 3], ['scales[0].options[1].value: scale-not-rising']],
    [[1, 1], ['scales[0].options[1].value: scale-not-rising']],
    [[100, 101], ['scales[0].options[1].value: number-out-of-range']],
    [
      [0.5, 1.5],
      [
        'scales[0].options[0].value: expected-whole-number',
        'scales[0].options[1].value: expected-whole-number',
      ],
    ],
    [
      [Number.NaN, 1],
      ['scales[0].options[0].value: expected-whole-number', 'scales[0].options[1].value: scale-not-rising'],
    ],
  ])('%j', (values, expected) => {
    expect(faultsOf(scaleOf(...values))).toEqual(expected);
  });

  test('the options of a grouping question need not rise, but differ', () => {
    const group = (...values: readonly number[]) => ({
      questions: [{ key: 'group', text: {}, options: values.map((value) => ({ value, label: {} })) }],
    });
    expect(faultsOf(group(9, 2))).toEqual([]);
    expect(faultsOf(group(9, 2, 9))).toEqual(['questions[0].options[2].value: option-repeated']);
  });
});

describe('paths', () => {
  test('a path runs between constructs or roles that are there', () => {
    expect(faultsOf({ paths: [{ ...H1, to: 'x' } as Path] })).toEqual(['paths[0].to: unknown-path-end']);
    expect(faultsOf({ paths: [{ ...H1, from: 'agreeable' }] })).toEqual(['paths[0].from: unknown-path-end']);
    expect(faultsOf({ paths: [{ ...H1, to: 'concepts' } as Path] })).toEqual([]);
  });

  test('a path does not lead to where it starts, and is drawn once', () => {
    expect(faultsOf({ paths: [{ ...H1, to: 'A' } as Path] })).toEqual(['paths[0].to: path-to-itself']);
    expect(faultsOf({ paths: [H1, { ...H1, key: 'H2' }] })).toEqual(['paths[1]: path-repeated']);
  });

  test('a moderating path bears on a direct path of which it is no end', () => {
    expect(faultsOf(moderating({}))).toEqual([]);
    expect(faultsOf(moderating({ path: 'H9' } as Partial<Path>))).toEqual(['paths[1].path: unknown-path']);
    expect(faultsOf(moderating({ path: 'H2' } as Partial<Path>))).toEqual([
      'paths[1].path: moderated-path-not-direct',
    ]);
    expect(faultsOf(moderating({ from: 'N' }))).toEqual(['paths[1].from: moderator-is-end']);
  });
});

describe('what a form could send without a study file', () => {
  test('languages are tags, at least one, none twice', () => {
    expect(faultsOf({ languages: [] })).toEqual(['languages: too-few']);
    expect(faultsOf({ languages: ['en', 'EN', 'en'] })).toEqual([
      'languages[1]: language-malformed',
      'languages[2]: language-repeated',
    ]);
  });

  test('texts have an end and whole characters, links begin with http', () => {
    expect(faultsOf({ title: { en: 'x'.repeat(10_001) } })).toEqual(['title.en: text-too-long']);
    expect(faultsOf({ title: { en: 'a\u0000' } })).toEqual(['title.en: text-not-readable']);
    expect(faultsOf({ consent: { text: { en: '\udc00' } } })).toEqual(['consent.text.en: text-not-readable']);
    expect(faultsOf({ source: { citation: '', url: 'javascript:alert(1)' } })).toEqual([
      'source.url: url-malformed',
    ]);
    expect(faultsOf({ title: { english: 'x' } })).toEqual(['title: language-malformed']);
  });

  test('lists have an end', () => {
    const pages = Array.from({ length: 1001 }, (_, index) => ({ key: `p${index}`, items: [] }));
    expect(faultsOf({ pages })).toEqual(['pages: too-many']);
  });
});
