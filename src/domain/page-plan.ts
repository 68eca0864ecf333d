import type { GroupingQuestion, Item, Key, Page } from './study.ts';

/** Break-offs and skipped items both stay low with pages of this size. */
export const ITEMS_PER_PAGE = 8;
const MOST_ON_A_PAGE = 10;

/**
 * Pages p1, p2 … in the order of the items, as equal in length as they can be and none longer than asked (1 to 10).
 * Grouping questions come last: on the last page where they fit, else on pages of their own.
 */
export function planPages(
  items: readonly Item[],
  questions: readonly GroupingQuestion[] = [],
  itemsPerPage: number = ITEMS_PER_PAGE,
): readonly Page[] {
  const most = Math.max(1, Math.min(MOST_ON_A_PAGE, Math.floor(itemsPerPage)));
  const pages = shareOut(keysOf(items), most);
  const questionKeys = keysOf(questions);
  const last = pages.at(-1);
  if (last && last.length + questionKeys.length <= most) pages[pages.length - 1] = [...last, ...questionKeys];
  else pages.push(...shareOut(questionKeys, most));
  return pages.map((keys, index) => ({ key: `p${index + 1}`, items: keys }));
}

function keysOf(list: ReadonlyArray<{ readonly key: Key }>): readonly Key[] {
  return list.map(({ key }) => key);
}

/** The fewest groups of at most `most`, their sizes differing by one at most. */
function shareOut(keys: readonly Key[], most: number): Key[][] {
  const count = Math.ceil(keys.length / most);
  return Array.from({ length: count }, (_, index) =>
    keys.slice(Math.round((index * keys.length) / count), Math.round(((index + 1) * keys.length) / count)),
  );
}
