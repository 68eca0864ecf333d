import { Worker } from 'node:worker_threads';
import { problems } from '../domain/problem.ts';
import type {
  BulkSubmissions,
  ImportedSubmissions,
  SubmissionWrite,
  SubmissionWriteResult,
  SubmissionWriter,
} from '../domain/submission.ts';
import { importInSteps } from './import-in-steps.ts';
import { type StorageLog, silentLog } from './storage-log.ts';
import type { Outcome } from './submission-batch.ts';
import type { FromWorker, ToWorker, WorkerSettings, WriterStatus } from './submission-message.ts';

export interface SubmissionQueueOptions {
  readonly file: string;
  /** The compiled submission-worker.js. */
  readonly workerFile: string | URL;
  readonly log?: StorageLog;
  /** Writes that may wait; the next is refused. */
  readonly capacity?: number;
  /** Milliseconds that the worker waits for another writer. */
  readonly busyTimeout?: number;
}

/** Its own bound: one bulk can be a hundred thousand rows. */
const MAX_WAITING_BULKS = 4;

interface Waiting<Result> {
  readonly settle: (outcome: Outcome<Result>) => void;
}
type WaitingWrite = Waiting<SubmissionWriteResult> & {
  readonly kind: 'write';
  readonly write: SubmissionWrite;
};
type WaitingBulk = Waiting<number> & {
  readonly kind: 'bulk';
  readonly message: Extract<ToWorker, { readonly kind: 'insert-finished' | 'import-step' }>;
};

/**
 * Hands writes to the worker, one batch at a time. Whatever queued during a commit is the next batch: under load commits are
 * shared by themselves, and without load nobody waits for a timer.
 */
export class SubmissionQueue implements SubmissionWriter {
  readonly #options: Required<SubmissionQueueOptions>;
  #worker: Worker | null = null;
  #writes: WaitingWrite[] = [];
  #bulks: WaitingBulk[] = [];
  #lastWasWrites = false;
  #imports = 0;
  /** Settles with the import that was asked for last; imports come one after the other. */
  #lastImport: Promise<unknown> = Promise.resolve();
  #inFlight: ReadonlyArray<WaitingWrite | WaitingBulk> = [];
  #statusRequests = new Map<
    number,
    { resolve: (status: WriterStatus) => void; reject: (e: Error) => void }
  >();
  #nextStatusId = 1;
  #closed: Promise<void> | null = null;
  #whenIdle: (() => void) | null = null;

  constructor(options: SubmissionQueueOptions) {
    this.#options = { log: silentLog, capacity: 2000, busyTimeout: 5000, ...options };
  }

  async write(write: SubmissionWrite): Promise<SubmissionWriteResult> {
    this.#requireRoom(this.#writes.length, this.#options.capacity);
    const outcome = await new Promise<Outcome<SubmissionWriteResult>>((settle) => {
      this.#writes.push({ kind: 'write', write, settle });
      this.#sendNext();
    });
    return this.#resultOf(outcome);
  }

  async insertFinished(input: BulkSubmissions): Promise<number> {
    this.#requireRoom(this.#bulks.length, MAX_WAITING_BULKS);
    return this.#runBulk({ kind: 'insert-finished', input });
  }

  async insertImported(input: ImportedSubmissions): Promise<number> {
    this.#requireRoom(this.#imports, MAX_WAITING_BULKS);
    this.#imports += 1;
    const turn = this.#lastImport
      .then(() => importInSteps((step) => this.#runBulk({ kind: 'import-step', step }), input))
      .finally(() => (this.#imports -= 1));
    this.#lastImport = turn.catch(() => {});
    return turn;
  }

  async #runBulk(message: WaitingBulk['message']): Promise<number> {
    const outcome = await new Promise<Outcome<number>>((settle) => {
      this.#bulks.push({ kind: 'bulk', message, settle });
      this.#sendNext();
    });
    return this.#resultOf(outcome);
  }

  /** Rejects when the worker ends before it answers. */
  status(): Promise<WriterStatus> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error('the queue is closed'));
      const id = this.#nextStatusId++;
      this.#statusRequests.set(id, { resolve, reject });
      this.#post({ kind: 'status', id });
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#drainAndClose();
    return this.#closed;
  }

  async #drainAndClose(): Promise<void> {
    await this.#lastImport;
    if (this.#busy()) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    const worker = this.#worker;
    if (!worker) return;
    await new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
      this.#post({ kind: 'close' });
    });
  }

  #busy(): boolean {
    return this.#inFlight.length + this.#writes.length + this.#bulks.length > 0;
  }

  #requireRoom(waiting: number, capacity: number): void {
    if (!this.#closed && waiting < capacity) return;
    this.#options.log.warn(
      { waiting, closed: this.#closed !== null },
      'submission refused: no room in the queue',
    );
    throw problems.notSaved();
  }

  /** A bulk's turn comes after one batch of writes, so that neither keeps the other waiting for ever. */
  #sendNext(): void {
    if (this.#inFlight.length > 0) return;
    const bulk = this.#bulks[0];
    if (this.#writes.length > 0 && !(bulk && this.#lastWasWrites)) {
      this.#lastWasWrites = true;
      const batch = this.#writes;
      this.#writes = [];
      this.#inFlight = batch;
      this.#post({ kind: 'write-all', writes: batch.map((waiting) => waiting.write) });
    } else if (bulk) {
      this.#lastWasWrites = false;
      this.#bulks.shift();
      this.#inFlight = [bulk];
      this.#post(bulk.message);
    } else {
      this.#whenIdle?.();
    }
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(message);
  }

  #startWorker(): Worker {
    const { file, workerFile, busyTimeout } = this.#options;
    const workerData: WorkerSettings = { file, busyTimeout };
    // Without execArgv the worker would inherit flags of a test runner or a loader that it must not depend on.
    const worker = new Worker(workerFile, { workerData, execArgv: [] });
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => this.#options.log.error({ err: error }, 'the submission worker failed'));
    worker.on('exit', (code) => this.#workerEnded(code));
    return worker;
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'status') {
      this.#statusRequests.get(message.id)?.resolve(message.status);
      this.#statusRequests.delete(message.id);
    } else {
      this.#settleInFlight((index) => message.outcomes[index]!);
    }
  }

  /** The next write starts a new worker. Writes under way may have been stored; sent again they are 'unchanged'. */
  #workerEnded(exitCode: number): void {
    this.#worker = null;
    for (const request of this.#statusRequests.values())
      request.reject(new Error('the submission worker ended'));
    this.#statusRequests.clear();
    const reason = `the submission worker ended with code ${exitCode}`;
    this.#settleInFlight(() => ({ done: false, fault: 'database', reason }));
  }

  #settleInFlight(outcomeAt: (index: number) => Outcome<SubmissionWriteResult | number>): void {
    const batch = this.#inFlight;
    this.#inFlight = [];
    this.#sendNext();
    batch.forEach((waiting, index) => {
      (waiting.settle as (outcome: Outcome<unknown>) => void)(outcomeAt(index));
    });
  }

  #resultOf<T>(outcome: Outcome<T>): T {
    if (outcome.done) return outcome.result;
    this.#options.log.error({ reason: outcome.reason }, 'submission not saved');
    throw outcome.fault === 'database'
      ? problems.notSaved()
      : new Error(`submission refused: ${outcome.reason}`);
  }
}
