import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { publishFindings } from '../../src/domain/publish-check.ts';
import type { Study } from '../../src/domain/study.ts';
import { readStudyFile } from '../../src/formats/study-file/read-study-file.ts';
import { writeStudyFile } from '../../src/formats/study-file/write-study-file.ts';

const file = fileURLToPath(new URL('../../static/examples/social-security.study.json', import.meta.url));
const text = readFileSync(file, 'utf8');
const read = readStudyFile(text);
if ('faults' in read) throw new Error(JSON.stringify(read.faults, null, 2));
const study: Study = read.study;

test('the founding study is a study file in the form that we write', () => {
  expect(writeStudyFile(study)).toBe(text);
});

test('it can be published, and the only remark is that its items are made for a demonstration', () => {
  expect(publishFindings(study).map(({ code, details }) => [code, details.count])).toEqual([
    ['items-for-demonstration', 48],
  ]);
});

test('it has the six parts and the twelve categories of the abstract, one construct of four items for each', () => {
  const perRole = study.paradigm.roles.map(
    ({ key }) => `${key} ${study.categories.filter(({ role }) => role === key).length}`,
  );
  expect(perRole).toEqual([
    'causal 2',
    'core 2',
    'context 2',
    'intervening 2',
    'strategies 2',
    'consequences 2',
  ]);
  expect(study.constructs.map(({ category }) => category)).toEqual(study.categories.map(({ key }) => key));
  for (const { key } of study.constructs) {
    expect(study.items.filter(({ construct }) => construct === key).map((item) => item.key)).toEqual(
      [1, 2, 3, 4].map((number) => `${key}${number}`),
    );
  }
});

test('nothing is presented as the study’s that it does not publish', () => {
  expect(study.codes).toBeUndefined();
  expect(study.quotations).toBeUndefined();
  expect(study.items.every(({ origin }) => origin === 'made-for-demonstration')).toBe(true);
  expect(study.items.every(({ note }) => note?.startsWith('Made for this demonstration'))).toBe(true);
  expect(study.description?.en).toContain('not findings of the study');
});

test('every text is there in Persian and English, in Persian letters', () => {
  const incomplete: string[] = [];
  const walk = (place: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = value as { fa?: unknown; en?: unknown };
    if ('fa' in text || 'en' in text) {
      const sound = typeof text.fa === 'string' && typeof text.en === 'string' && text.en.trim() !== '';
      if (!sound || !/[\u0600-\u06ff]/.test(text.fa as string) || /[يكى٠-٩]/.test(text.fa as string)) {
        incomplete.push(place);
      }
      return;
    }
    for (const [name, entry] of Object.entries(value)) walk(`${place}/${name}`, entry);
  };
  walk('', study);
  expect(incomplete).toEqual([]);
});

// Rules of wording that publishFindings does not apply to statements that are not reverse-scored.
test.each(['fa', 'en'] as const)(
  'its %s items are short, and free of negation, absolutes, norms and jargon',
  (language) => {
    const cues = {
      en: /\b(not|no|never|without|always|all|none|every|only|should|must|ought|obviously|often|many|some|enough|middle circles|populari[sz]ation)\b|[()/]/i,
      fa: /(?<=^|\s)(و|یا|نیز|عدم|بدون|هیچ|نیست|ندارد|نباید|باید|همیشه|هرگز|همه|تمام|فقط|تنها|البته|اغلب|گاهی|بسیاری|مناسب|کافی|مطلوب)(?=\s|\.|$)|نمی|حلقه|مردمی‌سازی|[()/]/,
    }[language];
    for (const { key, text } of study.items) {
      const words = text[language] ?? '';
      expect(`${key} ${words}`).not.toMatch(cues);
      expect(words.split(' ').length).toBeLessThanOrEqual(language === 'fa' ? 15 : 16);
    }
  },
);

test('two items at most are worded the opposite way', () => {
  expect(study.items.filter(({ reverse }) => reverse).map(({ key }) => key)).toEqual(['NI3', 'OJ3']);
});

test('pages have 6 to 8 items and titles that name no category', () => {
  const sizes = study.pages.map((page) => page.items.length);
  expect(sizes).toEqual([8, 8, 8, 8, 8, 8, 3]);
  const names = study.categories.flatMap(({ label }) => Object.values(label));
  for (const { title } of study.pages) {
    for (const words of Object.values(title ?? {})) expect(names).not.toContain(words);
  }
});

test('the paths are H1 to H5 by role, and the intervening conditions also as a moderator', () => {
  expect(
    study.paths.map((path) =>
      path.kind === 'direct'
        ? `${path.key} ${path.from} ${path.sign} ${path.to}`
        : `${path.key} ${path.from} ${path.sign} on ${path.path}`,
    ),
  ).toEqual([
    'H1 causal + core',
    'H2 core + strategies',
    'H3 context + strategies',
    'H4 intervening ? strategies',
    'H5 strategies + consequences',
    'H6 intervening ? on H2',
  ]);
  expect(study.paths.every(({ rationale }) => rationale?.en && rationale.fa)).toBe(true);
});
