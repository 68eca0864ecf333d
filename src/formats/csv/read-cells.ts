import { CsvError, parse } from 'csv-parse/sync';
import { type Fault, fault } from '../../domain/fault.ts';

export const MAX_ROWS = 1_000_000;
export const MAX_COLUMNS = 5_000;

/** Characters parsed together: a few milliseconds. */
const PIECE = 65_536;

export type Records = ReadonlyArray<readonly string[]>;

/**
 * The cells of a table with a header, in pieces of whole records; the header, the first record of the first piece, is trimmed.
 * Returns what is wrong with the table. `expected` are names that help to see the separator.
 */
export function* readCells(
  text: string,
  expected: readonly string[],
): Generator<Records, readonly Fault[], undefined> {
  const table = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (table.includes('\0')) return [fault('', 'csv-nul')];
  if (table.trim() === '') return [fault('', 'csv-empty')];
  const lineEnd = lineEndOf(table);
  const options = {
    delimiter: separatorOf(table, new Set(expected)),
    record_delimiter: lineEnd,
    relax_column_count: true,
  };
  let rows = 0;
  for (const piece of piecesOf(table, lineEnd)) {
    try {
      const records: string[][] = parse(piece, options);
      if (rows === 0) records[0] = (records[0] ?? []).map((name) => name.trim());
      rows += records.length;
      if (rows > MAX_ROWS + 1) return [fault('', 'csv-too-many-rows', { limit: MAX_ROWS })];
      if (rows === records.length && records[0]!.length > MAX_COLUMNS)
        return [fault('row 1', 'csv-too-many-columns', { limit: MAX_COLUMNS })];
      yield records;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const row = rows + Number((error as { records?: number }).records ?? 0) + 1;
      return [fault(`row ${row}`, 'csv-not-readable', { row })];
    }
  }
  return [];
}

/** The first line break outside quotes is the one that the file uses. */
function lineEndOf(table: string): string {
  let quoted = false;
  for (const { 0: sign } of table.matchAll(/"|\r\n|\r|\n/g)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted) return sign;
  }
  return '\n';
}

/** Cuts behind line ends before which the quotes are even; in a table that can be read those are the ends of records. */
function* piecesOf(table: string, lineEnd: string): Generator<string> {
  let from = 0;
  let quote = table.indexOf('"');
  while (from < table.length) {
    let even = true;
    let cut = table.indexOf(lineEnd, from + PIECE);
    for (; cut >= 0; cut = table.indexOf(lineEnd, cut + lineEnd.length)) {
      for (; quote >= 0 && quote < cut; quote = table.indexOf('"', quote + 1)) even = !even;
      if (even) break;
    }
    const to = cut < 0 ? table.length : cut + lineEnd.length;
    yield table.slice(from, to);
    from = to;
  }
}

/** The separator under which the header names most of the expected columns; with none, the one that occurs most. */
function separatorOf(table: string, expected: ReadonlySet<string>): string {
  const end = table.search(/[\r\n]/);
  const header = end < 0 ? table : table.slice(0, end);
  const scored = [',', ';', '\t'].map((separator) => {
    const names = header.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return { separator, known: names.filter((name) => expected.has(name)).length, all: names.length };
  });
  scored.sort((a, b) => b.known - a.known || b.all - a.all);
  return scored[0]?.separator ?? ',';
}
