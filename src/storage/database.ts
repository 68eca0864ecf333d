import { Kysely } from 'kysely';
import { type Connection, openConnection } from './connection.ts';
import { immediateSqliteDialect } from './immediate-sqlite-dialect.ts';
import type { Schema } from './schema.ts';

export interface OpenDatabase {
  readonly file: string;
  /** Everything that staff do, read and written. */
  readonly kysely: Kysely<Schema>;
  /** The connection under `kysely`. Used directly only where Kysely is not running: migrations, backup. */
  readonly connection: Connection;
  /** Read-only, for synchronous prepared statements: what respondents' requests and the statistics read. */
  readonly reader: Connection;
  close(): Promise<void>;
}

/** Opens, or makes, the SQLite file. It may be empty: see migrate.ts. */
export function openDatabase(file: string): OpenDatabase {
  const connection = openConnection(file);
  const reader = openConnection(file, { readonly: true });
  const kysely = new Kysely<Schema>({ dialect: immediateSqliteDialect(connection) });
  return {
    file,
    kysely,
    connection,
    reader,
    async close() {
      reader.close();
      await kysely.destroy();
      // Kysely opens its driver with the first query and closes only what it opened.
      connection.close();
    },
  };
}
