import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPages } from '../../src/domain/page-plan.ts';
import { smallStudy } from '../formats/study-file/small-study.ts';

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...smallStudy.items[0]!, key: `i${index}` }));
const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...smallStudy.questions![0]!, key: `q${index}` }));
const sizes = (...plan: Parameters<typeof planPages>) => planPages(...plan).map((page) => page.items.length);

test('every item and question is asked once, in order, questions last, on pages of even length', () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.nat(12),
      fc.integer({ min: -3, max: 30 }),
      (itemCount, questionCount, perPage) => {
        const pages = planPages(items(itemCount), questions(questionCount), perPage);
        expect(pages.flatMap((page) => page.items)).toEqual([
          ...items(itemCount).map(({ key }) => key),
          ...questions(questionCount).map(({ key }) => key),
        ]);
        expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length);
        const most = Math.min(10, Math.max(1, perPage));
        for (const page of pages) {
          expect(page.items.length).toBeGreaterThan(0);
          expect(page.items.length).toBeLessThanOrEqual(most);
        }
        const ofItems = pages
          .map((page) => page.items.filter((key) => key.startsWith('i')).length)
          .filter((n) => n > 0);
        if (ofItems.length > 0) expect(Math.max(...ofItems) - Math.min(...ofItems)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('the defaults give pages of 5 to 10', () => {
  expect(sizes(items(48), questions(3))).toEqual([8, 8, 8, 8, 8, 8, 3]);
  expect(sizes(items(25))).toEqual([6, 7, 6, 6]);
  expect(sizes(items(9), questions(2))).toEqual([5, 6]);
  expect(sizes([], [])).toEqual([]);
});
