// Every failure that we expect, in one list. Anything else that is thrown is a mistake of ours: a 500 with a number in the log.
// A code never changes meaning; its words are in i18n/<language>/problem.ts under the same name.

import type { Fault } from './fault.ts';

export type ProblemKind =
  | 'invalid' // 422: what was sent breaks a rule; the faults name the places
  | 'unauthenticated' // 401, or the sign-in page
  | 'forbidden' // 403
  | 'not-found' // 404; also for what the caller may not know about
  | 'conflict' // 409: somebody was faster, or it is already so
  | 'gone' // 410: it was there, and is closed
  | 'too-large' // 413
  | 'too-many' // 429: wait a little
  | 'busy'; // 503: try again, nothing was stored

type Details = Readonly<Record<string, string | number>>;

export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly details: Details;
  readonly faults: readonly Fault[];

  constructor(kind: ProblemKind, code: string, details: Details = {}, faults: readonly Fault[] = []) {
    super(code);
    this.name = 'Problem';
    this.kind = kind;
    this.code = code;
    this.details = details;
    this.faults = faults;
  }
}

export const problems = {
  /** The faults are the message; `code` of each is in the same catalogue. */
  invalid: (faults: readonly Fault[]) => new Problem('invalid', 'invalid', { count: faults.length }, faults),
  signInNeeded: () => new Problem('unauthenticated', 'sign-in-needed'),
  sessionEnded: () => new Problem('unauthenticated', 'session-ended'),
  signInFailed: () => new Problem('invalid', 'sign-in-failed'),
  notAllowed: () => new Problem('forbidden', 'not-allowed'),
  formExpired: () => new Problem('forbidden', 'form-expired'),
  pageUnknown: () => new Problem('not-found', 'page-unknown'),
  studyUnknown: () => new Problem('not-found', 'study-unknown'),
  versionUnknown: (number: string) => new Problem('not-found', 'version-unknown', { number }),
  studyKeyTaken: (key: string) => new Problem('conflict', 'study-key-taken', { key }),
  draftChanged: () => new Problem('conflict', 'draft-changed'),
  nothingToPublish: () => new Problem('conflict', 'nothing-to-publish'),
  linkUnknown: () => new Problem('not-found', 'link-unknown'),
  linkUsed: () => new Problem('gone', 'link-used'),
  emailTaken: () => new Problem('conflict', 'email-taken'),
  questionnaireUnknown: () => new Problem('not-found', 'questionnaire-unknown'),
  questionnaireClosed: () => new Problem('gone', 'questionnaire-closed'),
  submissionUnknown: () => new Problem('not-found', 'submission-unknown'),
  submissionFinished: () => new Problem('conflict', 'submission-finished'),
  alreadyImported: () => new Problem('conflict', 'already-imported'),
  notSaved: () => new Problem('busy', 'not-saved'),
  tooLarge: (limit: string) => new Problem('too-large', 'too-large', { limit }),
  tooManyRequests: () => new Problem('too-many', 'too-many-requests'),
} as const;
