import express, { type Request } from 'express';
import { fault } from '../../domain/fault.ts';
import { problems } from '../../domain/problem.ts';

/** The fields of a form in the order sent, with every value of each: nothing is merged, guessed or dropped. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const FORM = 'application/x-www-form-urlencoded';

/** Pages are small; 100 KB is more than a thousand answers. */
export const readBody = express.text({ type: FORM, limit: '100kb' });

/** Throws invalid for a body that is no form. */
export function fieldsOf(request: Request): Fields {
  if (typeof request.body !== 'string') throw problems.invalid([fault('', 'form-malformed')]);
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(request.body)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** The value of a field that was sent once; '' for none and for several. */
export function single(fields: Fields, name: string): string {
  const values = fields.get(name);
  return values?.length === 1 ? (values[0] ?? '') : '';
}

/** What is left when the named fields are taken away. */
export function without(fields: Fields, ...names: readonly string[]): Fields {
  return new Map([...fields].filter(([name]) => !names.includes(name)));
}
