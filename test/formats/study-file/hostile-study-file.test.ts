import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/domain/fault.ts';
import { readStudyFile } from '../../../src/formats/study-file/read-study-file.ts';
import { writeStudyFile } from '../../../src/formats/study-file/write-study-file.ts';
import { smallStudy } from './small-study.ts';

const good = writeStudyFile(smallStudy);

function faultsOf(text: string): readonly Fault[] {
  const read = readStudyFile(text);
  if (!('faults' in read)) throw new Error('the file was accepted');
  expect(read.faults.length).toBeGreaterThan(0);
  return read.faults;
}

/** The small study with the value at a path (items/1/construct) replaced, or taken out when it is undefined. */
function studyWith(...changes: ReadonlyArray<[path: string, value: unknown]>): string {
  const study: unknown = JSON.parse(good);
  for (const [path, value] of changes) {
    const steps = path.split('/');
    const parent = steps.slice(0, -1).reduce((part, step) => (part as Record<string, unknown>)[step], study);
    (parent as Record<string, unknown>)[steps.at(-1)!] = value;
  }
  return JSON.stringify(study);
}

function placesAndCodes(text: string): string[] {
  return faultsOf(text).map(({ place, code }) => `${place}: ${code}`);
}

describe('text that is no study file', () => {
  test.each([
    ['', 'json-empty', ''],
    ['\uFEFF  \n', 'json-empty', ''],
    ['{', 'json-syntax', ''],
    ['{"a":1,}', 'json-syntax', ''],
    ["{'a':1}", 'json-syntax', ''],
    ['{"a":1} x', 'json-syntax', ''],
    ['{"a":[1,2', 'json-syntax', 'a'],
    ['{"a":NaN}', 'json-syntax', 'a'],
    ['{"a":01}', 'json-syntax', ''],
    ['{"a":+1}', 'json-syntax', 'a'],
    ['{"a":"x', 'json-text', 'a'],
    ['{"a":"\\x"}', 'json-text', 'a'],
    ['{"a":"line\nbreak"}', 'json-text', 'a'],
    ['{"a":1,"a":2}', 'json-repeated-field', 'a'],
    ['{"a":{"b":[0,{"c":1,"c":1}]}}', 'json-repeated-field', 'a.b[1].c'],
    ['{"__proto__":{"format":"axial-study"}}', 'json-forbidden-field', '__proto__'],
    ['{"\\u005f_proto__":1}', 'json-forbidden-field', '__proto__'],
    ['[]', 'not-a-study-file', ''],
    ['null', 'not-a-study-file', ''],
    ['3', 'not-a-study-file', ''],
    ['{}', 'not-a-study-file', ''],
    ['PK\u0003\u0004', 'json-syntax', ''],
    ['{"format":"axial-study","formatVersion":2}', 'format-version-unknown', 'formatVersion'],
  ])('%j', (text, code, place) => {
    expect(faultsOf(text)[0]).toMatchObject({ code, place });
  });

  test('the line and column of a syntax fault are those of an editor', () => {
    expect(faultsOf('{\n  "a": 1\n  "b": 2\n}')[0]).toMatchObject({
      code: 'json-syntax',
      details: { line: 3, column: 3 },
    });
  });

  test('nesting without end is refused, not followed', () => {
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(200_000),
      `{"format":"axial-study","title":${'['.repeat(99)}`,
    ]) {
      expect(faultsOf(text).at(-1)?.code).toBe('json-too-deep');
    }
  });

  test('no prototype is changed by any file', () => {
    faultsOf('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    faultsOf(good.replace('"title"', '"__proto__": {"polluted": 1},\n  "title"'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('fields', () => {
  test('an unknown field is named with its place, and a misspelt one with what was meant', () => {
    const study = JSON.parse(good);
    study.items[2].reversed = true;
    study.items[2].zebra = true;
    study.paths[0].rationalle = {};
    study.colour = 'red';
    expect(faultsOf(JSON.stringify(study))).toEqual([
      {
        place: 'items[2].reversed',
        code: 'field-unknown-near',
        details: { field: 'reversed', near: 'reverse' },
      },
      { place: 'items[2].zebra', code: 'field-unknown', details: { field: 'zebra' } },
      {
        place: 'paths[0].rationalle',
        code: 'field-unknown-near',
        details: { field: 'rationalle', near: 'rationale' },
      },
      { place: 'colour', code: 'field-unknown', details: { field: 'colour' } },
    ]);
  });

  test.each<[name: string, path: string, value: unknown, expected: string]>([
    ['a missing field', 'items/1/construct', undefined, 'items[1].construct: field-missing'],
    ['a missing list', 'pages', undefined, 'pages: field-missing'],
    ['null for a text', 'items/0/text/en', null, 'items[0].text.en: expected-text'],
    ['null for an optional field', 'thanks', null, 'thanks: expected-text-per-language'],
    ['a text for a text per language', 'title', 'x', 'title: expected-text-per-language'],
    ['an object for a list', 'items', {}, 'items: expected-list'],
    ['a text for an object', 'consent', 'yes', 'consent: expected-object'],
    [
      'a text for a number',
      'scales/0/options/0/value',
      '1',
      'scales[0].options[0].value: expected-whole-number',
    ],
    ['a fraction', 'scales/0/options/0/value', 1.5, 'scales[0].options[0].value: expected-whole-number'],
    [
      'a number beyond all',
      'scales/0/options/0/value',
      1e308,
      'scales[0].options[0].value: number-out-of-range',
    ],
    ['a word for a truth value', 'items/0/reverse', 'no', 'items[0].reverse: expected-boolean'],
    ['a word outside a list', 'constructs/0/measurement', 'both', 'constructs[0].measurement: not-one-of'],
    ['a path of an unknown kind', 'paths/0/kind', 'curved', 'paths[0].kind: not-one-of'],
    ['a path without a kind', 'paths/0/kind', undefined, 'paths[0].kind: field-missing'],
    ['a layout outside the list', 'layout', 'grid', 'layout: not-one-of'],
    ['a language that is none', 'title/Farsi', 'x', 'title: language-malformed'],
    ['a language list with a word', 'languages/0', 'english', 'languages[0]: language-malformed'],
    ['no language', 'languages', [], 'languages: too-few'],
    [
      'a value beyond the range',
      'questions/0/options/0/value',
      101,
      'questions[0].options[0].value: number-out-of-range',
    ],
    ['a key of 300 characters', 'items/0/key', 'k'.repeat(300), 'items[0].key: key-malformed'],
    ['a key with a space', 'items/0/key', 'A 1', 'items[0].key: key-malformed'],
    ['an endless text', 'title/en', 'x'.repeat(10_001), 'title.en: text-too-long'],
    ['a NUL', 'items/0/text/en', 'a\u0000b', 'items[0].text.en: text-not-readable'],
    ['half a character', 'items/0/text/en', 'a\ud83d', 'items[0].text.en: text-not-readable'],
    [
      'an address that runs script',
      'source',
      { citation: 'x', url: 'javascript:alert(1)' },
      'source.url: url-malformed',
    ],
    ['one option', 'scales/0/options', [{ value: 1, label: {} }], 'scales[0].options: too-few'],
  ])('%s', (_, path, value, expected) => {
    expect(placesAndCodes(studyWith([path, value]))).toContain(expected);
  });

  test.each([
    ['paradigm/roles', 60, { key: { toString: 1 } }],
    ['paradigm/roles', 60, null],
    ['scales/0/options', 12, null],
    ['scales/0/options', 1, 'x'],
    ['languages', 21, { valueOf: 1, toString: 1 }],
    ['items', 1001, [[]]],
  ])('%s with %i entries that are none', (path, count, entry) => {
    expect(faultsOf(studyWith([path, Array(count).fill(entry)]))[0]?.code).toMatch(/^(too-|expected-)/);
  });

  test('what both the schema and the rules between the parts object to is reported once', () => {
    expect(placesAndCodes(studyWith(['items/0/key', 'A 1']))).toEqual([
      'items[0].key: key-malformed',
      'pages[0].items[0]: unknown-item',
    ]);
  });

  test('a misspelt field and a dangling reference are reported in one go', () => {
    expect(placesAndCodes(studyWith(['colour', 'red'], ['items/3/construct', 'CX']))).toEqual([
      'colour: field-unknown',
      'items[3].construct: unknown-construct',
    ]);
  });

  test('more than a hundred faults are counted, not listed, and long values are cut', () => {
    const study = JSON.parse(good);
    for (let index = 0; index < 300; index += 1) study[`${'field'.repeat(50)}${index}`] = 1;
    const faults = faultsOf(JSON.stringify(study));
    expect(faults.length).toBe(101);
    expect(faults.at(-1)).toEqual({ place: '', code: 'more-faults', details: { count: 200 } });
    expect(JSON.stringify(faults).length).toBeLessThan(40_000);
  });
});

test('whatever the text, there is an answer and no exception', () => {
  const tokens = [
    ...'{}[],:"\\',
    '"format"',
    '"axial-study"',
    '"formatVersion"',
    '1',
    '-0',
    '1e999',
    'true',
    '\ud800',
    '\u0000',
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(fc.constantFrom(...tokens)).map((all) => all.join('')),
      ),
      (text) => {
        expect(faultsOf(text)).toBeDefined();
      },
    ),
    { numRuns: 2000 },
  );
});

test('any value in place of any part of a study gives a study or faults, never an exception', () => {
  const places: Array<Array<string | number>> = [];
  const walk = (value: unknown, path: Array<string | number>): void => {
    places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, entry] of Object.entries(value)) {
      walk(entry, [...path, Array.isArray(value) ? Number(name) : name]);
    }
  };
  walk(JSON.parse(good), []);
  // Long lists too: zod stops looking inside a list that is too long.
  const anyValue = fc.oneof(
    fc.jsonValue(),
    fc.jsonValue().map((value) => Array(60).fill(value)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places.slice(1)), anyValue, (path, replacement) => {
      const study = JSON.parse(good);
      const parent = path.slice(0, -1).reduce((value, step) => value[step], study);
      parent[path.at(-1)!] = replacement;
      const read = readStudyFile(JSON.stringify(study));
      // What is accepted is a study that can be written and read again.
      if ('study' in read) expect(readStudyFile(writeStudyFile(read.study))).toEqual(read);
      else expect(read.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 1500 },
  );
});
