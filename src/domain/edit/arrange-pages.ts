import { planPages } from '../page-plan.ts';
import type { Study } from '../study.ts';

/**
 * Shares items and questions out on pages anew, in the order of the codebook. A page that shows the same as one
 * before keeps that page's title and introduction; other titles were written for pages that are no more.
 */
export function arrangePages(study: Study, itemsPerPage: number): Study {
  const planned = planPages(study.items, study.questions ?? [], itemsPerPage);
  const pages = planned.map((page) => {
    const same = study.pages.find(
      (before) =>
        before.items.length === page.items.length && before.items.every((key, i) => key === page.items[i]),
    );
    return same ? { ...same, key: page.key } : page;
  });
  return { ...study, pages };
}
