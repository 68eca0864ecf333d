import type { BulkSubmissions, SubmissionWrite, SubmissionWriteResult } from '../domain/submission.ts';
import type { Connection } from './connection.ts';
import { isSqliteError } from './constraint-problem.ts';
import { type SubmissionApplier, submissionApplier } from './submission-apply.ts';
import { type ImportStep, importSteps } from './submission-import.ts';

/**
 * 'database': nothing is wrong with the write, the database could not take it now; sending it again may help.
 * 'write': it breaks a rule and always will.
 */
export type Outcome<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly fault: 'database' | 'write'; readonly reason: string };

export interface SubmissionBatches {
  /** All writes in one transaction, or, when one of them cannot be applied, each in its own. */
  writeAll(writes: readonly SubmissionWrite[]): Outcome<SubmissionWriteResult>[];
  insertFinished(input: BulkSubmissions): Outcome<number>;
  importStep(step: ImportStep): Outcome<number>;
}

/** Primary result codes that speak about the disk, the file or other writers, not about what was written. */
const DATABASE_CODES =
  /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|NOMEM|PERM|PROTOCOL|INTERRUPT)/;

export function submissionBatches(connection: Connection): SubmissionBatches {
  let applier: SubmissionApplier | undefined;
  // Prepared at the first write: a file that cannot be read is then an outcome, not the end of the worker.
  const applyAll = connection.transaction((writes: readonly SubmissionWrite[]) => {
    applier ??= submissionApplier(connection);
    return writes.map(applier.apply);
  });
  const applyBulk = connection.transaction((input: BulkSubmissions) => {
    applier ??= submissionApplier(connection);
    return applier.insertFinished(input);
  });

  let stepper: ReturnType<typeof importSteps> | undefined;
  const applyStep = connection.transaction((step: ImportStep) => {
    stepper ??= importSteps(connection);
    return stepper(step);
  });

  function writeOne(write: SubmissionWrite): Outcome<SubmissionWriteResult> {
    return outcome(() => applyAll.immediate([write])[0]!);
  }

  return {
    writeAll(writes) {
      const together = outcome(() => applyAll.immediate(writes));
      if (together.done) return together.result.map((result) => ({ done: true, result }));
      // When the database is at fault, trying each alone would only wait that many times as long.
      if (together.fault === 'database' || writes.length === 1) return writes.map(() => together);
      return writes.map(writeOne);
    },
    insertFinished: (input) => outcome(() => applyBulk.immediate(input)),
    importStep: (step) => outcome(() => applyStep.immediate(step)),
  };
}

function outcome<T>(run: () => T): Outcome<T> {
  try {
    return { done: true, result: run() };
  } catch (error) {
    if (isSqliteError(error)) {
      const fault = DATABASE_CODES.test(error.code) ? 'database' : 'write';
      return { done: false, fault, reason: `${error.code}: ${error.message}` };
    }
    return { done: false, fault: 'write', reason: String(error) };
  }
}
