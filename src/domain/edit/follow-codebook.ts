import type { Key, Study } from '../study.ts';

/**
 * Respondents see items in the order of the pages, data files hold them in the order of the codebook. Where the two agreed
 * before an edit they agree after it; where a researcher arranged the pages otherwise, the pages stay as arranged.
 */
export function followCodebook(before: Study, after: Study): Study {
  if (!agrees(before)) return after;
  const order = after.items.map((item) => item.key);
  const known = new Set(order);
  const next = order.filter((key) => after.pages.some((page) => page.items.includes(key)))[Symbol.iterator]();
  const pages = after.pages.map((page) => ({
    ...page,
    items: page.items.map((key) => (known.has(key) ? (next.next().value as Key) : key)),
  }));
  return { ...after, pages };
}

function agrees(study: Study): boolean {
  const known = new Set(study.items.map((item) => item.key));
  const shown = study.pages.flatMap((page) => page.items.filter((key) => known.has(key)));
  const order = study.items.map((item) => item.key).filter((key) => shown.includes(key));
  return shown.every((key, index) => key === order[index]);
}
