import type { Connection } from './connection.ts';

const HEAD =
  '-- What the database looks like after all migrations. Generated; test/storage/schema.test.ts keeps it true.\n';

/** Every table, index, trigger and view, each table followed by what belongs to it. */
export function schemaText(connection: Connection): string {
  const statements = connection
    .prepare<[], string>(`
      SELECT sql FROM sqlite_schema AS part
      WHERE sql IS NOT NULL
      ORDER BY
        (SELECT min(rowid) FROM sqlite_schema WHERE tbl_name = part.tbl_name),
        rowid`)
    .pluck()
    .all();
  return `${HEAD}\n${statements.map((sql) => `${sql};`).join('\n\n')}\n`;
}
