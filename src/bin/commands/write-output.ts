import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemReason } from '../system-reason.ts';
import { UsageError } from './usage-error.ts';

type Pieces = Iterable<string> | AsyncIterable<string>;

/** Writes no faster than the other side reads, so that what is made piece by piece is never held as a whole. */
export async function writePieces(target: Writable, pieces: Pieces): Promise<void> {
  // Standard output is not ours to end.
  await pipeline(Readable.from(pieces), target, { end: target !== process.stdout });
}

/** To a file, or to standard output when none is named. Throws UsageError when the file cannot be written. */
export async function writeOutput(file: string | undefined, pieces: Pieces): Promise<void> {
  if (file === undefined) return writePieces(process.stdout, pieces);
  const stream = createWriteStream(file);
  let failure: unknown;
  stream.once('error', (error) => {
    failure = error;
  });
  try {
    await writePieces(stream, pieces);
  } catch (error) {
    // What went wrong while the pieces were made is not the file's fault.
    const reason = error === failure ? systemReason(error) : null;
    throw reason === null ? error : new UsageError(`cannot write ${file}: ${reason}`);
  }
}
