import { type Fault, fault } from './fault.ts';
import type { Study } from './study.ts';
import {
  ANSWER_FILE_COLUMNS,
  KEY_PATTERN,
  RESERVED_KEYS,
  RESERVED_STUDY_KEYS,
  SCORE_COLUMN_PREFIX,
} from './study-limits.ts';

interface Keyed {
  readonly key: string;
}

/**
 * Keys are well formed and unique within their namespace. Constructs, roles and paths share one, because a path's end may be
 * a construct or a role; items and grouping questions share one, because both are columns of the answers.
 */
export function checkKeys(study: Study): readonly Fault[] {
  return [
    ...checkStudyKey(study.key),
    ...checkForm('paradigm.template', study.paradigm.template),
    ...checkNamespace([
      ['paradigm.roles', study.paradigm.roles],
      ['constructs', study.constructs],
      ['paths', study.paths],
    ]),
    ...checkNamespace([['categories', study.categories]]),
    ...checkNamespace([['codes', study.codes ?? []]]),
    ...checkNamespace([['quotations', study.quotations ?? []]]),
    ...checkNamespace([['scales', study.scales]]),
    ...checkNamespace([
      ['items', study.items],
      ['questions', study.questions ?? []],
    ]),
    ...checkNamespace([['pages', study.pages]]),
    ...checkColumns('items', study.items),
    ...checkColumns('questions', study.questions ?? []),
  ];
}

function checkStudyKey(key: string): readonly Fault[] {
  return RESERVED_STUDY_KEYS.includes(key.toLowerCase())
    ? [fault('key', 'key-reserved', { value: key })]
    : checkForm('key', key);
}

function checkForm(place: string, key: string): readonly Fault[] {
  if (!KEY_PATTERN.test(key)) return [fault(place, 'key-malformed', { value: key })];
  return RESERVED_KEYS.includes(key) ? [fault(place, 'key-reserved', { value: key })] : [];
}

function checkNamespace(lists: ReadonlyArray<[place: string, list: readonly Keyed[]]>): readonly Fault[] {
  const faults: Fault[] = [];
  const firstPlace = new Map<string, string>();
  for (const [name, list] of lists) {
    list.forEach(({ key }, index) => {
      const place = `${name}[${index}].key`;
      faults.push(...checkForm(place, key));
      const first = firstPlace.get(key);
      if (first === undefined) firstPlace.set(key, place);
      else faults.push(fault(place, 'key-repeated', { value: key, first }));
    });
  }
  return faults;
}

function checkColumns(name: string, list: readonly Keyed[]): readonly Fault[] {
  const taken: readonly string[] = ANSWER_FILE_COLUMNS;
  return list.flatMap(({ key }, index) =>
    taken.includes(key.toLowerCase()) || key.startsWith(SCORE_COLUMN_PREFIX)
      ? [fault(`${name}[${index}].key`, 'key-reserved', { value: key })]
      : [],
  );
}
