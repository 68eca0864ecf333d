import { type Fault, fault } from './fault.ts';
import type { Study } from './study.ts';

/** A page shows only what there is, and nothing is asked twice. What is on no page yet is a finding, not a fault. */
export function checkPages(study: Study): readonly Fault[] {
  const faults: Fault[] = [];
  const known = new Set([...study.items, ...(study.questions ?? [])].map(({ key }) => key));
  const firstPlace = new Map<string, string>();
  study.pages.forEach((page, pageIndex) => {
    page.items.forEach((key, index) => {
      const place = `pages[${pageIndex}].items[${index}]`;
      if (!known.has(key)) faults.push(fault(place, 'unknown-item', { value: key }));
      const first = firstPlace.get(key);
      if (first === undefined) firstPlace.set(key, place);
      else faults.push(fault(place, 'item-on-two-pages', { value: key, first }));
    });
  });
  return faults;
}
