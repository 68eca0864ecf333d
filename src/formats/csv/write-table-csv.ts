import { stringify } from 'csv-stringify/sync';

/** A number is written with all its digits; null, and a number that is none (NaN), as an empty cell. */
export type Cell = string | number | null;

export interface TableCsvOptions {
  /**
   * For opening in Excel: texts that Excel would run as a formula get an apostrophe before them, and a byte order mark makes it
   * read the file as UTF-8. Numbers stay numbers. Not for files that a program reads: the apostrophe is part of the text there.
   */
  readonly excelSafe?: boolean;
}

/** A table with a header. Lines end in LF, in the variant for Excel in CRLF. */
export function writeTableCsv(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  options: TableCsvOptions = {},
): string {
  const start = options.excelSafe ? '\uFEFF' : '';
  return start + linesOf([columns, ...rows], columns.length, options);
}

const CHUNK_ROWS = 500;

/** The same bytes as writeTableCsv, in pieces, for tables that are not to be held in memory. */
export async function* streamTableCsv(
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  options: TableCsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  yield writeTableCsv(columns, [], options);
  let chunk: Array<readonly Cell[]> = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK_ROWS) continue;
    yield linesOf(chunk, columns.length, options);
    chunk = [];
  }
  if (chunk.length > 0) yield linesOf(chunk, columns.length, options);
}

function linesOf(rows: ReadonlyArray<readonly Cell[]>, width: number, options: TableCsvOptions): string {
  return stringify(
    rows.map((row) => row.map((cell) => textOf(cell, options.excelSafe === true))),
    {
      record_delimiter: options.excelSafe ? '\r\n' : '\n',
      // Any line break and any space at an edge would be lost by some reader; a lone empty cell would be an empty line.
      quoted_match: /[\r\n]|^\s|\s$/,
      quoted_empty: width === 1,
    },
  );
}

/** What a spreadsheet takes for the beginning of a formula, also in the full-width forms, and behind spaces and quotes. */
const formulaStart = /^[\s"']*[=+\-@＝＋－＠|]|^[\t\r\n]/;

function textOf(cell: Cell, excelSafe: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return excelSafe && formulaStart.test(cell) ? `'${cell}` : cell;
}
