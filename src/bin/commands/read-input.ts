import { readFileSync } from 'node:fs';
import type { Fault } from '../../domain/fault.ts';
import { problems } from '../../domain/problem.ts';
import type { Study } from '../../domain/study.ts';
import { decodeText } from '../../formats/decode-text.ts';
import { readStudyFile } from '../../formats/study-file/read-study-file.ts';
import { UsageError } from './usage-error.ts';

/** The bytes of a file named on the command line. */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
}

/** Says which of several files the place is in. */
export function inFile(file: string, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((one) => ({ ...one, place: one.place === '' ? file : `${file}: ${one.place}` }));
}

/** A checked study and its text. Throws the faults with their places. */
export function readStudyInput(file: string): { study: Study; text: string } {
  const decoded = decodeText(readInput(file));
  const read = 'faults' in decoded ? decoded : readStudyFile(decoded.text);
  if ('faults' in decoded || 'faults' in read)
    throw problems.invalid(inFile(file, 'faults' in read ? read.faults : []));
  return { study: read.study, text: decoded.text };
}

export function wholeNumber(name: string, text: string, lowest: number, highest: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= lowest && value <= highest))
    throw new UsageError(`${name} must be a whole number from ${lowest} to ${highest}, not "${text}"`);
  return value;
}
