// A form field is a string, or absent. Arrays and objects that a hostile client sends in its place count as absent.

import type { Request } from 'express';

/** The field as typed, with line ends as \n, in NFC; '' when absent. */
export function readText(request: Request, name: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : '';
}

/** One line, trimmed. */
export function readLine(request: Request, name: string): string {
  return readText(request, name).replace(/\s+/g, ' ').trim();
}

export function readChecked(request: Request, name: string): boolean {
  return readText(request, name) !== '';
}

/** The whole number, or null when the field holds anything else. Digits of any script are understood. */
export function readInteger(
  request: Request,
  name: string,
  toAscii: (text: string) => string,
): number | null {
  const text = toAscii(readLine(request, name));
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The names of the form's fields, in the order sent. */
export function fieldNames(request: Request): readonly string[] {
  return Object.keys((request.body as Record<string, unknown> | undefined) ?? {});
}
