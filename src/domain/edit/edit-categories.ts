import { type Fault, fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { Category, Key, Study } from '../study.ts';
import { editOptionalText, editRequiredText, refuseFaults, withOptional } from './edit-text.ts';
import { moveWithinGroup } from './move.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export interface CategoryInput {
  readonly role: string;
  readonly label: LocalizedText;
  readonly definition: LocalizedText;
}

export function editCategories(study: Study, typed: ReadonlyMap<Key, CategoryInput>): Study {
  const faults: Fault[] = [];
  const categories = study.categories.map((category) => {
    const input = typed.get(category.key);
    return input ? editCategory(study, category, input, faults) : category;
  });
  refuseFaults(faults);
  return { ...study, categories };
}

function editCategory(study: Study, before: Category, input: CategoryInput, faults: Fault[]): Category {
  if (!hasRole(study, input.role)) faults.push(fault(`role:${before.key}`, 'choice-unknown'));
  const label = editRequiredText(before.label, input.label, { kind: 'label', key: before.key }, faults);
  const definition = editOptionalText(before.definition, input.definition);
  return withOptional({ ...before, role: input.role, label }, 'definition', definition);
}

export function addCategory(
  study: Study,
  typed: CategoryInput & { readonly key: string },
): { study: Study; key: Key } {
  const key = typed.key.trim() || freeKey('cat', keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  if (!hasRole(study, typed.role)) faults.push(fault('new-role', 'choice-unknown'));
  const label = editRequiredText(undefined, typed.label, { kind: 'new-label' }, faults);
  refuseFaults(faults);
  const added = withOptional<Category, 'definition'>(
    { key, role: typed.role, label },
    'definition',
    editOptionalText(undefined, typed.definition),
  );
  return { study: { ...study, categories: [...study.categories, added] }, key };
}

/** To a position among the categories of its role. */
export function moveCategory(study: Study, key: Key, position: number): Study {
  const role = study.categories.find((category) => category.key === key)?.role;
  const categories = moveWithinGroup(study.categories, (other) => other.role === role, key, position);
  return { ...study, categories };
}

function hasRole(study: Study, role: string): boolean {
  return study.paradigm.roles.some((known) => known.key === role);
}
