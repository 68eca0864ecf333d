import { readFileSync } from 'node:fs';
import type { Fault } from '../../domain/fault.ts';
import { problems } from '../../domain/problem.ts';
import type { Study } from '../../domain/study.ts';
import { decodeText } from '../../formats/decode-text.ts';
import { readStudyFile } from '../../formats/study-file/read-study-file.ts';
import { systemReason } from '../system-reason.ts';
import { UsageError } from './usage-error.ts';

/** The bytes of a file named on the command line. */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${systemReason(error) ?? String(error)}`);
  }
}

/** Says which of several files the place is in. */
export function inFile(file: string, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((one) => ({ ...one, place: one.place === '' ? file : `${file}: ${one.place}` }));
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A checked study and its text. Throws the faults with their places. */
export function readStudyInput(file: string): { study: Study; text: string } {
  const bytes = readInput(file);
  const decoded = decodeText(bytes);
  const read = 'faults' in decoded ? decoded : readStudyFile(decoded.text);
  if ('faults' in decoded || 'faults' in read)
    throw problems.invalid(inFile(file, 'faults' in read ? read.faults : []));
  // The mark is no part of the text to read, but of the bytes that an export gives back.
  const mark = bytes.subarray(0, 3).equals(UTF8_MARK) ? '\uFEFF' : '';
  return { study: read.study, text: mark + decoded.text };
}

export function wholeNumber(name: string, text: string, lowest: number, highest: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= lowest && value <= highest))
    throw new UsageError(`${name} must be a whole number from ${lowest} to ${highest}, not "${text}"`);
  return value;
}
