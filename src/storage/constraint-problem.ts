import type { Problem } from '../domain/problem.ts';

/** SQLite's errors as better-sqlite3 throws them; told by shape, for the class differs between threads' copies. */
export interface SqliteError extends Error {
  readonly code: string;
}

export function isSqliteError(error: unknown): error is SqliteError {
  return (
    error instanceof Error &&
    typeof (error as { code?: unknown }).code === 'string' &&
    error.name === 'SqliteError'
  );
}

/**
 * Runs a write and turns a broken UNIQUE constraint into the problem given for its columns ('study.key').
 * Only UNIQUE can be told by column: for a foreign key SQLite does not say which, so that remains a mistake of ours.
 */
export async function withConstraintProblems<T>(
  byColumns: Readonly<Record<string, () => Problem>>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const problem = uniqueColumnsOf(error);
    if (problem !== null && Object.hasOwn(byColumns, problem)) throw byColumns[problem]?.();
    throw error;
  }
}

function uniqueColumnsOf(error: unknown): string | null {
  if (!isSqliteError(error)) return null;
  if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE' && error.code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return null;
  return /UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1] ?? null;
}
