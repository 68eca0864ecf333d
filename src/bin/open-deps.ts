import { fileURLToPath } from 'node:url';
import type { Deps, Log } from '../actions/deps.ts';
import { hashPassword, verifyPassword } from '../security/password.ts';
import { newCode, newSecret, sha256 } from '../security/secret.ts';
import { isSqliteError } from '../storage/constraint-problem.ts';
import { DatabaseAgeError } from '../storage/migrate.ts';
import { type OpenStoresOptions, openStores, type Stores } from '../storage/open-stores.ts';
import { UsageError } from './commands/usage-error.ts';
import { systemReason } from './system-reason.ts';

// The worker is always the compiled file: Node 20 runs no TypeScript, and tests import this module from src/.
const workerFile = fileURLToPath(new URL('../../dist/storage/submission-worker.js', import.meta.url));

/** Opens the database and makes of it what actions need. Throws UsageError when the file cannot be used. */
export async function openDeps(
  file: string,
  log: Log,
  options: Pick<OpenStoresOptions, 'refuseOlder'> = {},
): Promise<{ deps: Deps; stores: Stores }> {
  const stores = await openStores({ file, workerFile, log, ...options }).catch((error: unknown) => {
    throw asUsageError(file, error);
  });
  const deps: Deps = {
    studies: stores.studies,
    accounts: stores.accounts,
    submissions: stores.submissions,
    submissionWriter: stores.submissionWriter,
    passwords: { hash: hashPassword, verify: verifyPassword },
    now: () => Date.now(),
    newSecret,
    newCode,
    sha256,
    log,
  };
  return { deps, stores };
}

function asUsageError(file: string, error: unknown): unknown {
  if (error instanceof DatabaseAgeError) return new UsageError(`${file}: ${error.message}`);
  const reason = systemReason(error);
  return reason === null
    ? databaseUsageError(file, error)
    : new UsageError(`cannot open the database ${file}: ${reason}`);
}

/** What is wrong with the file, the disk or other writers, as UsageError; any other error as it is, for it is a mistake of ours. */
export function databaseUsageError(file: string, error: unknown): unknown {
  const isOfTheFile =
    isSqliteError(error) &&
    /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|PERM|FULL|IOERR|BUSY|LOCKED)/.test(error.code);
  return isOfTheFile
    ? new UsageError(`cannot use the database ${file}: ${error.message} (${error.code})`)
    : error;
}
