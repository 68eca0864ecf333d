import { setImmediate } from 'node:timers/promises';
import { problems } from '../domain/problem.ts';
import { type AnswerColumns, COLUMN_NOT_REACHED, SUBMISSION_MODES } from '../domain/submission.ts';
import { type Connection, openConnection } from './connection.ts';
import { scanAnswers } from './scan-answers.ts';

/** About 4 ms a piece; between two pieces the server serves respondents. */
const ROWS_A_PIECE = 5000;

/** SUBMISSION_MODES has fewer than ten, so an index is one sign. */
const MODE_INDEX = `CASE mode ${SUBMISSION_MODES.map((mode, index) => `WHEN '${mode}' THEN ${index}`).join(' ')} END`;

const READ_PIECE = `
  SELECT
    count(*) AS count,
    max(id) AS last,
    CAST(group_concat(answers, ',') AS BLOB) AS answers,
    CAST(group_concat(finished_day IS NOT NULL, '') AS BLOB) AS finished,
    CAST(group_concat(${MODE_INDEX}, '') AS BLOB) AS mode,
    group_concat(language, ' ') AS language
  FROM (
    SELECT id, answers, finished_day, mode, language FROM submission
    WHERE version_id = ? AND id > ?
      AND (import_id IS NULL OR import_id NOT IN (SELECT id FROM import WHERE whole = 0))
    ORDER BY id LIMIT ${ROWS_A_PIECE}
  )`;

interface Piece {
  readonly count: number;
  readonly last: number;
  readonly answers: Uint8Array;
  readonly finished: Uint8Array;
  readonly mode: Uint8Array;
  readonly language: string;
}

/** A number that grows with every change to the version's submissions, whichever process made it. */
export function changesOf(connection: Connection, versionId: number): number {
  const sum = connection.prepare<[number], number>(
    'SELECT coalesce(sum(changes), 0) FROM submission_tally WHERE version_id = ?',
  );
  return sum.pluck().get(versionId) ?? 0;
}

export interface ReadColumns {
  readonly changes: number;
  readonly columns: AnswerColumns;
}

/**
 * All submissions of a version at one moment. On a connection of its own: the transaction that holds the moment still while
 * the server goes on between pieces would show everybody else on the connection the past.
 */
export async function readAnswerColumns(file: string, versionId: number): Promise<ReadColumns> {
  const connection = openConnection(file, { readonly: true });
  try {
    connection.exec('BEGIN');
    const changes = changesOf(connection, versionId);
    const keyCount = connection
      .prepare<[number], number>('SELECT json_array_length(answer_keys) FROM version WHERE id = ?')
      .pluck()
      .get(versionId);
    if (keyCount === undefined) throw problems.versionUnknown(String(versionId));
    const count = connection
      .prepare<[number], number>(
        'SELECT coalesce(sum(started), 0) FROM submission_tally WHERE version_id = ?',
      )
      .pluck()
      .get(versionId)!;
    const columns = Array.from({ length: keyCount }, () => new Int8Array(count).fill(COLUMN_NOT_REACHED));
    const stamp = `${versionId}.${changes}`;
    const read = { count, columns, stamp, ...(await readPieces(connection, versionId, columns, count)) };
    return { changes, columns: read };
  } finally {
    connection.close();
  }
}

async function readPieces(
  connection: Connection,
  versionId: number,
  columns: readonly Int8Array[],
  count: number,
): Promise<Pick<AnswerColumns, 'finished' | 'mode' | 'language' | 'languages'>> {
  const readPiece = connection.prepare<[number, number], Piece>(READ_PIECE);
  const finished = new Uint8Array(count);
  const mode = new Uint8Array(count);
  const language = new Uint8Array(count);
  const languages: string[] = [];
  for (let row = 0, last = 0; row < count; ) {
    if (row > 0) await setImmediate();
    const piece = readPiece.get(versionId, last)!;
    const rows = scanAnswers(piece.answers, columns, row);
    if (rows !== piece.count) throw new RangeError(`${rows} of ${piece.count} submissions could be read`);
    for (let index = 0; index < rows; index++) {
      finished[row + index] = piece.finished[index]! - 0x30;
      mode[row + index] = piece.mode[index]! - 0x30;
    }
    piece.language.split(' ').forEach((name, index) => {
      if (!languages.includes(name)) languages.push(name);
      language[row + index] = languages.indexOf(name);
    });
    row += rows;
    last = piece.last;
  }
  return { finished, mode, language, languages };
}
