import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

export interface ConnectionOptions {
  readonly readonly?: boolean;
  /** Throws instead of making a new, empty file. A read-only connection never makes one. */
  readonly mustExist?: boolean;
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout?: number;
}

/**
 * One connection with the settings that every connection needs; they are not kept in the file.
 * synchronous is set although FULL is SQLite's default: better-sqlite3 is compiled so that every WAL file runs at NORMAL
 * unless it is set, and then a commit that we acknowledged could be lost with the power.
 */
export function openConnection(file: string, options: ConnectionOptions = {}): Connection {
  const { readonly = false, mustExist = readonly, busyTimeout = 5000 } = options;
  if (!mustExist) createPrivateFile(file);
  const connection = new Database(file, { readonly, fileMustExist: true, timeout: busyTimeout });
  try {
    if (!readonly) {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('secure_delete = ON');
    }
    connection.pragma('foreign_keys = ON');
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** Answers and password hashes are for the server's user only; SQLite gives its own files beside it the same mode. */
function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
