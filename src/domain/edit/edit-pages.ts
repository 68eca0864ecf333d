import { fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import { problems } from '../problem.ts';
import type { Key, Page, Study } from '../study.ts';
import { editOptionalText, withOptional } from './edit-text.ts';
import { moveTo } from './move.ts';
import { freeKey, keysOf } from './study-keys.ts';

export interface PageInput {
  readonly title: LocalizedText;
  readonly intro: LocalizedText;
}

export function editPages(study: Study, typed: ReadonlyMap<Key, PageInput>): Study {
  const pages = study.pages.map((page) => {
    const input = typed.get(page.key);
    if (!input) return page;
    const titled = withOptional(page, 'title', editOptionalText(page.title, input.title));
    return withOptional(titled, 'intro', editOptionalText(page.intro, input.intro));
  });
  return { ...study, pages };
}

/** Shows an item or question on another page, at its end. */
export function putOnPage(study: Study, key: Key, pageKey: string): Study {
  const target = study.pages.find((page) => page.key === pageKey);
  if (!target) throw problems.invalid([fault(`page:${key}`, 'choice-unknown')]);
  const known = [...study.items, ...(study.questions ?? [])].some((part) => part.key === key);
  if (!known || target.items.includes(key)) return study;
  const pages = study.pages.map((page): Page => {
    if (page.key === pageKey) return { ...page, items: [...page.items, key] };
    return page.items.includes(key) ? { ...page, items: page.items.filter((shown) => shown !== key) } : page;
  });
  return { ...study, pages };
}

/** To a position on the page that shows it, counted from 0. */
export function moveOnPage(study: Study, key: Key, position: number): Study {
  const pages = study.pages.map((page) => {
    const from = page.items.indexOf(key);
    return from < 0 ? page : { ...page, items: moveTo(page.items, from, position) };
  });
  return { ...study, pages };
}

/** An empty page after the last page that shows items, so that grouping questions stay at the end. */
export function addPage(study: Study): { study: Study; key: Key } {
  const key = freeKey('page', keysOf(study));
  const items = new Set(study.items.map((item) => item.key));
  const questions = new Set((study.questions ?? []).map((question) => question.key));
  const last = study.pages.findLastIndex(
    (page) =>
      page.items.some((shown) => items.has(shown)) || !page.items.some((shown) => questions.has(shown)),
  );
  return { study: { ...study, pages: study.pages.toSpliced(last + 1, 0, { key, items: [] }) }, key };
}

export function movePage(study: Study, key: Key, position: number): Study {
  const from = study.pages.findIndex((page) => page.key === key);
  return from < 0 ? study : { ...study, pages: moveTo(study.pages, from, position) };
}
