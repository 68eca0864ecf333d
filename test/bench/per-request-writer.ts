import type { SubmissionWriter } from '../../src/domain/submission.ts';
import { openConnection } from '../../src/storage/connection.ts';
import { submissionApplier } from '../../src/storage/submission-apply.ts';

/** What most servers do: one transaction a request, on the thread that answers. */
export function perRequestWriter(file: string): SubmissionWriter {
  const connection = openConnection(file);
  const applier = submissionApplier(connection);
  const write = connection.transaction(applier.apply);
  return {
    write: async (input) => write.immediate(input),
    insertFinished: async (input) => applier.insertFinished(input),
    insertImported: async (input) =>
      applier.insertFinished({ ...input, mode: 'imported', rows: [...input.rows] }),
    close: async () => void connection.close(),
  };
}
