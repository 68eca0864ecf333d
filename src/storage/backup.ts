import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Connection } from './connection.ts';

/** SQLite's own choice for a backup that does not hold writers up. */
const PAGES_A_STEP = 100;

/**
 * Copies the database, while it is in use, to a new file that is whole: `target` exists only when the copy was complete and
 * passed SQLite's own check. Throws when there is such a file already.
 */
export async function backup(
  connection: Connection,
  target: string,
  report: (done: number, total: number) => void = () => {},
): Promise<void> {
  if (existsSync(target)) throw new Error(`${target} exists already`);
  const unfinished = `${target}.unfinished`;
  removeFile(unfinished);
  try {
    closeSync(openSync(unfinished, 'wx', 0o600));
    await connection.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        report(totalPages - remainingPages, totalPages);
        return PAGES_A_STEP;
      },
    });
    checkFile(unfinished);
    renameSync(unfinished, target);
  } finally {
    removeFile(unfinished);
  }
}

/** Also leaves write-ahead mode, so that the copy is one file that can be carried away. */
function checkFile(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const faults = copy.pragma('integrity_check', { simple: true });
    if (faults !== 'ok') throw new Error(`the copy is damaged: ${faults}`);
  } finally {
    copy.close();
  }
}

function removeFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
