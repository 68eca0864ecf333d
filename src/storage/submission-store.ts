import type {
  AnswerColumns,
  Submission,
  SubmissionCounts,
  SubmissionMode,
  SubmissionStore,
} from '../domain/submission.ts';
import { changesOf, type ReadColumns, readAnswerColumns } from './answer-columns.ts';
import type { OpenDatabase } from './database.ts';
import { parseAnswers } from './stored-answers.ts';

/** Versions kept in memory; 100,000 submissions of 30 items are 3.3 MB. */
const CACHED_VERSIONS = 8;

const ROWS_A_PIECE = 500;

interface SubmissionRow {
  readonly id: number;
  readonly key: string;
  readonly deployment_id: number | null;
  readonly version_id: number;
  readonly mode: SubmissionMode;
  readonly language: string;
  readonly state: Submission['state'];
  readonly pages_sent: number;
  readonly answers: string;
  readonly key_count: number;
}

const SELECT = `
  SELECT submission.id, submission.key, submission.deployment_id, submission.version_id, submission.mode,
    submission.language, submission.state, submission.pages_sent, submission.answers,
    json_array_length(version.answer_keys) AS key_count
  FROM submission JOIN version ON version.id = submission.version_id`;

/** Raw prepared statements: respondents wait for findOptionalSubmission on every page. */
export function submissionStore({ file, reader }: Pick<OpenDatabase, 'file' | 'reader'>): SubmissionStore {
  const findByKey = reader.prepare<[string], SubmissionRow>(`${SELECT} WHERE submission.key = ?`);
  const listPiece = reader.prepare<[number, number, number, string], SubmissionRow>(`${SELECT}
    WHERE submission.version_id = ? AND submission.id > ? AND submission.id <= ?
      AND (import_id IS NULL OR import_id NOT IN (SELECT value FROM json_each(?)))
    ORDER BY submission.id LIMIT ${ROWS_A_PIECE}`);
  const lastId = reader
    .prepare<[number], number | null>('SELECT max(id) FROM submission WHERE version_id = ?')
    .pluck();
  const openImports = reader
    .prepare<[], string>('SELECT json_group_array(id) FROM import WHERE whole = 0')
    .pluck();
  const tally = reader.prepare<[number], { mode: SubmissionMode; started: number; finished: number }>(
    'SELECT mode, started, finished FROM submission_tally WHERE version_id = ?',
  );
  const cached = new Map<number, ReadColumns>();
  const reading = new Map<number, Promise<ReadColumns>>();

  function startReading(versionId: number): Promise<ReadColumns> {
    const read = readAnswerColumns(file, versionId).finally(() => reading.delete(versionId));
    reading.set(versionId, read);
    return read.then((result) => {
      cached.delete(versionId);
      cached.set(versionId, result);
      const [oldest] = cached.keys();
      if (cached.size > CACHED_VERSIONS && oldest !== undefined) cached.delete(oldest);
      return result;
    });
  }

  return {
    async findOptionalSubmission(key) {
      const row = findByKey.get(key);
      return row ? submission(row) : null;
    },

    async readAnswerColumns(versionId): Promise<AnswerColumns> {
      // What was stored before this call must be in the answer; what comes during it may be.
      const needed = changesOf(reader, versionId);
      const known = cached.get(versionId);
      if (known && known.changes >= needed) return known.columns;
      const underWay = await reading.get(versionId);
      if (underWay && underWay.changes >= needed) return underWay.columns;
      return (await (reading.get(versionId) ?? startReading(versionId))).columns;
    },

    async countSubmissions(versionId): Promise<SubmissionCounts> {
      const byMode: Record<SubmissionMode, number> = { web: 0, imported: 0, simulated: 0 };
      let started = 0;
      let finished = 0;
      for (const row of tally.all(versionId)) {
        started += row.started;
        finished += row.finished;
        byMode[row.mode] = row.finished;
      }
      return { started, finished, byMode };
    },

    /**
     * In pieces, not under one transaction: a slow download would keep the log file from being folded back. Submissions
     * that begin after the first piece are left out, and so is an import that becomes whole after it.
     */
    async *streamSubmissions(versionId) {
      const open = openImports.get() ?? '[]';
      const end = lastId.get(versionId) ?? 0;
      let last = 0;
      for (;;) {
        const rows = listPiece.all(versionId, last, end, open);
        for (const row of rows) yield submission(row);
        if (rows.length < ROWS_A_PIECE) return;
        last = rows.at(-1)?.id ?? end;
      }
    },
  };
}

function submission(row: SubmissionRow): Submission {
  return {
    key: row.key,
    deploymentId: row.deployment_id,
    versionId: row.version_id,
    mode: row.mode,
    language: row.language,
    state: row.state,
    pagesSent: row.pages_sent,
    answers: parseAnswers(row.answers, row.key_count),
  };
}
