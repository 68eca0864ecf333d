import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { publishedStudy } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const child = fileURLToPath(new URL('write-once-child.mjs', import.meta.url));
const database = temporaryDatabase();
afterAll(() => database.remove());

/** Permissions do not bind root, so root runs the child as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Root may have the project where nobody else may look (/root); then only submission-batch.test.ts covers this fault. */
const childMayRun = spawnSync(process.execPath, ['--check', child], nobody).status === 0;

function writeOnce(): { result: string; reasons: string[]; fault: string | null } {
  return JSON.parse(execFileSync(process.execPath, [child, database.file], { ...nobody, encoding: 'utf8' }));
}

function allow(mode: number): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (nobody.uid) chownSync(database.file + suffix, nobody.uid, nobody.gid);
    chmodSync(database.file + suffix, mode);
  }
}

it.skipIf(!childMayRun)(
  'a file that became read-only makes submissions notSaved, says why in the log, and recovers',
  async () => {
    await publishedStudy(database);
    if (nobody.uid) chownSync(dirname(database.file), nobody.uid, nobody.gid);
    allow(0o400);
    const refused = writeOnce();
    expect(refused.result).toBe('not-saved');
    expect(refused.reasons.join()).toContain('SQLITE_READONLY');
    expect(refused.fault).toContain('readonly');
    allow(0o600);
    expect(writeOnce()).toEqual({ result: 'stored', reasons: [], fault: null });
  },
);
