import { type AnswerColumns, SUBMISSION_MODES, type SubmissionMode } from '../domain/submission.ts';
import type { AnalysisOptions } from './analysis-options.ts';

export interface RespondentFacts {
  readonly started: number;
  readonly finished: number;
  /** Submissions that the options let through; what a single result rests on is its own n. */
  readonly inAnalysis: number;
  /** Of those in the analysis. */
  readonly byMode: Readonly<Record<SubmissionMode, number>>;
  /** Of all that were started. */
  readonly startedByMode: Readonly<Record<SubmissionMode, number>>;
}

/** Numbers of the submissions that the options let through, ascending, and how many there are of each kind. */
export function selectSubmissions(
  answers: AnswerColumns,
  options: Pick<AnalysisOptions, 'modes' | 'unfinished'>,
): { rows: Int32Array; facts: RespondentFacts } {
  const wanted = SUBMISSION_MODES.map((mode) => (options.modes.includes(mode) ? 1 : 0));
  const rows = new Int32Array(answers.count);
  const byMode = new Uint32Array(SUBMISSION_MODES.length);
  const startedByMode = new Uint32Array(SUBMISSION_MODES.length);
  let finished = 0;
  let selected = 0;
  for (let i = 0; i < answers.count; i++) {
    const mode = answers.mode[i]!;
    const isFinished = answers.finished[i]!;
    finished += isFinished;
    startedByMode[mode]! += 1;
    if (wanted[mode] === 1 && (options.unfinished || isFinished === 1)) {
      byMode[mode]! += 1;
      rows[selected++] = i;
    }
  }
  const named = (counts: Uint32Array) =>
    Object.fromEntries(SUBMISSION_MODES.map((mode, index) => [mode, counts[index]!])) as Record<
      SubmissionMode,
      number
    >;
  return {
    rows: rows.subarray(0, selected),
    facts: {
      started: answers.count,
      finished,
      inAnalysis: selected,
      byMode: named(byMode),
      startedByMode: named(startedByMode),
    },
  };
}
