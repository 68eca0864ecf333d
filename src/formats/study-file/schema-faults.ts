import type { z } from 'zod';
import { type Fault, fault } from '../../domain/fault.ts';
import { placeOf, shortened } from '../place.ts';
import { nearestWord } from './nearest-word.ts';
import { fieldsAt } from './schema-fields.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, as faults. `document` is what was checked: it tells a missing field from one of a wrong type. */
export function schemaFaults(document: unknown, issues: readonly Issue[]): readonly Fault[] {
  return issues.flatMap((issue) => faultsOf(document, issue));
}

/**
 * True when the document still has the shape of a study, so that the rules between its parts can be checked as well.
 * Not after a list of the wrong length or a wrong language tag: zod does not look at what is inside then.
 */
export function keepsShape(issues: readonly Issue[]): boolean {
  return issues.every((issue) => {
    if (issue.code === 'too_big' || issue.code === 'too_small') return issue.origin !== 'array';
    return issue.code === 'invalid_format' || issue.code === 'unrecognized_keys';
  });
}

function faultsOf(document: unknown, issue: Issue): readonly Fault[] {
  const place = placeOf(issue.path);
  const value = valueAt(document, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => {
        const near = nearestWord(field, fieldsAt(document, issue.path));
        const details = { field: shortened(field) };
        const fieldPlace = placeOf([...issue.path, field]);
        return near === undefined
          ? fault(fieldPlace, 'field-unknown', details)
          : fault(fieldPlace, 'field-unknown-near', { ...details, near });
      });
    case 'invalid_type':
      return [
        value === undefined ? fault(place, 'field-missing') : fault(place, expectedCode(issue.expected)),
      ];
    case 'invalid_union':
    case 'invalid_value':
      return [value === undefined ? fault(place, 'field-missing') : notOneOf(place, value, issue)];
    case 'invalid_format':
      return [fault(place, issue.message, { value: shownValue(value) })];
    case 'invalid_key':
      return [
        fault(placeOf(issue.path.slice(0, -1)), 'language-malformed', {
          value: shownValue(issue.path.at(-1)),
        }),
      ];
    case 'too_big':
      if (issue.origin === 'array') return [fault(place, 'too-many', { limit: Number(issue.maximum) })];
      if (issue.origin === 'string') return [fault(place, 'text-too-long', { limit: Number(issue.maximum) })];
      return [outOfRange(place, value)];
    case 'too_small':
      if (issue.origin === 'array') return [fault(place, 'too-few', { limit: Number(issue.minimum) })];
      return [outOfRange(place, value)];
    default:
      return [fault(place, 'field-not-valid')];
  }
}

function outOfRange(place: string, value: unknown): Fault {
  return fault(place, 'number-out-of-range', { value: shownValue(value), min: -100, max: 100 });
}

function expectedCode(expected: string): string {
  const codes: Readonly<Record<string, string>> = {
    string: 'expected-text',
    array: 'expected-list',
    object: 'expected-object',
    record: 'expected-text-per-language',
    number: 'expected-whole-number',
    int: 'expected-whole-number',
    boolean: 'expected-boolean',
  };
  return codes[expected] ?? 'field-not-valid';
}

function notOneOf(place: string, value: unknown, issue: Issue): Fault {
  const options =
    issue.code === 'invalid_value'
      ? issue.values
      : issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
        ? issue.options
        : [];
  return fault(place, 'not-one-of', { value: shownValue(value), options: options.map(String).join(', ') });
}

function shownValue(value: unknown): string {
  if (typeof value === 'string') return shortened(value);
  return shortened(JSON.stringify(value) ?? '');
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
