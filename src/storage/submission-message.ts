// What the queue and the worker say to each other.

import type { BulkSubmissions, SubmissionWrite, SubmissionWriteResult } from '../domain/submission.ts';
import type { Outcome } from './submission-batch.ts';
import type { ImportStep } from './submission-import.ts';

export interface WorkerSettings {
  readonly file: string;
  readonly busyTimeout: number;
}

export type ToWorker =
  | { readonly kind: 'write-all'; readonly writes: readonly SubmissionWrite[] }
  | { readonly kind: 'insert-finished'; readonly input: BulkSubmissions }
  | { readonly kind: 'import-step'; readonly step: ImportStep }
  | { readonly kind: 'status'; readonly id: number }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'wrote'; readonly outcomes: ReadonlyArray<Outcome<SubmissionWriteResult | number>> }
  | { readonly kind: 'status'; readonly id: number; readonly status: WriterStatus };

export interface WriterStatus {
  /** Null while the database takes writes, else why not. */
  readonly fault: string | null;
  /** PRAGMA synchronous of the writer connection as read after its last commit: 2 is FULL. Null before the first. */
  readonly synchronousAfterCommit: number | null;
  readonly journalMode: string;
  readonly secureDelete: number;
  /** Transactions and writes that were committed. */
  readonly commits: number;
  readonly writes: number;
}
