// A table of results once, for the page and for its CSV, so that the two cannot differ.

import type { Cell } from '../../../formats/csv/write-table-csv.ts';

export interface TableColumn {
  /** Null for a column that only the CSV has. */
  readonly head: string | null;
  /** Names of the CSV's columns: two for an interval. */
  readonly csv: readonly string[];
  /** A symbol, set in italics where the script has them. */
  readonly symbol?: boolean;
  /** What a short head stands for. */
  readonly full?: string;
  /** Words, not numbers: aligned to the start. */
  readonly words?: boolean;
}

export interface TableCell {
  readonly text: string;
  /** Letter of the footnote that says why there is no number. */
  readonly mark: string;
  /** As many as the column has names; rounded as on the page. */
  readonly csv: readonly Cell[];
  /** A class of the cell. */
  readonly tone?: string;
  /** A key of the study: written from left to right. */
  readonly key?: boolean;
}

export type TableRow =
  | { readonly kind: 'group'; readonly label: string }
  | { readonly kind: 'cells'; readonly cells: readonly TableCell[] };

export interface ResultTable {
  readonly id: string;
  readonly style: 'apa' | 'heat';
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Sentences under the table; the first stands after "Note." */
  readonly notes: readonly string[];
}

/** Header and rows of the CSV of a table. */
export function tableCsvOf(table: ResultTable): {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
} {
  return {
    header: table.columns.flatMap(({ csv }) => csv),
    rows: table.rows.flatMap((row) => (row.kind === 'cells' ? [row.cells.flatMap(({ csv }) => csv)] : [])),
  };
}
