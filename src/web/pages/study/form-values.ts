// What stands in the fields of a design form, by the fields' names: text:fa:SG1 is the Persian text of the part SG1.
// The same names are the ids of the fields, the places of faults, and the fragments of links to a field.

import type { Request } from 'express';
import type { LocalizedText } from '../../../domain/localized-text.ts';
import { fieldNames, readText } from '../../read-form.ts';

export type FormValues = ReadonlyMap<string, string>;

const notFields = new Set(['csrf', 'revision', 'base', 'do']);
/** A box that is not ticked sends nothing. */
const checkKinds = new Set(['reverse']);

export function readValues(request: Request): FormValues {
  const names = fieldNames(request).filter((name) => !notFields.has(name));
  return new Map(names.map((name) => [name, readText(request, name)]));
}

export function fieldName(kind: string, ...parts: readonly string[]): string {
  return [kind, ...parts].join(':');
}

/** The texts typed for one part, by language. */
export function textsOf(
  values: FormValues,
  languages: readonly string[],
  kind: string,
  ...key: readonly string[]
): LocalizedText {
  return Object.fromEntries(
    languages.map((language) => [language, values.get(fieldName(kind, language, ...key)) ?? '']),
  );
}

/** Entries for a form's values: the text in each of the languages. */
export function textEntries(
  text: LocalizedText | undefined,
  languages: readonly string[],
  kind: string,
  ...key: readonly string[]
): ReadonlyArray<readonly [string, string]> {
  return languages.map((language) => [fieldName(kind, language, ...key), text?.[language] ?? '']);
}

/** A short mark of each field as it was when the form was drawn; goes along with the form and comes back with it. */
export function marksOf(values: FormValues): string {
  return [...values].map(([name, value]) => mark(name, value)).join(' ');
}

// FNV-1a: it only tells touched fields from untouched ones, so being short matters more than being hard to forge.
function mark(name: string, value: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${name}\u0000${value}`) {
    hash ^= character.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

export interface MergedForm {
  readonly values: FormValues;
  /** Fields that both changed, and what was typed for parts that are no longer there. */
  readonly collisions: ReadonlyArray<{
    readonly name: string;
    readonly typed: string;
    /** Null: the part is gone. */
    readonly current: string | null;
  }>;
}

/** Lays what was typed over what is there now. Fields that the person did not touch show what is there now. */
export function mergeForms(current: FormValues, typed: FormValues, baseMarks: string): MergedForm {
  const base = new Set(baseMarks.split(' '));
  const values = new Map(current);
  const collisions: MergedForm['collisions'][number][] = [];
  for (const [name, value] of typed) {
    const now = current.get(name);
    // Something new that is being written belongs to no part of the study yet.
    if (name.startsWith('new-') || name.startsWith('paste')) {
      values.set(name, value);
      continue;
    }
    if (base.has(mark(name, value)) || now === value) continue;
    if (now === undefined && !checkKinds.has(kindOf(name))) {
      if (value !== '') collisions.push({ name, typed: value, current: null });
      continue;
    }
    values.set(name, value);
    if (now !== undefined && !base.has(mark(name, now)))
      collisions.push({ name, typed: value, current: now });
  }
  for (const [name, value] of current) {
    const unticked = checkKinds.has(kindOf(name)) && !typed.has(name) && base.has(mark(name, value));
    if (unticked) values.delete(name);
  }
  return { values, collisions };
}

export function kindOf(name: string): string {
  return name.split(':')[0] ?? '';
}
