import type { Key, Page, Study } from '../study.ts';
import { freeKey, keysOf } from './study-keys.ts';

/** The pages with a new item after its neighbour, or else at the end of the last page that shows items. */
export function placeOnPage(study: Study, key: Key, neighbour: Key | undefined): readonly Page[] {
  const items = new Set(study.items.map((item) => item.key));
  const beside =
    neighbour === undefined ? -1 : study.pages.findIndex((page) => page.items.includes(neighbour));
  if (beside >= 0 && neighbour !== undefined)
    return replacePage(study.pages, beside, (page) =>
      page.items.toSpliced(page.items.indexOf(neighbour) + 1, 0, key),
    );
  const last = study.pages.findLastIndex((page) => page.items.some((shown) => items.has(shown)));
  if (last >= 0)
    return replacePage(study.pages, last, (page) => {
      const at = page.items.findLastIndex((shown) => items.has(shown));
      return page.items.toSpliced(at + 1, 0, key);
    });
  // No page shows items yet. A page without content is a place for them; pages of grouping questions come last.
  const empty = study.pages.findIndex((page) => page.items.length === 0);
  if (empty >= 0) return replacePage(study.pages, empty, () => [key]);
  return [{ key: freeKey('page', keysOf(study)), items: [key] }, ...study.pages];
}

/** The pages with a new grouping question at the end: with the other questions, or else on a page of its own. */
export function placeQuestion(study: Study, key: Key): readonly Page[] {
  const questions = new Set((study.questions ?? []).map((question) => question.key));
  const last = study.pages.at(-1);
  if (last && (last.items.some((shown) => questions.has(shown)) || last.items.length === 0))
    return replacePage(study.pages, study.pages.length - 1, (page) => [...page.items, key]);
  return [...study.pages, { key: freeKey('page', keysOf(study)), items: [key] }];
}

function replacePage(
  pages: readonly Page[],
  at: number,
  itemsOf: (page: Page) => readonly Key[],
): readonly Page[] {
  return pages.map((page, index) => (index === at ? { ...page, items: itemsOf(page) } : page));
}
