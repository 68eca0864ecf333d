// JSON as the standard has it, but stricter where JSON.parse is silent: a field given twice (JSON.parse keeps the last and says
// nothing), __proto__, and nesting without end. Faults carry the line, because the reader of the message has a text editor open.

import { type Fault, fault } from '../../domain/fault.ts';
import { placeOf, shortened } from '../place.ts';

/** A study file is nested five deep. */
const MAX_DEPTH = 32;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const words: ReadonlyArray<[string, unknown]> = [
  ['true', true],
  ['false', false],
  ['null', null],
];

export type ParsedJson = { readonly value: unknown } | { readonly faults: readonly Fault[] };

class Stop extends Error {
  readonly fault: Fault;
  constructor(reason: Fault) {
    super(reason.code);
    this.fault = reason;
  }
}

export function parseJson(text: string): ParsedJson {
  const faults: Fault[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  const path: PropertyKey[] = [];

  function where(at: number): { line: number; column: number } {
    const before = text.slice(0, at);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: at - lineStart + 1 };
  }
  function stop(code: string): never {
    throw new Stop(fault(placeOf(path), code, where(position)));
  }
  function skipSpace(): void {
    while (' \n\r\t'.includes(text[position] ?? '-')) position += 1;
  }
  function take(character: string): boolean {
    skipSpace();
    if (text[position] !== character) return false;
    position += 1;
    return true;
  }

  function readString(): string {
    const start = position;
    let end = position + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    try {
      const value = JSON.parse(text.slice(start, end + 1)) as string;
      position = end + 1;
      return value;
    } catch {
      return stop('json-text');
    }
  }

  function readNumber(): number {
    numberToken.lastIndex = position;
    const token = numberToken.exec(text)?.[0];
    if (token === undefined) return stop('json-syntax');
    position += token.length;
    const value = Number(token);
    // Minus zero is written back as 0, so it is read as 0.
    return value === 0 ? 0 : value;
  }

  function readList(): unknown[] {
    const list: unknown[] = [];
    if (take(']')) return list;
    do {
      path.push(list.length);
      list.push(readValue());
      path.pop();
    } while (take(','));
    if (!take(']')) stop('json-syntax');
    return list;
  }

  function readObject(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (take('}')) return object;
    do {
      skipSpace();
      if (text[position] !== '"') stop('json-syntax');
      const keyAt = position;
      const key = readString();
      path.push(key);
      if (!take(':')) stop('json-syntax');
      const value = readValue();
      if (key === '__proto__') faults.push(fault(placeOf(path), 'json-forbidden-field', where(keyAt)));
      else if (Object.hasOwn(object, key)) {
        const details = { ...where(keyAt), field: shortened(key) };
        faults.push(fault(placeOf(path), 'json-repeated-field', details));
      } else object[key] = value;
      path.pop();
    } while (take(','));
    if (!take('}')) stop('json-syntax');
    return object;
  }

  function readValue(): unknown {
    skipSpace();
    if (path.length > MAX_DEPTH) stop('json-too-deep');
    const character = text[position];
    if (character === '"') return readString();
    if (take('{')) return readObject();
    if (take('[')) return readList();
    for (const [word, value] of words) {
      if (!text.startsWith(word, position)) continue;
      position += word.length;
      return value;
    }
    return readNumber();
  }

  try {
    skipSpace();
    if (position >= text.length) return { faults: [fault('', 'json-empty')] };
    const value = readValue();
    skipSpace();
    if (position < text.length) stop('json-syntax');
    return faults.length > 0 ? { faults } : { value };
  } catch (error) {
    if (error instanceof Stop) return { faults: [...faults, error.fault] };
    throw error;
  }
}
