import { CsvError, parse } from 'csv-parse/sync';
import { type Fault, fault } from '../../domain/fault.ts';

export const MAX_ROWS = 1_000_000;
export const MAX_COLUMNS = 5_000;

export type Cells =
  | { readonly records: ReadonlyArray<readonly string[]> }
  | { readonly faults: readonly Fault[] };

/** The cells of a table with a header; the header's names are trimmed. `expected` are names that help to see the separator. */
export function readCells(text: string, expected: readonly string[]): Cells {
  const table = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (table.includes('\0')) return { faults: [fault('', 'csv-nul')] };
  if (table.trim() === '') return { faults: [fault('', 'csv-empty')] };
  try {
    const records: string[][] = parse(table, {
      delimiter: separatorOf(table, new Set(expected)),
      relax_column_count: true,
      to: MAX_ROWS + 2,
    });
    const header = (records[0] ?? []).map((name) => name.trim());
    if (records.length > MAX_ROWS + 1)
      return { faults: [fault('', 'csv-too-many-rows', { limit: MAX_ROWS })] };
    if (header.length > MAX_COLUMNS) {
      return { faults: [fault('row 1', 'csv-too-many-columns', { limit: MAX_COLUMNS })] };
    }
    return { records: [header, ...records.slice(1)] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number((error as { records?: number }).records ?? 0) + 1;
    return { faults: [fault(`row ${row}`, 'csv-not-readable', { row })] };
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
