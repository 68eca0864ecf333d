import { type Fault, fault } from '../fault.ts';
import type { Key, Study } from '../study.ts';
import { ANSWER_FILE_COLUMNS, KEY_PATTERN, RESERVED_KEYS, SCORE_COLUMN_PREFIX } from '../study-limits.ts';

/** Every key of the study. New keys avoid all of them, though some may repeat: no sentence about a key can then be misread. */
export function keysOf(study: Study): ReadonlySet<Key> {
  return new Set(
    [
      study.paradigm.roles,
      study.categories,
      study.codes ?? [],
      study.quotations ?? [],
      study.scales,
      study.constructs,
      study.items,
      study.questions ?? [],
      study.pages,
      study.paths,
    ].flatMap((list) => list.map((part) => part.key)),
  );
}

/** The first of stem1, stem2 … that is not taken; C1_1 rather than C11 where the stem ends in a digit. */
export function freeKey(stem: string, taken: ReadonlySet<Key>): Key {
  const start = /\d$/.test(stem) ? `${stem}_` : stem;
  let number = 1;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}

/** What is wrong with a key that somebody typed for something new. */
export function checkNewKey(study: Study, key: Key, place: string): Fault[] {
  if (!KEY_PATTERN.test(key)) return [fault(place, 'key-malformed', { value: key })];
  if (isReserved(key)) return [fault(place, 'key-reserved', { value: key })];
  return keysOf(study).has(key) ? [fault(place, 'key-taken', { value: key })] : [];
}

function isReserved(key: Key): boolean {
  const columns: readonly string[] = ANSWER_FILE_COLUMNS;
  return (
    RESERVED_KEYS.includes(key) || columns.includes(key.toLowerCase()) || key.startsWith(SCORE_COLUMN_PREFIX)
  );
}
