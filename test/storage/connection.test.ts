import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openConnection } from '../../src/storage/connection.ts';
import { temporaryDatabase, temporaryFolder } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());

describe('a connection', () => {
  it('writes ahead, waits for other writers, keeps foreign keys and wipes what is deleted', () => {
    const read = (name: string) => database.connection.pragma(name, { simple: true });
    expect(read('journal_mode')).toBe('wal');
    expect(read('busy_timeout')).toBe(5000);
    expect(read('foreign_keys')).toBe(1);
    expect(read('secure_delete')).toBe(1);
  });

  it('is still at synchronous=FULL after a write: better-sqlite3 would otherwise have fallen to NORMAL', () => {
    database.connection.exec("INSERT INTO study (key, draft, draft_changed_at) VALUES ('full', '', 0)");
    expect(database.connection.pragma('synchronous', { simple: true })).toBe(2);
  });

  it("makes a file that only the server's user can read", () => {
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(database.file + suffix).mode & 0o777, suffix).toBe(0o600);
    }
  });

  it('refuses a read-only connection to write', () => {
    expect(() => database.reader.exec('DELETE FROM study')).toThrow('readonly');
  });

  it('does not make a new file where an existing one is expected', () => {
    const { folder, remove } = temporaryFolder();
    expect(() => openConnection(join(folder, 'none.sqlite'), { mustExist: true })).toThrow();
    expect(() => openConnection(join(folder, 'none.sqlite'), { readonly: true })).toThrow();
    remove();
  });
});

describe('deleted content', () => {
  it('is gone from the file, not only from the tables', async () => {
    const { readFileSync } = await import('node:fs');
    const secret = 'a-sentence-that-must-not-survive';
    database.connection
      .prepare("INSERT INTO study (key, draft, draft_changed_at) VALUES ('gone', ?, 0)")
      .run(secret);
    database.connection.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(database.file).includes(secret)).toBe(true);
    database.connection.exec("DELETE FROM study WHERE key = 'gone'");
    database.connection.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(database.file).includes(secret)).toBe(false);
  });
});
