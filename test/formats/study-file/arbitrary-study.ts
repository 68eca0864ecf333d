// Valid studies of every shape: each optional field present or not, one to three languages, odd but lawful texts.

import fc from 'fast-check';
import type { LocalizedText } from '../../../src/domain/localized-text.ts';
import type { Key, Path, Study } from '../../../src/domain/study.ts';

const oddTexts = [
  '',
  ' ',
  '"><script>alert(1)</script>',
  'می‌شود',
  'يك',
  'a\r\nb\tc',
  '\u202eabc',
  '👩‍👩‍👧',
  '=1+1',
  '\\u0000',
  '__proto__',
];
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom(...oddTexts)).filter(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a study may not hold.
  (value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u.test(value),
);
const origin = fc.constantFrom('study', 'literature', 'made-for-demonstration');
const sign = fc.constantFrom('+', '-', '?');

/** Keys with a prefix of their own, so that lists that share a namespace do not collide. */
const keys = (prefix: string, minLength: number, maxLength: number) =>
  fc
    .uniqueArray(fc.stringMatching(/^[A-Za-z0-9._-]{0,8}$/), { minLength, maxLength })
    .map((ends) => ends.map((end) => `${prefix}${end}`));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function options(localized: fc.Arbitrary<LocalizedText>, maxLength: number) {
  return fc
    .tuple(fc.integer({ min: -100, max: 80 }), fc.array(localized, { minLength: 2, maxLength }))
    .map(([first, labels]) => labels.map((label, index) => ({ value: first + index, label })));
}

export const arbitraryStudy: fc.Arbitrary<Study> = fc
  .record({
    languages: fc.constantFrom(['fa', 'en'], ['en'], ['en', 'fa', 'ckb'], ['uz-Arab-UZ', 'es-419']),
    roles: keys('r', 1, 4),
    categories: keys('c', 0, 4),
    codes: keys('o', 0, 3),
    scales: keys('s', 1, 2),
    constructs: keys('k', 0, 4),
    items: keys('i', 0, 8),
    questions: keys('q', 0, 2),
    paths: keys('h', 0, 4),
  })
  .chain((drawn) => {
    const localized: fc.Arbitrary<LocalizedText> = fc
      .tuple(...drawn.languages.map((language) => fc.tuple(fc.constant(language), optional(text))))
      .map((pairs) => Object.fromEntries(pairs.filter(([, words]) => words !== undefined)) as LocalizedText);
    const pick = (list: readonly Key[]) => fc.constantFrom(...list);
    const list = <T>(of: readonly Key[], make: (key: Key) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
      of.length === 0 ? fc.constant([]) : (fc.tuple(...of.map(make)) as unknown as fc.Arbitrary<T[]>);
    const someCodes = optional(fc.subarray(drawn.codes));
    const categories = drawn.categories;
    const constructs = categories.length === 0 ? [] : drawn.constructs;
    const items = constructs.length === 0 ? [] : drawn.items;
    const ends = [...drawn.roles, ...constructs];
    const asked = [...items, ...drawn.questions];

    return fc.record({
      format: fc.constant('axial-study' as const),
      formatVersion: fc.constant(1 as const),
      key: fc.constant('study.x-1'),
      languages: fc.constant(drawn.languages),
      title: localized,
      description: optional(localized),
      source: optional(
        fc.record({
          citation: text,
          url: optional(fc.constantFrom('', 'https://example.org/a?b=ج')),
          note: optional(localized),
        }),
      ),
      paradigm: fc.record({
        template: fc.constant('free'),
        editionCited: optional(text),
        roles: list(drawn.roles, (key) =>
          fc.record({
            key: fc.constant(key),
            kind: fc.constantFrom('condition', 'core', 'action', 'outcome', 'other'),
            label: localized,
          }),
        ),
        relations:
          drawn.roles.length < 2
            ? fc.constant([])
            : fc.array(
                fc.record({
                  from: fc.constant(drawn.roles[0]!),
                  to: fc.constant(drawn.roles[1]!),
                  kind: fc.constantFrom('direct', 'moderates'),
                  sign,
                }),
                { maxLength: 2 },
              ),
      }),
      categories: list(categories, (key) =>
        fc.record({
          key: fc.constant(key),
          role: pick(drawn.roles),
          label: localized,
          definition: optional(localized),
          codes: someCodes,
        }),
      ),
      codes: list(drawn.codes, (key) =>
        fc.record({
          key: fc.constant(key),
          label: localized,
          definition: optional(localized),
          origin: optional(origin),
        }),
      ),
      quotations: optional(
        fc.record({
          key: fc.constant('quote'),
          text: localized,
          codes: fc.subarray(drawn.codes),
          participant: optional(text),
          origin: optional(origin),
        }),
      ).map((quotation) => (quotation ? [quotation] : undefined)),
      scales: list(drawn.scales, (key) =>
        fc.record({
          key: fc.constant(key),
          label: optional(localized),
          options: options(localized, 11),
          noAnswer: optional(localized),
        }),
      ),
      constructs: list(constructs, (key) =>
        fc.record({
          key: fc.constant(key),
          category: pick(categories),
          label: localized,
          definition: optional(localized),
          measurement: fc.constantFrom('reflective', 'formative'),
          scale: pick(drawn.scales),
        }),
      ),
      items: list(items, (key) =>
        fc.record({
          key: fc.constant(key),
          construct: pick(constructs),
          text: localized,
          reverse: fc.boolean(),
          codes: someCodes,
          origin: optional(origin),
          note: optional(text),
        }),
      ),
      questions: optional(
        list(drawn.questions, (key) =>
          fc.record({
            key: fc.constant(key),
            text: localized,
            options: options(localized, 20),
            noAnswer: optional(localized),
          }),
        ),
      ),
      pages: fc.record({ title: optional(localized), intro: optional(localized) }).map((words) =>
        asked.length === 0
          ? []
          : [
              { key: 'p1', ...words, items: asked.slice(0, 2) },
              { key: 'p2', items: [] },
            ],
      ),
      consent: fc.record({ text: localized, contact: optional(localized) }),
      thanks: optional(localized),
      paths: fc.tuple(sign, optional(localized)).map(([expected, rationale]) => {
        const [first, second, third] = ends;
        const [direct, moderates] = drawn.paths;
        const paths: Path[] = [];
        if (direct && first && second) {
          paths.push({ key: direct, kind: 'direct', from: first, to: second, sign: expected as '+' });
        }
        if (moderates && direct && second && third) {
          paths.push({
            key: moderates,
            kind: 'moderates',
            from: third,
            path: direct,
            sign: expected as '+',
            rationale,
          });
        }
        return paths;
      }),
      layout: optional(fc.constantFrom('adaptive', 'stacked')),
    });
  })
  // A page cannot show a question that the study, by the draw above, left out.
  .map((study) => {
    const asked = new Set([...study.items, ...(study.questions ?? [])].map(({ key }) => key));
    const pages = study.pages.map((page) => ({ ...page, items: page.items.filter((key) => asked.has(key)) }));
    return withoutUndefined({ ...study, pages }) as Study;
  });
