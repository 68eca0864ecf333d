import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, openConnection } from '../../src/storage/connection.ts';
import { migrate, pendingMigrations, readMigrations } from '../../src/storage/migrate.ts';
import { temporaryFolder } from './temporary-database.ts';

let folder: string;
let remove: () => void;
let connection: Connection;

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  mkdirSync(join(folder, 'migrations'));
  connection = openConnection(join(folder, 'axial.sqlite'));
});
afterEach(() => {
  connection.close();
  remove();
});

function file(name: string, sql: string): void {
  writeFileSync(join(folder, 'migrations', name), sql);
}
const read = () => readMigrations(join(folder, 'migrations'));
const tables = () =>
  connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

describe('migrate', () => {
  it('runs the files in the order of their minutes, each once', () => {
    file('202601010002_b__create.sql', 'CREATE TABLE b (a_id INTEGER REFERENCES a (id)) STRICT;');
    file('202601010001_a__create.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;');
    expect(migrate(connection, read())).toEqual(['202601010001_a__create.sql', '202601010002_b__create.sql']);
    expect(migrate(connection, read())).toEqual([]);
    expect(tables()).toEqual(['a', 'b', 'migration']);
  });

  it('refuses a database that had a migration which was edited since', () => {
    file('202601010001_a__create.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;');
    migrate(connection, read());
    file('202601010001_a__create.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT) STRICT;');
    expect(() => migrate(connection, read())).toThrow('202601010001_a__create.sql was edited');
  });

  it('refuses a migration that was merged late, before one that was applied', () => {
    file('202601010002_b__create.sql', 'CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT;');
    migrate(connection, read());
    file('202601010001_a__create.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;');
    expect(() => migrate(connection, read())).toThrow(
      '202601010002_b__create.sql where this program has 202601010001',
    );
    expect(tables()).not.toContain('a');
  });

  it('refuses a database of a newer program', () => {
    file('202601010001_a__create.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;');
    migrate(connection, read());
    expect(() => pendingMigrations(connection, [])).toThrow('newer or another program');
  });

  it('leaves nothing of a migration that fails half way', () => {
    file('202601010001_a__create.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; SELECT nonsense;');
    expect(() => migrate(connection, read())).toThrow(
      '202601010001_a__create.sql failed: no such column: nonsense',
    );
    expect(tables()).toEqual([]);
  });

  it('refuses a migration that leaves a row without its parent', () => {
    file(
      '202601010001_a__create.sql',
      'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1);',
    );
    file(
      '202601010002_b__create.sql',
      'CREATE TABLE b (a_id INTEGER REFERENCES a) STRICT; INSERT INTO b VALUES (1);',
    );
    migrate(connection, read());
    file('202601010003_a__clear.sql', 'DELETE FROM a;');
    expect(() => migrate(connection, read())).toThrow('1 rows lost what their foreign key points at');
    expect(connection.prepare('SELECT count(*) FROM a').pluck().get()).toBe(1);
  });

  it('can rebuild a table that others refer to, as the cook-book says, and checks foreign keys afterwards', () => {
    file(
      '202601010001_a__create.sql',
      'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1);',
    );
    file(
      '202601010002_b__create.sql',
      'CREATE TABLE b (a_id INTEGER REFERENCES a (id) ON DELETE CASCADE) STRICT; INSERT INTO b VALUES (1);',
    );
    file(
      '202601010003_a__tighten.sql',
      `CREATE TABLE a_new (id INTEGER PRIMARY KEY CHECK (id > 0)) STRICT; INSERT INTO a_new SELECT * FROM a;
       DROP TABLE a; ALTER TABLE a_new RENAME TO a;`,
    );
    migrate(connection, read());
    expect(connection.prepare('SELECT count(*) FROM b').pluck().get()).toBe(1);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses a file whose name is not a minute, a table and an operation', () => {
    file('1_add_things.sql', 'SELECT 1;');
    expect(read).toThrow('migrations/1_add_things.sql: the name must be');
  });
});

it("finds the project's own migrations, all of them well named", () => {
  expect(readMigrations().map((migration) => migration.name)[0]).toBe('202611231930_account__create.sql');
});
