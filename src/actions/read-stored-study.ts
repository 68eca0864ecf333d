import type { Study } from '../domain/study.ts';
import { readStudyFile } from '../formats/study-file/read-study-file.ts';

/** A stored study file. It was checked when it was stored, so a fault in it now is a mistake of ours and no problem of a user. */
export function readStoredStudy(document: string): Study {
  const read = readStudyFile(document);
  if ('study' in read) return read.study;
  const first = read.faults[0];
  throw new Error(`a stored study file does not read: ${first?.place} ${first?.code}`);
}
