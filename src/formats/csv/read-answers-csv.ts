// Answers collected elsewhere: a table with a header that names items, one row a person. All or nothing: a file with a fault
// gives no rows, because a table that is half right is wrong in a way that nobody sees later.

import { setImmediate } from 'node:timers/promises';
import { type Fault, fault } from '../../domain/fault.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import { decodeText } from '../decode-text.ts';
import { shortened } from '../place.ts';
import type { AnswerColumn } from './answer-columns.ts';
import { readAnswer } from './read-answer.ts';
import { readCells } from './read-cells.ts';

const MAX_LISTED = 20;

export interface AnswersTable {
  /** In the order of the columns asked for; null (not reached) throughout for a column that the file does not have. */
  readonly rows: ReadonlyArray<readonly StoredAnswer[]>;
  /** Headers of the file that name no item, in the file's order. */
  readonly ignoredColumns: readonly string[];
  /** Keys that the file has no column for. */
  readonly missingColumns: readonly string[];
  /** Rows without a single character, as spreadsheets leave them behind; they are not in `rows`. */
  readonly blankRows: number;
}

export type ReadAnswersCsv = AnswersTable | { readonly faults: readonly Fault[] };

/**
 * Reads comma, semicolon or tab separated text. Empty, NA, N/A and "." mean skipped; skipped, no-answer and not-reached are read as
 * our own file of raw answers writes them. Places are "row 12 column Q4"; the header is row 1.
 */
export function readAnswersCsv(
  source: string | Uint8Array,
  columns: readonly AnswerColumn[],
): ReadAnswersCsv {
  const steps = readInSteps(source, columns);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, and between two pieces of the file the server serves respondents. */
export async function readAnswersCsvInPieces(
  source: string | Uint8Array,
  columns: readonly AnswerColumn[],
): Promise<ReadAnswersCsv> {
  const steps = readInSteps(source, columns);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

function* readInSteps(
  source: string | Uint8Array,
  columns: readonly AnswerColumn[],
): Generator<void, ReadAnswersCsv, undefined> {
  const decoded = typeof source === 'string' ? { text: source } : decodeText(source);
  if ('faults' in decoded) return decoded;
  yield;
  const pieces = readCells(
    decoded.text,
    columns.map(({ key }) => key),
  );
  const first = pieces.next();
  if (first.done) return { faults: first.value };
  const [header = [], ...rest] = first.value;
  const reader = rowReader(header, columns);
  if ('faults' in reader) return reader;
  for (const record of rest) reader.add(record);
  for (;;) {
    yield;
    const piece = pieces.next();
    if (piece.done) return piece.value.length > 0 ? { faults: piece.value } : reader.end();
    for (const record of piece.value) reader.add(record);
  }
}

interface RowReader {
  add(record: readonly string[]): void;
  end(): ReadAnswersCsv;
}

function rowReader(
  header: readonly string[],
  columns: readonly AnswerColumn[],
): RowReader | { readonly faults: readonly Fault[] } {
  const headerFaults = checkHeader(header, columns);
  if (headerFaults.length > 0) return { faults: headerFaults };
  const readers = columns.map((column) => ({
    column,
    at: header.indexOf(column.key),
    read: answerReader(column),
  }));

  const faults = new FaultList();
  const rows: StoredAnswer[][] = [];
  let blankRows = 0;
  let row = 1;
  return {
    add(record) {
      row += 1;
      if (record.every((cell) => cell === '') && (record.length !== 1 || header.length !== 1)) {
        blankRows += 1;
        return;
      }
      const place = `row ${row}`;
      if (record.length !== header.length) {
        faults.add(place, 'csv-row-length', { found: record.length, expected: header.length });
        return;
      }
      rows.push(
        readers.map(({ column, at, read }) => {
          if (at < 0) return null;
          const answer = read(record[at] ?? '');
          if (typeof answer === 'object' && answer !== null) {
            faults.add(`${place} column ${column.key}`, answer.code, answer.details);
            return null;
          }
          return answer;
        }),
      );
    },
    end() {
      if (faults.count > 0) return { faults: faults.list() };
      if (rows.length === 0) return { faults: [fault('', 'csv-no-answers')] };
      const known = new Set(columns.map(({ key }) => key));
      return {
        rows,
        ignoredColumns: header.filter((name) => !known.has(name)),
        missingColumns: readers.filter(({ at }) => at < 0).map(({ column }) => column.key),
        blankRows,
      };
    },
  };
}

function checkHeader(header: readonly string[], columns: readonly AnswerColumn[]): readonly Fault[] {
  const known = new Set(columns.map(({ key }) => key));
  if (!header.some((name) => known.has(name))) {
    const some = (names: readonly string[]) => names.slice(0, 8).map(shortened).join(', ');
    const details = { found: some(header), expected: some([...known]) };
    return [fault('row 1', 'csv-no-known-column', details)];
  }
  // Two unknown columns of one name do no harm; two columns of one item would leave open which answer counts.
  return header
    .filter((name, index) => known.has(name) && header.indexOf(name) < index)
    .map((name) => fault(`row 1 column ${name}`, 'csv-column-repeated'));
}

type Unreadable = Pick<Fault, 'code' | 'details'>;

/** A column has few different cells in many rows, so each is judged once. */
function answerReader(column: AnswerColumn): (cell: string) => StoredAnswer | Unreadable {
  const allowed = new Set(column.allowed);
  const known = new Map<string, StoredAnswer | Unreadable>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const answer = judge(readAnswer(cell), cell);
    if (known.size < 1000) known.set(cell, answer);
    return answer;
  };

  function judge(answer: StoredAnswer | undefined, cell: string): StoredAnswer | Unreadable {
    if (answer === undefined) return { code: 'csv-not-a-number', details: { value: shortened(cell) } };
    if (typeof answer !== 'number' || allowed.has(answer)) return answer;
    return { code: 'csv-not-on-scale', details: { value: answer, allowed: column.allowed.join(', ') } };
  }
}

/** Lists the first faults and counts the rest: a wrong column has one in every row. */
class FaultList {
  readonly #listed: Fault[] = [];
  count = 0;

  add(place: string, code: string, details: Fault['details']): void {
    this.count += 1;
    if (this.#listed.length < MAX_LISTED) this.#listed.push(fault(place, code, details));
  }

  list(): readonly Fault[] {
    const more = this.count - this.#listed.length;
    return more === 0 ? this.#listed : [...this.#listed, fault('', 'more-faults', { count: more })];
  }
}
