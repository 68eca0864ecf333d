// Answers of a file from elsewhere, in transactions that are short enough for respondents to wait for. Rows of an import that is
// not whole are seen and counted by nobody (migrations/…_import__create.sql), so a server that stops in the middle of one leaves
// only rows to clear away.

import type { BulkSubmissions, ImportedSubmissions } from '../domain/submission.ts';
import type { Connection } from './connection.ts';
import { answersText, requireStorable, storedDay } from './stored-answers.ts';
import { requireCount } from './submission-apply.ts';

export type ImportStep =
  /** Clears a piece of what an import left that did not become whole; gives 0 when nothing is left. */
  | { readonly kind: 'clear' }
  /** Gives the number of the new import; 0 when the version has the file. */
  | ({ readonly kind: 'begin' } & Pick<ImportedSubmissions, 'versionId' | 'fileHash' | 'day'>)
  | ({ readonly kind: 'add'; readonly importId: number } & Pick<BulkSubmissions, 'language' | 'rows'>)
  | { readonly kind: 'finish'; readonly importId: number; readonly count: number };

export const ROWS_A_STEP = 1000;

interface OpenImport {
  readonly version_id: number;
  readonly day: number;
  readonly key_count: number;
}

/** Does one step inside the caller's transaction. */
export function importSteps(connection: Connection): (step: ImportStep) => number {
  const find = connection.prepare<[number, string]>(
    'SELECT 1 FROM import WHERE version_id = ? AND file_hash = ?',
  );
  const begin = connection.prepare<[number, string, number]>(
    'INSERT INTO import (version_id, file_hash, day) VALUES (?, ?, ?)',
  );
  const open = connection.prepare<[number], OpenImport>(`
    SELECT version_id, day, json_array_length(answer_keys) AS key_count
    FROM import JOIN version ON version.id = version_id WHERE import.id = ? AND whole = 0`);
  const insert = connection.prepare<[string, number, string, number, number, string, number]>(`
    INSERT INTO submission
      (key, version_id, mode, language, pages_sent, started_day, finished_day, answers, import_id)
    VALUES (?, ?, 'imported', ?, 0, ?, ?, ?, ?)`);
  const count = connection.prepare<[number, number]>(
    'UPDATE import SET row_count = row_count + ? WHERE id = ?',
  );
  const finish = connection.prepare<[number, number]>(
    'UPDATE import SET whole = 1 WHERE id = ? AND row_count = ? AND whole = 0',
  );
  const clearRows = connection.prepare(`
    DELETE FROM submission WHERE id IN (
      SELECT submission.id FROM import JOIN submission ON submission.import_id = import.id
      WHERE whole = 0 LIMIT ${ROWS_A_STEP}
    )`);
  const clearImports = connection.prepare('DELETE FROM import WHERE whole = 0');

  function add({ importId, language, rows }: Extract<ImportStep, { kind: 'add' }>): number {
    const into = open.get(importId);
    if (!into) throw new RangeError(`there is no open import ${importId}`);
    for (const { key, answers } of rows) {
      requireCount(answers.length, into.key_count);
      answers.forEach(requireStorable);
      const text = answersText(answers);
      insert.run(key, into.version_id, language, into.day, into.day, text, importId);
    }
    count.run(rows.length, importId);
    return rows.length;
  }

  return (step) => {
    switch (step.kind) {
      case 'clear':
        return clearRows.run().changes || clearImports.run().changes;
      case 'begin':
        if (find.get(step.versionId, step.fileHash)) return 0;
        return Number(begin.run(step.versionId, step.fileHash, storedDay(step.day)).lastInsertRowid);
      case 'add':
        return add(step);
      case 'finish':
        if (finish.run(step.importId, step.count).changes === 1) return step.count;
        throw new RangeError(`import ${step.importId} does not have ${step.count} rows`);
    }
  };
}
