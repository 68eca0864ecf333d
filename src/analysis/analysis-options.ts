import type { SubmissionMode } from '../domain/submission.ts';

/**
 * Which cases a number comes from when answers are missing.
 * listwise: reliability of a construct from the cases that answered all its items; correlations and hypotheses from the cases
 *   that answered all items of all constructs. A score needs every item.
 * pairwise: covariances of two items from the cases that answered both; a score is the mean of the answered items, one at
 *   least; correlations from the cases that have both scores.
 * person-mean: a score is the mean of the answered items when at least `personMeanShare` of them are answered; reliability as
 *   listwise; correlations from the cases that have both scores.
 */
export type MissingRule = 'listwise' | 'pairwise' | 'person-mean';

export const MISSING_RULES: readonly MissingRule[] = ['listwise', 'pairwise', 'person-mean'];

export interface AnalysisOptions {
  readonly missing: MissingRule;
  /** 0 < share <= 1; used by person-mean only. */
  readonly personMeanShare: number;
  /** Submissions that came in another way are left out. */
  readonly modes: readonly SubmissionMode[];
  /** Also submissions that were begun and not finished. */
  readonly unfinished: boolean;
  /** Of every confidence interval. */
  readonly level: number;
}

/** person-mean: with 3 % of 48 items blank, listwise would lose three of four respondents. */
export const DEFAULT_OPTIONS: AnalysisOptions = {
  missing: 'person-mean',
  personMeanShare: 0.5,
  modes: ['web', 'imported', 'simulated'],
  unfinished: false,
  level: 0.95,
};

/** Whose answers are analysed with what: printed with every result. */
export interface AnalysisSource {
  /** Null for a study file that is no published version. */
  readonly versionNumber: number | null;
  /** SHA-256 of the study document. */
  readonly contentHash: string;
  /** Changes when the answers change. */
  readonly stamp: string;
  readonly softwareVersion: string;
}
