import { describe, expect, test } from 'vitest';
import { emptyStudy } from '../../src/domain/empty-study.ts';
import { PARADIGM_TEMPLATES } from '../../src/domain/paradigm-templates.ts';
import { publishFindings } from '../../src/domain/publish-check.ts';
import type { Item, Study } from '../../src/domain/study.ts';
import { smallStudy } from '../formats/study-file/small-study.ts';

const found = (change: Partial<Study>, severity: 'blocking' | 'remark') =>
  publishFindings({ ...smallStudy, ...change })
    .filter((finding) => finding.severity === severity)
    .map(({ place, code }) => `${place}: ${code}`);
const blocking = (change: Partial<Study>) => found(change, 'blocking');
const remarks = (change: Partial<Study>) => found(change, 'remark');
const itemsWith = (index: number, change: Partial<Item>) => ({
  items: smallStudy.items.map((item, at) => (at === index ? { ...item, ...change } : item)),
});
const withText = (text: string, change: Partial<Item> = {}) =>
  itemsWith(1, { text: { en: text }, ...change });

test('a finished study has no findings', () => {
  expect(publishFindings(smallStudy)).toEqual([]);
});

test('a finding says what it is about, so that a page can link to it', () => {
  expect(publishFindings({ ...smallStudy, ...itemsWith(4, { text: { en: ' ' } }) })).toEqual([
    {
      severity: 'blocking',
      target: { kind: 'item', key: 'N2' },
      place: 'items[4].text.en',
      code: 'item-text-missing',
      details: { key: 'N2', language: 'en' },
    },
  ]);
});

test('a new study from a template cannot be published, and says why', () => {
  const codes = publishFindings(
    emptyStudy(PARADIGM_TEMPLATES[0]!, 'new-one', ['fa', 'en'], { fa: 'عنوان' }),
  ).map(({ code, severity, place }) => `${severity} ${place} ${code}`);
  expect(codes).toEqual([
    'blocking title.en title-missing',
    'blocking items no-items',
    'remark consent.contact contact-missing',
    'remark scales[0] scale-not-used',
    'remark paths no-paths',
  ]);
});

describe('what blocks', () => {
  test.each<[string, Partial<Study>, readonly string[]]>([
    ['no title', { title: {} }, ['title.en: title-missing']],
    [
      'no consent text',
      { consent: { text: {}, contact: { en: 'us' } } },
      ['consent.text.en: consent-missing'],
    ],
    [
      'a construct without items',
      { items: smallStudy.items.slice(0, 3), pages: [{ key: 'p', items: ['A1', 'A2', 'A3', 'group'] }] },
      ['constructs[1]: construct-no-items'],
    ],
    [
      'a construct with one item',
      {
        items: smallStudy.items.slice(0, 4),
        pages: [{ key: 'p', items: ['A1', 'A2', 'A3', 'N1', 'group'] }],
      },
      ['constructs[1]: construct-one-item'],
    ],
    [
      'an item on no page',
      { pages: [{ key: 'p', items: ['A1', 'N1', 'A2', 'N2', 'A3', 'group'] }] },
      ['items[5]: item-on-no-page'],
    ],
    ['a question on no page', { pages: smallStudy.pages.slice(0, 1) }, ['questions[0]: question-on-no-page']],
    ['an empty page', { pages: [...smallStudy.pages, { key: 'p3', items: [] }] }, ['pages[2]: page-empty']],
    [
      'the same text twice',
      withText('i know how to comfort  others'),
      ['items[2].text.en: item-text-repeated'],
    ],
    [
      'two options with one label',
      {
        questions: [
          {
            key: 'group',
            text: { en: 'Group?' },
            options: [
              { value: 1, label: { en: 'First' } },
              { value: 2, label: { en: 'first ' } },
            ],
          },
        ],
      },
      ['questions[0].options[1].label.en: option-label-repeated'],
    ],
    [
      'an option outside the scale without words',
      { questions: [{ ...smallStudy.questions![0]!, noAnswer: {} }] },
      ['questions[0].noAnswer.en: no-answer-label-missing'],
    ],
  ])('%s', (_, change, expected) => {
    expect(blocking(change)).toEqual(expected);
  });

  test('a text in one language of two', () => {
    const places = blocking({
      languages: ['en', 'fa'],
      pages: [{ ...smallStudy.pages[0]!, title: { fa: 'یک' } }, smallStudy.pages[1]!],
    });
    expect(places).toContain('title.fa: title-missing');
    expect(places).toContain('consent.contact.fa: contact-incomplete');
    expect(places).toContain('scales[0].options[5].label.fa: option-label-missing');
    expect(places).toContain('pages[0].title.en: page-title-incomplete');
    expect(places).not.toContain('pages[1].title.en: page-title-incomplete');
    expect(places.filter((place) => place.startsWith('items'))).toHaveLength(6);
  });

  test('Persian texts that differ only in ي or ی, ك or ک, half-space or space are the same text', () => {
    const fa = (text: string, key: string): Item => ({
      key,
      construct: 'A',
      text: { fa: text },
      reverse: false,
    });
    const texts = ['نظر می‌خواهد یک', 'نظر مي خواهد يك.', 'نظر میخواهد یک'];
    const items = texts.map((text, index) => fa(text, `F${index}`));
    const repeated = publishFindings({ ...smallStudy, languages: ['fa'], items }).filter(
      ({ code }) => code === 'item-text-repeated',
    );
    expect(repeated.map(({ details }) => [details.key, details.first])).toEqual([
      ['F1', 'F0'],
      ['F2', 'F0'],
    ]);
  });

  test('a scale that no construct uses may be unfinished', () => {
    const scales = [
      ...smallStudy.scales,
      {
        key: 'spare',
        options: [
          { value: 1, label: {} },
          { value: 2, label: {} },
        ],
      },
    ];
    expect(blocking({ scales })).toEqual([]);
    expect(remarks({ scales })).toEqual(['scales[1]: scale-not-used']);
  });
});

