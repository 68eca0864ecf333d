// Everything an action needs from outside, handed in by src/bin and by tests.

import type { AccountStore } from '../domain/account.ts';
import type { StudyStore } from '../domain/study-record.ts';
import type { SubmissionStore, SubmissionWriter } from '../domain/submission.ts';

export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface Deps {
  readonly studies: StudyStore;
  readonly accounts: AccountStore;
  readonly submissions: SubmissionStore;
  readonly submissionWriter: SubmissionWriter;
  readonly passwords: {
    hash(password: string): Promise<string>;
    verify(hash: string, password: string): Promise<boolean>;
  };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A secret of at least 128 bits, safe in a URL. */
  readonly newSecret: () => string;
  /** A short code without look-alikes, for the address of a questionnaire. */
  readonly newCode: () => string;
  readonly sha256: (content: string | Uint8Array) => string;
  readonly log: Log;
}
