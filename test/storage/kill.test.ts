import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { Submission } from '../../src/domain/submission.ts';
import { submissionStore } from '../../src/storage/submission-store.ts';
import { type PublishedStudy, publishedStudy } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const child = fileURLToPath(new URL('kill-child.mjs', import.meta.url));
const database = temporaryDatabase();
afterAll(() => database.remove());

async function writeUntilKilled({ version, deployment }: PublishedStudy, round: number): Promise<string[]> {
  const acknowledgedFile = `${database.file}.acknowledged-${round}`;
  const ids = [version.id, deployment.id].map(String);
  const writer = spawn(process.execPath, [child, database.file, acknowledgedFile, ...ids, `r${round}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(writer, 'exit');
  while (!existsSync(acknowledgedFile) || statSync(acknowledgedFile).size === 0) {
    if (writer.exitCode !== null) throw new Error('the writer ended by itself');
    await setTimeout(5);
  }
  // Somewhere else in the rhythm of commits and checkpoints each round.
  await setTimeout(100 + 37 * round);
  writer.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
  return readFileSync(acknowledgedFile, 'utf8').split('\n').slice(0, -1);
}

/** Page p holds three times the answer p, or was not reached. */
function isWhole({ answers, pagesSent, state }: Submission): boolean {
  const expected = [1, 1, 1, 2, 2, 2].map((code) => (code <= pagesSent ? code : null));
  return JSON.stringify(answers) === JSON.stringify(expected) && (state === 'finished') === (pagesSent === 2);
}

it('a server that is killed under load, ten times, loses nothing acknowledged and leaves no half page', async () => {
  const published = await publishedStudy(database);
  const acknowledged: string[] = [];
  for (let round = 0; round < 10; round++) {
    const before = acknowledged.length;
    acknowledged.push(...(await writeUntilKilled(published, round)));
    expect(acknowledged.length).toBeGreaterThan(before);
  }
  expect(database.connection.pragma('integrity_check', { simple: true })).toBe('ok');

  const stored = new Map<string, number>();
  let halves = 0;
  for await (const submission of submissionStore(database).streamSubmissions(published.version.id)) {
    stored.set(submission.key, submission.pagesSent);
    if (!isWhole(submission)) halves++;
  }
  expect(halves).toBe(0);
  const lost = acknowledged.filter((line) => {
    const [key, page] = line.split(' ') as [string, string];
    return (stored.get(key) ?? -1) < Number(page);
  });
  expect(lost).toEqual([]);
}, 60_000);