describe('what is remarked on', () => {
  test.each<[string, string, Partial<Item>, readonly string[]]>([
    ['two ideas', 'I ask how others are and listen.', {}, ['items[1].text.en: item-two-ideas']],
    ['no two ideas in a word that holds them', 'I understand the order of candy.', {}, []],
    ['negated and reverse', 'I do not care.', { reverse: true }, ['items[1].text.en: item-negated-reverse']],
    ['negated only', 'I do not care.', {}, []],
    ['long', 'word '.repeat(26), {}, ['items[1].text.en: item-long']],
  ])('%s', (_, text, change, expected) => {
    expect(remarks(withText(text, change))).toEqual(expected);
  });

  test.each<[string, boolean, readonly string[]]>([
    ['سازمان نظر مردم را می‌پرسد.', false, []],
    ['سازمان گفت‌وگو می‌کند.', false, []],
    ['سازمان می‌پرسد و می‌شنود.', false, ['item-two-ideas']],
    ['سازمان نظر مردم را نمی‌پرسد.', true, ['item-negated-reverse']],
    ['مردم در کارها سهمی ندارند.', true, ['item-negated-reverse']],
    ['سازمان نظر مردم را نمی‌پرسد.', false, []],
    ['نمایندگان نمره می‌دهند.', true, []],
    ['سازمان نظر يك نفر را می‌پرسد.', false, ['item-arabic-letters']],
  ])('Persian: %s', (text, reverse, expected) => {
    const { items } = itemsWith(1, { text: { fa: text }, reverse });
    const codes = publishFindings({ ...smallStudy, languages: ['fa'], items })
      .filter(({ place }) => place === 'items[1].text.fa')
      .map(({ code }) => code);
    expect(codes).toEqual(expected);
  });

  test.each<[string, Partial<Study>, readonly string[]]>([
    [
      'no reverse item',
      { items: smallStudy.items.map((item) => ({ ...item, reverse: false })) },
      ['items: no-reverse-items'],
    ],
    [
      'two items',
      {
        items: smallStudy.items.slice(0, 5),
        pages: [{ key: 'p', items: ['A1', 'A2', 'A3', 'N1', 'N2', 'group'] }],
      },
      ['constructs[1]: construct-few-items'],
    ],
    ['a question before items', { pages: [...smallStudy.pages].reverse() }, ['pages: question-before-items']],
    ['no contact', { consent: { text: { en: 'Yes?' } } }, ['consent.contact: contact-missing']],
    ['no paths', { paths: [] }, ['paths: no-paths']],
    [
      'invented items',
      itemsWith(0, { origin: 'made-for-demonstration' }),
      ['items: items-for-demonstration'],
    ],
    [
      'keys that differ by case',
      {
        questions: [{ ...smallStudy.questions![0]!, key: 'a1' }],
        pages: [{ key: 'p', items: ['A1', 'N1', 'A2', 'N2', 'A3', 'N3', 'a1'] }],
      },
      ['questions[0].key: keys-differ-by-case'],
    ],
    [
      'a category that nothing measures',
      { categories: [...smallStudy.categories, { key: 'more', role: 'concepts', label: { en: 'More' } }] },
      ['categories[2]: category-not-measured'],
    ],
    [
      'a path to a part that nothing measures',
      {
        paradigm: {
          ...smallStudy.paradigm,
          roles: [...smallStudy.paradigm.roles, { key: 'out', kind: 'outcome', label: { en: 'Out' } }],
        },
        paths: [{ key: 'H1', kind: 'direct', from: 'A', to: 'out', sign: '+' }],
      },
      ['paths[0]: path-end-not-measured'],
    ],
    [
      'a part of the model without a name',
      { paradigm: { ...smallStudy.paradigm, roles: [{ key: 'concepts', kind: 'other', label: {} }] } },
      ['paradigm.roles[0].label.en: role-label-missing'],
    ],
  ])('%s', (_, change, expected) => {
    expect(blocking(change)).toEqual([]);
    expect(remarks(change)).toEqual(expected);
  });

  test('many points, long pages and a long questionnaire', () => {
    const options = Array.from({ length: 8 }, (_, index) => ({
      value: index,
      label: { en: `Option ${index}` },
    }));
    const more = Array.from({ length: 103 }, (_, index) => ({
      ...smallStudy.items[1]!,
      key: `M${index}`,
      text: { en: `Sentence number ${index}` },
    }));
    const change: Partial<Study> = {
      scales: [{ key: 'accuracy', options }],
      items: [...smallStudy.items, ...more],
      pages: [
        { key: 'all', items: [...smallStudy.items, ...more].map(({ key }) => key) },
        smallStudy.pages[1]!,
      ],
    };
    expect(remarks(change)).toEqual([
      'constructs[0].scale: scale-many-points',
      'constructs[1].scale: scale-many-points',
      'pages[0]: page-many-items',
      'items: takes-long',
    ]);
  });
});
