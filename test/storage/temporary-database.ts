import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OpenDatabase, openDatabase } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';

/** The compiled worker: Node runs no TypeScript, and `npm test` builds first. */
export const workerFile = fileURLToPath(new URL('../../dist/storage/submission-worker.js', import.meta.url));

export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'axial-storage-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface TemporaryDatabase extends OpenDatabase {
  remove(): Promise<void>;
}

/** A migrated SQLite file of its own. */
export function temporaryDatabase(): TemporaryDatabase {
  const { folder, remove } = temporaryFolder();
  const database = openDatabase(join(folder, 'axial.sqlite'));
  migrate(database.connection);
  return {
    ...database,
    async remove() {
      await database.close();
      remove();
    },
  };
}
