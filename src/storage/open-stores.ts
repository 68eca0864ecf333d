import { existsSync } from 'node:fs';
import type { AccountStore } from '../domain/account.ts';
import type { StudyStore } from '../domain/study-record.ts';
import type { SubmissionStore } from '../domain/submission.ts';
import { accountStore } from './account-store.ts';
import { backup } from './backup.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { DatabaseAgeError, type Migration, migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { SessionStore } from './session-store.ts';
import { type StorageLog, silentLog } from './storage-log.ts';
import { studyStore } from './study-store.ts';
import { SubmissionQueue } from './submission-queue.ts';
import { submissionStore } from './submission-store.ts';

export interface OpenStoresOptions {
  readonly file: string;
  /** The compiled submission-worker.js. */
  readonly workerFile: string | URL;
  readonly log?: StorageLog;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Submissions that may wait for the database; the next is refused. */
  readonly queueCapacity?: number;
  /** Throws DatabaseAgeError instead of bringing the file up to date: an older server may be using it. */
  readonly refuseOlder?: boolean;
}

export interface Stores {
  readonly studies: StudyStore;
  readonly accounts: AccountStore;
  readonly submissions: SubmissionStore;
  readonly submissionWriter: SubmissionQueue;
  readonly sessions: SessionStore;
  readonly database: OpenDatabase;
  /** True when answers can be stored and read now. Asks the disk, does not guess. */
  isHealthy(): Promise<boolean>;
  /** Writes what is queued, then closes the file. */
  close(): Promise<void>;
}

const HEALTH_PATIENCE = 3000;
const SWEEP_INTERVAL = 60 * 60 * 1000;

/** Opens the SQLite file, brings it up to date (after a copy, when there is something in it), and makes the stores. */
export async function openStores(options: OpenStoresOptions): Promise<Stores> {
  const {
    file,
    workerFile,
    log = silentLog,
    now = Date.now,
    queueCapacity = 2000,
    refuseOlder = false,
  } = options;
  const database = openDatabase(file);
  try {
    await bringUpToDate(database, log, refuseOlder);
  } catch (error) {
    await database.close();
    throw error;
  }
  const submissionWriter = new SubmissionQueue({ file, workerFile, log, capacity: queueCapacity });
  const sessions = new SessionStore(database.kysely, { now });
  const sweep = () =>
    sessions.deleteExpired().catch((err) => log.error({ err }, 'expired sessions not deleted'));
  await sweep();
  const sweeping = setInterval(sweep, SWEEP_INTERVAL).unref();
  return {
    studies: studyStore(database),
    accounts: accountStore(database.kysely),
    submissions: submissionStore(database),
    submissionWriter,
    sessions,
    database,
    isHealthy: () => isHealthy(database, submissionWriter, log),
    async close() {
      clearInterval(sweeping);
      await submissionWriter.close();
      await database.close();
    },
  };
}

async function bringUpToDate(
  { file, connection }: OpenDatabase,
  log: StorageLog,
  refuseOlder: boolean,
): Promise<void> {
  const migrations: readonly Migration[] = readMigrations();
  const pending = pendingMigrations(connection, migrations);
  if (pending.length === 0) return;
  if (refuseOlder)
    throw new DatabaseAgeError(
      `It lacks migration ${pending[0]!.name}: start the server once (axial serve) to bring it up to date.`,
    );
  if (pending.length < migrations.length) {
    const copy = `${file}.before-${pending[0]!.name.replace('.sql', '')}`;
    if (!existsSync(copy)) await backup(connection, copy);
    log.info({ copy }, 'database copied before it is brought up to date');
  }
  log.info({ migrations: migrate(connection, migrations) }, 'database brought up to date');
}

async function isHealthy(database: OpenDatabase, queue: SubmissionQueue, log: StorageLog): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  try {
    database.reader.prepare('SELECT 1 FROM version LIMIT 1').get();
    const late = new Promise<never>((_, reject) => {
      patience = setTimeout(
        () => reject(new Error('the submission worker does not answer')),
        HEALTH_PATIENCE,
      );
    });
    const { fault } = await Promise.race([queue.status(), late]);
    if (fault !== null) throw new Error(fault);
    return true;
  } catch (error) {
    log.error({ reason: (error as Error).message }, 'not healthy');
    return false;
  } finally {
    clearTimeout(patience);
  }
}
