// The store replaced by memory: what a route costs without its database.

import type { Submission, SubmissionStore, SubmissionWriter } from '../../src/domain/submission.ts';

export function memorySubmissions(started: ReadonlyMap<string, Submission>): {
  submissions: SubmissionStore;
  submissionWriter: SubmissionWriter;
} {
  const absent = () => {
    throw new Error('not in this benchmark');
  };
  return {
    submissions: {
      findOptionalSubmission: async (key) => started.get(key) ?? null,
      readAnswerColumns: absent,
      countSubmissions: absent,
      streamSubmissions: absent,
    },
    submissionWriter: {
      write: async () => 'stored',
      insertFinished: absent,
      insertImported: absent,
      close: async () => {},
    },
  };
}
