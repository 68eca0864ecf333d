import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connection } from './connection.ts';

const MAX_CACHED_STATEMENTS = 500;

/**
 * Kysely's SQLite dialect with two changes.
 *
 * A transaction begins with BEGIN IMMEDIATE. With a plain BEGIN a transaction that reads before it writes fails at once with
 * SQLITE_BUSY_SNAPSHOT, however long the busy timeout, when the submission worker commits between the two.
 *
 * Statements are prepared once: Kysely prepares each query each time, which costs more than running it.
 *
 * Why store methods may use Kysely's asynchronous transaction() although better-sqlite3 forbids asynchronous transaction
 * functions: Kysely sends BEGIN and COMMIT itself, on one connection behind a mutex, so no other query of this process comes
 * between them. This holds as long as nothing else uses the same connection; readers and the worker have their own.
 */
export function immediateSqliteDialect(connection: Connection): Dialect {
  const database = { prepare: cachedPrepare(connection), close: () => connection.close() };
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateSqliteDriver({ database }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'));
  }
}

function cachedPrepare(connection: Connection) {
  const statements = new Map<string, ReturnType<Connection['prepare']>>();
  return (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      if (statements.size >= MAX_CACHED_STATEMENTS) statements.clear();
      statements.set(sql, statement);
    }
    return statement as never;
  };
}
