import { type AnalysisOptions, DEFAULT_OPTIONS } from '../analysis/analysis-options.ts';
import { keyedValues } from '../analysis/answer-matrix.ts';
import { itemsOfConstruct, neededParts } from '../analysis/construct-scores.ts';
import type { Study } from '../domain/study.ts';
import type { VersionRecord } from '../domain/study-record.ts';
import type { Submission } from '../domain/submission.ts';
import { scaleOfItem } from '../domain/version.ts';
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
  const row = (number: number, submission: Submission) => answersRow(number, submission, options.missingAs);
  return streamTableCsv(answersHeader(version.answerKeys), rowsOf(deps, version, options, row), options);
}

/** Answers keyed in the direction of their construct, and the construct scores, by the rules of the statistics pages. */
export function scoredAnswersCsv(
  deps: Deps,
  version: VersionRecord,
  options: ExportOptions = everything,
): AsyncIterable<string> {
  const study = studyOfVersion(deps, version);
  const score = scorer(study, options.analysis);
  const row = (number: number, submission: Submission) => {
    const { values, scores } = score(submission);
    return scoredRow(number, submission, values, scores);
  };
  const header = scoredHeader(
    version.answerKeys,
    study.constructs.map(({ key }) => key),
  );
  return streamTableCsv(header, rowsOf(deps, version, options, row), options);
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

async function* rowsOf(
  deps: Deps,
  version: VersionRecord,
  { analysis }: ExportOptions,
  row: (number: number, submission: Submission) => readonly Cell[],
): AsyncGenerator<readonly Cell[], void, undefined> {
  let number = 0;
  for await (const submission of deps.submissions.streamSubmissions(version.id)) {
    // Counted before the choice, so that a number names the same submission in every file.
    number += 1;
    const wanted = analysis.unfinished || submission.state === 'finished';
    if (wanted && analysis.modes.includes(submission.mode)) yield row(number, submission);
  }
}

function scorer(
  study: Study,
  options: AnalysisOptions,
): (submission: Submission) => { values: readonly number[]; scores: readonly number[] } {
  const tables = study.items.map((item) => keyedValues(item, scaleOfItem(study, item)));
  const parts = study.constructs.map((construct) => itemsOfConstruct(study, construct));
  return ({ answers }) => {
    const values = answers.map((answer, index) => {
      if (typeof answer !== 'number') return Number.NaN;
      const table = tables[index];
      return table ? table[answer + 128]! : answer;
    });
    const scores = parts.map((items) => {
      const answered = items.map((item) => values[item]!).filter((value) => !Number.isNaN(value));
      return answered.length >= neededParts(items.length, options)
        ? answered.reduce((sum, value) => sum + value, 0) / answered.length
        : Number.NaN;
    });
    return { values, scores };
  };
}
