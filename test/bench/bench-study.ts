import type { Study } from '../../src/domain/study.ts';

const labels = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];
const persian = ['کاملاً مخالفم', 'مخالفم', 'نه موافق، نه مخالف', 'موافقم', 'کاملاً موافقم'];

/** Thirty items of six constructs on one page: the questionnaire that the anchors were measured with. */
export function benchStudy(): Study {
  const constructs = Array.from({ length: 6 }, (_, index) => `C${index + 1}`);
  const items = Array.from({ length: 30 }, (_, index) => ({
    key: `Q${index + 1}`,
    construct: constructs[Math.floor(index / 5)]!,
    text: {
      en: `Statement number ${index + 1} about the services.`,
      fa: `جملهٔ شمارهٔ ${index + 1} دربارهٔ خدمات.`,
    },
    reverse: false,
  }));
  return {
    format: 'axial-study',
    formatVersion: 1,
    key: 'bench',
    languages: ['en', 'fa'],
    title: { en: 'Thirty items', fa: 'سی گویه' },
    paradigm: {
      template: 'free',
      roles: [{ key: 'part', kind: 'other', label: { en: 'Part', fa: 'بخش' } }],
      relations: [],
    },
    categories: [{ key: 'category', role: 'part', label: { en: 'Category', fa: 'مقوله' } }],
    scales: [
      {
        key: 'agreement',
        options: labels.map((label, index) => ({
          value: index + 1,
          label: { en: label, fa: persian[index]! },
        })),
        noAnswer: { en: 'No answer', fa: 'پاسخی ندارم' },
      },
    ],
    constructs: constructs.map((key) => ({
      key,
      category: 'category',
      label: { en: key, fa: key },
      measurement: 'reflective',
      scale: 'agreement',
    })),
    items,
    pages: [{ key: 'p1', items: items.map((item) => item.key) }],
    consent: { text: { en: 'You may stop at any time.', fa: 'هر زمان می‌توانید کنار بروید.' } },
    paths: [],
  };
}
