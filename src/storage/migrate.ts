// Migrations: migrations/*.sql, forward only.
//
// Cook-book
//   Name       the minute it was written and what it does to which table: 202612011015_study__add_archived.sql
//   Never      edit or rename one that anybody has run; write the next one. Merged late? Give it a new stamp: the ones that
//              were applied must be the first of the files.
//   Add        ALTER TABLE study ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
//   Backfill   UPDATE … in the same file, after the ADD COLUMN.
//   Rename     ALTER TABLE … RENAME COLUMN … TO …; and the same in schema.ts.
//   Tighten    (new CHECK, NOT NULL, foreign key) CREATE TABLE study_new (…) STRICT; INSERT INTO study_new SELECT …;
//              DROP TABLE study; ALTER TABLE study_new RENAME TO study; then make its indexes and triggers again.
//              Foreign keys are off while a migration runs, and checked before it is committed.
//   Frozen     version and audit refuse UPDATE and DELETE: drop the trigger, change, make the trigger again, say why.
//   Drop       one release after the last code that used it.
//   After      npx vitest run test/storage/schema.test.ts -u writes SCHEMA.sql; read its diff.
//
// Each file is one transaction, with its own record; a failure leaves the database at the file before.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from './connection.ts';

/** The same from src/storage and from dist/storage. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export function readMigrations(folder: string = MIGRATIONS_FOLDER): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && name !== 'SCHEMA.sql');
  return names.sort().map((name) => {
    if (!/^\d{12}_[a-z0-9_]+?__[a-z0-9_]+\.sql$/.test(name)) {
      throw new Error(`migrations/${name}: the name must be YYYYMMDDHHMM_table__operation.sql`);
    }
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** The database is not of the age that this program works with. Expected, so it has a class of its own to be told by. */
export class DatabaseAgeError extends Error {}

/** The migrations that this file has not had yet. Throws DatabaseAgeError when those it had are not the first of the given ones. */
export function pendingMigrations(
  connection: Connection,
  migrations: readonly Migration[],
): readonly Migration[] {
  const applied = appliedMigrations(connection);
  applied.forEach((record, index) => {
    const migration = migrations[index];
    if (migration?.name !== record.name) {
      throw new DatabaseAgeError(
        `The database has migration ${record.name} where this program has ${migration?.name ?? 'none'}. ` +
          'It was made by a newer or another program; nothing was changed.',
      );
    }
    if (migration.checksum !== record.checksum) {
      throw new DatabaseAgeError(
        `migrations/${record.name} was edited after this database had it; nothing was changed.`,
      );
    }
  });
  return migrations.slice(applied.length);
}

/** Brings the database up to date; returns the names of what it ran. The connection must not be in use. */
export function migrate(connection: Connection, migrations = readMigrations()): readonly string[] {
  const ran: string[] = [];
  connection.pragma('foreign_keys = OFF');
  try {
    // Pending is asked inside the lock each time: two programs may start at once.
    const runNext = connection.transaction(() => {
      const next = pendingMigrations(connection, migrations)[0];
      if (next) runOne(connection, next);
      return next?.name;
    });
    for (let name = runNext.immediate(); name !== undefined; name = runNext.immediate()) ran.push(name);
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  return ran;
}

function runOne(connection: Connection, migration: Migration): void {
  try {
    connection.exec(`CREATE TABLE IF NOT EXISTS migration (
  name TEXT PRIMARY KEY,
  checksum TEXT NOT NULL
) STRICT`);
    connection.exec(migration.sql);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows lost what their foreign key points at`);
    connection
      .prepare('INSERT INTO migration (name, checksum) VALUES (?, ?)')
      .run(migration.name, migration.checksum);
  } catch (error) {
    throw new Error(`migrations/${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

function appliedMigrations(connection: Connection): ReadonlyArray<{ name: string; checksum: string }> {
  const known = connection
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'")
    .get();
  if (!known) return [];
  return connection
    .prepare<[], { name: string; checksum: string }>('SELECT name, checksum FROM migration ORDER BY name')
    .all();
}
