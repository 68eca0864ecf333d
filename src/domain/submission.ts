// One respondent's answers to one version, while they are being given and after.

/**
 * What stands at one position of a submission's answers:
 * an integer code of the answer scale; 'skipped' (shown, left blank); 'no-answer' (the option outside the scale was chosen);
 * null (the page was never sent, so it was not reached). Missing kinds are words, never numbers: nobody can average them.
 */
export type StoredAnswer = number | 'skipped' | 'no-answer' | null;

/** How the answers came in. Simulated and imported answers say so wherever they are counted. */
export type SubmissionMode = 'web' | 'imported' | 'simulated';

export interface Submission {
  /** Made by the first page, 128 random bits or more; whoever holds it may go on with the submission. */
  readonly key: string;
  readonly deploymentId: number | null;
  readonly versionId: number;
  readonly mode: SubmissionMode;
  readonly language: string;
  readonly state: 'in-progress' | 'finished';
  /** How many pages were sent; the respondent may open pages 1 … pagesSent + 1. */
  readonly pagesSent: number;
  /** In the order of the version's answerKeys. */
  readonly answers: readonly StoredAnswer[];
}

/** A page's answers by position in the version's answerKeys. */
export type PageAnswers = ReadonlyArray<readonly [position: number, answer: StoredAnswer]>;

export type SubmissionWrite =
  | {
      readonly kind: 'begin';
      readonly key: string;
      readonly deploymentId: number;
      readonly versionId: number;
      readonly language: string;
      /** SHA-256 of the consent text that was agreed to, in that language. */
      readonly consentHash: string;
      /** YYYY-MM-DD; no finer time is stored. */
      readonly day: string;
      readonly answerCount: number;
    }
  | {
      readonly kind: 'save-page';
      readonly key: string;
      /** 1-based. */
      readonly page: number;
      readonly answers: PageAnswers;
      /** 'stacked' or 'row' where the page could tell, else null. */
      readonly layout: 'stacked' | 'row' | null;
      readonly finish: boolean;
      readonly day: string;
    };

/**
 * 'stored': the commit has happened. 'unchanged': the same was already there (a repeated post), which is a success too.
 * 'finished': the submission was finished before with other answers; nothing was changed. 'unknown': no such submission.
 */
export type SubmissionWriteResult = 'stored' | 'unchanged' | 'finished' | 'unknown';

/** Writes submissions; the only one that does. */
export interface SubmissionWriter {
  /** Resolves after the commit. Throws notSaved when the queue is full or the database refuses: nothing was stored then. */
  write(write: SubmissionWrite): Promise<SubmissionWriteResult>;
  /** Finished submissions in bulk; all or nothing. Returns how many were stored. */
  insertFinished(input: BulkSubmissions): Promise<number>;
  /**
   * The submissions of a file from elsewhere: seen and counted all at once, or not at all, while respondents' writes are
   * served between. Returns how many. Throws alreadyImported when the version has that file.
   */
  insertImported(input: ImportedSubmissions): Promise<number>;
  /** Writes what is queued, then closes. */
  close(): Promise<void>;
}

export interface BulkSubmissions {
  readonly versionId: number;
  readonly mode: 'imported' | 'simulated';
  readonly language: string;
  readonly day: string;
  readonly rows: ReadonlyArray<{ readonly key: string; readonly answers: readonly StoredAnswer[] }>;
}

export interface ImportedSubmissions extends Omit<BulkSubmissions, 'mode' | 'rows'> {
  /** SHA-256 of the file. */
  readonly fileHash: string;
  /** Taken piece by piece. */
  readonly rows: Iterable<BulkSubmissions['rows'][number]>;
}

/**
 * All submissions of a version in memory: one byte an answer, one column a key. Codes of the scale are themselves (−100 … 100);
 * the three kinds of missing have codes of their own below.
 */
export interface AnswerColumns {
  readonly count: number;
  /** columns[k][i]: answer of submission i to answerKeys[k]. */
  readonly columns: readonly Int8Array[];
  readonly finished: Uint8Array;
  /** Index into SUBMISSION_MODES. */
  readonly mode: Uint8Array;
  /** Index into `languages`. */
  readonly language: Uint8Array;
  readonly languages: readonly string[];
  /** Changes whenever anything that was read could have changed. */
  readonly stamp: string;
}

export const SUBMISSION_MODES: readonly SubmissionMode[] = ['web', 'imported', 'simulated'];
export const COLUMN_SKIPPED = -126;
export const COLUMN_NO_ANSWER = -127;
export const COLUMN_NOT_REACHED = -128;

export interface SubmissionCounts {
  readonly started: number;
  readonly finished: number;
  /** Of the finished ones. */
  readonly byMode: Readonly<Record<SubmissionMode, number>>;
}

export interface SubmissionStore {
  findOptionalSubmission(key: string): Promise<Submission | null>;
  /** Ordered as stored. Cheap to call again while nothing changed. */
  readAnswerColumns(versionId: number): Promise<AnswerColumns>;
  countSubmissions(versionId: number): Promise<SubmissionCounts>;
  /** In stored order, without loading all at once. */
  streamSubmissions(versionId: number): AsyncIterable<Submission>;
}
