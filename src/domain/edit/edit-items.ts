import { type Fault, fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { Item, Key, Study } from '../study.ts';
import { editRequiredText, refuseFaults } from './edit-text.ts';
import { followCodebook } from './follow-codebook.ts';
import { moveWithinGroup } from './move.ts';
import { placeOnPage } from './place-on-page.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export interface ItemInput {
  readonly text: LocalizedText;
  readonly construct: string;
  readonly reverse: boolean;
}

/** Texts, construct and direction of the items; keys stay, because they are the names of the columns in every data file. */
export function editItems(study: Study, typed: ReadonlyMap<Key, ItemInput>): Study {
  const faults: Fault[] = [];
  const items = study.items.map((item): Item => {
    const input = typed.get(item.key);
    if (!input) return item;
    if (!hasConstruct(study, input.construct)) faults.push(fault(`construct:${item.key}`, 'choice-unknown'));
    const text = editRequiredText(item.text, input.text, { kind: 'text', key: item.key }, faults);
    return { ...item, text, construct: input.construct, reverse: input.reverse };
  });
  refuseFaults(faults);
  return { ...study, items };
}

/** After the last item of its construct, in the codebook and on the pages. Without a key it gets the construct's, numbered. */
export function addItem(
  study: Study,
  typed: ItemInput & { readonly key: string },
): { study: Study; key: Key } {
  const key = typed.key.trim() || freeKey(typed.construct, keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  if (!hasConstruct(study, typed.construct)) faults.push(fault('new-construct', 'choice-unknown'));
  const text = editRequiredText(undefined, typed.text, { kind: 'new-text' }, faults);
  refuseFaults(faults);
  const added: Item = { key, construct: typed.construct, text, reverse: typed.reverse };
  const last = study.items.findLastIndex((item) => item.construct === typed.construct);
  const items = last < 0 ? [...study.items, added] : study.items.toSpliced(last + 1, 0, added);
  const pages = placeOnPage(study, key, study.items[last]?.key);
  return { study: { ...study, items, pages }, key };
}

/** To a position among the items of its construct, counted from 0. */
export function moveItem(study: Study, key: Key, position: number): Study {
  const construct = study.items.find((item) => item.key === key)?.construct;
  const items = moveWithinGroup(study.items, (item) => item.construct === construct, key, position);
  return followCodebook(study, { ...study, items });
}

function hasConstruct(study: Study, construct: string): boolean {
  return study.constructs.some((known) => known.key === construct);
}
