// Entry of the worker thread that writes submissions. It owns its connection; nobody else uses it.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { SubmissionWriteResult } from '../domain/submission.ts';
import { type Connection, openConnection } from './connection.ts';
import { type Outcome, submissionBatches } from './submission-batch.ts';
import type { FromWorker, ToWorker, WorkerSettings, WriterStatus } from './submission-message.ts';

const FULL = 2;

type WriteMessage = Exclude<ToWorker, { readonly kind: 'status' | 'close' }>;

function serve(port: MessagePort, { file, busyTimeout }: WorkerSettings): void {
  const connection = openConnection(file, { mustExist: true, busyTimeout });
  const batches = submissionBatches(connection);
  let synchronousAfterCommit: number | null = null;
  let commits = 0;
  let writes = 0;
  let lastFailed = false;

  /** Only after a commit does the pragma tell the truth; a connection that is not durable must not acknowledge anything. */
  function account(outcomes: ReadonlyArray<Outcome<unknown>>): void {
    const done = outcomes.filter((outcome) => outcome.done).length;
    lastFailed = outcomes.some((outcome) => !outcome.done && outcome.fault === 'database');
    if (done === 0) return;
    writes += done;
    commits += done === outcomes.length ? 1 : done;
    synchronousAfterCommit = connection.pragma('synchronous', { simple: true }) as number;
    if (synchronousAfterCommit !== FULL) {
      throw new Error(`the writer connection runs at synchronous=${synchronousAfterCommit} instead of FULL`);
    }
  }

  function status(): WriterStatus {
    return {
      fault: faultOf(connection, lastFailed),
      synchronousAfterCommit,
      journalMode: connection.pragma('journal_mode', { simple: true }) as string,
      secureDelete: connection.pragma('secure_delete', { simple: true }) as number,
      commits,
      writes,
    };
  }

  function outcomesOf(message: WriteMessage): ReadonlyArray<Outcome<SubmissionWriteResult | number>> {
    switch (message.kind) {
      case 'write-all':
        return batches.writeAll(message.writes);
      case 'insert-finished':
        return [batches.insertFinished(message.input)];
      case 'import-step':
        return [batches.importStep(message.step)];
    }
  }

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'status') {
      port.postMessage({ kind: 'status', id: message.id, status: status() } satisfies FromWorker);
    } else if (message.kind === 'close') {
      connection.close();
      port.close();
    } else {
      const outcomes = outcomesOf(message);
      account(outcomes);
      port.postMessage({ kind: 'wrote', outcomes } satisfies FromWorker);
    }
  });
}

/**
 * Asks for the write lock, which a read-only file or a stuck writer refuses. After a failed write it really writes (the same
 * user_version again): otherwise a server that was taken out of service for a full disk would never be seen to recover.
 */
function faultOf(connection: Connection, lastFailed: boolean): string | null {
  try {
    connection.exec('BEGIN IMMEDIATE');
    if (lastFailed) {
      const version = connection.pragma('user_version', { simple: true }) as number;
      connection.pragma(`user_version = ${version}`);
    }
    connection.exec('COMMIT');
    return null;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    return (error as Error).message;
  }
}

if (parentPort) serve(parentPort, workerData as WorkerSettings);
