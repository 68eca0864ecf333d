import { type AnalysisOptions, DEFAULT_OPTIONS } from '../analysis/analysis-options.ts';
import { scoreRows } from '../analysis/score-rows.ts';
import type { Study } from '../domain/study.ts';
import type { VersionRecord } from '../domain/study-record.ts';
import type { Submission } from '../domain/submission.ts';
import { answersHeader, answersRow, scoredHeader, scoredRow } from '../formats/csv/answers-table.ts';
import { type Cell, streamTableCsv } from '../formats/csv/write-table-csv.ts';
import type { Deps } from './deps.ts';
import { readVersion, studyOfVersion } from './read-version.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

export interface ExportOptions {
  /** Which submissions; under what rule a score is given. */
  readonly analysis: AnalysisOptions;
  /** Raw only: whether skipped, no-answer and not-reached are told apart, or all three are empty. */
  readonly missingAs: 'words' | 'empty';
  /** For opening in Excel. */
  readonly excelSafe: boolean;
}

const everything: ExportOptions = {
  analysis: { ...DEFAULT_OPTIONS, unfinished: true },
  missingAs: 'words',
  excelSafe: false,
};

/** Answers as they were given, one line a submission, in pieces. */
export function answersCsv(
  deps: Deps,
  version: VersionRecord,
  options: ExportOptions = everything,
): AsyncIterable<string> {
  const rows = rawRows(chosen(deps, version, options), options.missingAs);
  return streamTableCsv(answersHeader(version.answerKeys), rows, options);
}

/** Answers keyed in the direction of their construct, and the construct scores, by the rules of the statistics pages. */
export function scoredAnswersCsv(
  deps: Deps,
  version: VersionRecord,
  options: ExportOptions = everything,
): AsyncIterable<string> {
  const study = studyOfVersion(deps, version);
  const header = scoredHeader(
    version.answerKeys,
    study.constructs.map(({ key }) => key),
  );
  const rows = scoredRows(chosen(deps, version, options), study, options.analysis);
  return streamTableCsv(header, rows, options);
}

/** For the pages: raw or scored answers of a version, for those who may take them away. */
export async function exportAnswers(
  deps: Deps,
  actor: StudyActor,
  versionNumber: string,
  kind: 'raw' | 'scored',
  options: ExportOptions,
): Promise<{ version: VersionRecord; csv: AsyncIterable<string> }> {
  requirePermission(actor, 'download-answers');
  const { version } = await readVersion(deps, actor, versionNumber);
  const csv = kind === 'raw' ? answersCsv(deps, version, options) : scoredAnswersCsv(deps, version, options);
  return { version, csv };
}

/** Scored together: enough to be quick, few enough to serve respondents between. */
const SCORED_AT_ONCE = 500;

interface Numbered {
  readonly number: number;
  readonly submission: Submission;
}

async function* chosen(
  deps: Deps,
  version: VersionRecord,
  { analysis }: ExportOptions,
): AsyncGenerator<Numbered, void, undefined> {
  let number = 0;
  for await (const submission of deps.submissions.streamSubmissions(version.id)) {
    // Counted before the choice, so that a number names the same submission in every file.
    number += 1;
    const wanted = analysis.unfinished || submission.state === 'finished';
    if (wanted && analysis.modes.includes(submission.mode)) yield { number, submission };
  }
}

async function* rawRows(
  submissions: AsyncIterable<Numbered>,
  missingAs: ExportOptions['missingAs'],
): AsyncGenerator<readonly Cell[], void, undefined> {
  for await (const { number, submission } of submissions) yield answersRow(number, submission, missingAs);
}

async function* scoredRows(
  submissions: AsyncIterable<Numbered>,
  study: Study,
  options: AnalysisOptions,
): AsyncGenerator<readonly Cell[], void, undefined> {
  let piece: Numbered[] = [];
  for await (const one of submissions) {
    if (piece.push(one) < SCORED_AT_ONCE) continue;
    yield* scoredPiece(piece, study, options);
    piece = [];
  }
  yield* scoredPiece(piece, study, options);
}

function scoredPiece(
  piece: readonly Numbered[],
  study: Study,
  options: AnalysisOptions,
): readonly (readonly Cell[])[] {
  const answers = piece.map(({ submission }) => submission.answers);
  return scoreRows(study, answers, options).map(({ values, scores }, i) =>
    scoredRow(piece[i]!.number, piece[i]!.submission, values, scores),
  );
}
