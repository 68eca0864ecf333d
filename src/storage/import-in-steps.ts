import { problems } from '../domain/problem.ts';
import type { BulkSubmissions, ImportedSubmissions } from '../domain/submission.ts';
import { type ImportStep, ROWS_A_STEP } from './submission-import.ts';

/** One import at a time: `clear` takes away whatever is not whole. `run` resolves when the step is committed. */
export async function importInSteps(
  run: (step: ImportStep) => Promise<number>,
  { versionId, fileHash, day, language, rows }: ImportedSubmissions,
): Promise<number> {
  // What a server left that stopped in the middle.
  await clear(run);
  const importId = await run({ kind: 'begin', versionId, fileHash, day });
  if (importId === 0) throw problems.alreadyImported();
  try {
    let count = 0;
    for (const piece of pieces(rows)) count += await run({ kind: 'add', importId, language, rows: piece });
    return await run({ kind: 'finish', importId, count });
  } catch (error) {
    // If this fails too, the next import clears it; until then nobody sees it. The first error is the one to tell.
    await clear(run).catch(() => {});
    throw error;
  }
}

async function clear(run: (step: ImportStep) => Promise<number>): Promise<void> {
  while ((await run({ kind: 'clear' })) > 0);
}

function* pieces(rows: ImportedSubmissions['rows']): Generator<BulkSubmissions['rows']> {
  let piece: Array<BulkSubmissions['rows'][number]> = [];
  for (const row of rows) {
    if (piece.push(row) < ROWS_A_STEP) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
