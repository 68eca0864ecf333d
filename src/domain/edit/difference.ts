import type { Key, Study } from '../study.ts';

export type ChangedPart =
  | 'study'
  | 'role'
  | 'category'
  | 'code'
  | 'quotation'
  | 'scale'
  | 'construct'
  | 'item'
  | 'question'
  | 'page'
  | 'path';

/** One difference in words that a message can be made of. For 'changed', `fields` names the properties that differ. */
export interface Change {
  readonly part: ChangedPart;
  /** '' for the study itself, and for the order of a whole list ('reordered'). */
  readonly key: Key;
  readonly change: 'added' | 'removed' | 'changed' | 'reordered';
  readonly fields: readonly string[];
}

interface Keyed {
  readonly key: Key;
}

/** What makes `after` another study than `before`; empty when they say the same. */
export function differenceBetween(before: Study, after: Study): readonly Change[] {
  const lists: ReadonlyArray<[ChangedPart, (study: Study) => readonly Keyed[]]> = [
    ['role', (study) => study.paradigm.roles],
    ['category', (study) => study.categories],
    ['construct', (study) => study.constructs],
    ['item', (study) => study.items],
    ['scale', (study) => study.scales],
    ['question', (study) => study.questions ?? []],
    ['page', (study) => study.pages],
    ['path', (study) => study.paths],
    ['code', (study) => study.codes ?? []],
    ['quotation', (study) => study.quotations ?? []],
  ];
  return [
    ...studyChanges(before, after),
    ...lists.flatMap(([part, listOf]) => listChanges(part, listOf(before), listOf(after))),
  ];
}

function studyChanges(before: Study, after: Study): readonly Change[] {
  const whole = (study: Study) => ({
    title: study.title,
    description: study.description,
    source: study.source,
    languages: study.languages,
    template: study.paradigm.template,
    editionCited: study.paradigm.editionCited,
    relations: study.paradigm.relations,
    consent: study.consent.text,
    contact: study.consent.contact,
    thanks: study.thanks,
    layout: study.layout ?? 'adaptive',
  });
  const fields = changedFields(whole(before), whole(after));
  return fields.length === 0 ? [] : [{ part: 'study', key: '', change: 'changed', fields }];
}

function listChanges(
  part: ChangedPart,
  before: readonly Keyed[],
  after: readonly Keyed[],
): readonly Change[] {
  const old = new Map(before.map((element) => [element.key, element]));
  const current = new Map(after.map((element) => [element.key, element]));
  const changes: Change[] = [];
  for (const element of after) {
    const former = old.get(element.key);
    if (!former) {
      changes.push({ part, key: element.key, change: 'added', fields: [] });
      continue;
    }
    const fields = changedFields(former, element);
    if (fields.length > 0) changes.push({ part, key: element.key, change: 'changed', fields });
  }
  for (const element of before)
    if (!current.has(element.key)) changes.push({ part, key: element.key, change: 'removed', fields: [] });
  const common = (list: readonly Keyed[], other: ReadonlyMap<Key, Keyed>) =>
    list.filter(({ key }) => other.has(key)).map(({ key }) => key);
  if (!same(common(before, current), common(after, old)))
    changes.push({ part, key: '', change: 'reordered', fields: [] });
  return changes;
}

function changedFields(before: object, after: object): readonly string[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const read = (object: object, name: string) => (object as Readonly<Record<string, unknown>>)[name];
  return names.filter((name) => !same(read(before, name), read(after, name)));
}

/** Equal whatever the order of properties: the order of languages in a text is no difference. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key as never], b[key as never]))
  );
}
