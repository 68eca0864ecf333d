import { fault } from '../domain/fault.ts';
import { problems } from '../domain/problem.ts';
import type { StoredAnswer } from '../domain/submission.ts';
import { answerColumnsOf } from '../formats/csv/answer-columns.ts';
import { readAnswersCsvInPieces } from '../formats/csv/read-answers-csv.ts';
import type { Deps } from './deps.ts';
import { readVersion } from './read-version.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

export interface ImportedAnswers {
  readonly count: number;
  readonly ignoredColumns: readonly string[];
  readonly missingColumns: readonly string[];
  readonly blankRows: number;
}

/** Adds answers that were collected elsewhere, marked as imported: all of the file, or nothing, and no file twice. */
export async function importAnswers(
  deps: Deps,
  actor: StudyActor,
  versionNumber: string,
  input: { readonly file: Uint8Array | null; readonly language: string },
): Promise<ImportedAnswers> {
  requirePermission(actor, 'import-answers');
  const { version, study } = await readVersion(deps, actor, versionNumber);
  if (!study.languages.includes(input.language))
    throw problems.invalid([fault('language', 'language-unknown', { value: input.language })]);
  if (!input.file || input.file.length === 0) throw problems.invalid([fault('file', 'file-needed')]);
  const table = await readAnswersCsvInPieces(input.file, answerColumnsOf(study));
  if ('faults' in table) throw problems.invalid(table.faults);
  const now = deps.now();
  const count = await deps.submissionWriter.insertImported({
    versionId: version.id,
    fileHash: deps.sha256(input.file),
    language: input.language,
    day: new Date(now).toISOString().slice(0, 10),
    rows: withKeys(deps, table.rows),
  });
  await deps.studies.recordAudit({
    accountId: actor.account.id,
    studyId: actor.study.id,
    verb: 'import-answers',
    detail: `${version.number} ${count}`,
    now,
  });
  const { ignoredColumns, missingColumns, blankRows } = table;
  return { count, ignoredColumns, missingColumns, blankRows };
}

/** Made as they are taken: keys for all rows at once would hold up everybody. */
function* withKeys(
  deps: Deps,
  rows: ReadonlyArray<readonly StoredAnswer[]>,
): Generator<{ key: string; answers: readonly StoredAnswer[] }> {
  for (const answers of rows) yield { key: deps.newSecret(), answers };
}
