// Writes as fast as it can until it is killed, and notes in a file what was acknowledged.
// node kill-child.mjs DATABASE ACKNOWLEDGED VERSION_ID DEPLOYMENT_ID PREFIX
import { openSync, writeSync } from 'node:fs';
import { SubmissionQueue } from '../../dist/storage/submission-queue.js';

const [file, acknowledgedFile, versionId, deploymentId, prefix] = process.argv.slice(2);
const workerFile = new URL('../../dist/storage/submission-worker.js', import.meta.url);
const queue = new SubmissionQueue({ file, workerFile });
const acknowledged = openSync(acknowledgedFile, 'a');
const day = '2026-11-23';

async function respondent(number) {
  for (let round = 0; ; round++) {
    const key = `${prefix}-${number}-${round}`;
    const consentHash = 'c'.repeat(64);
    const ids = { versionId: Number(versionId), deploymentId: Number(deploymentId) };
    await queue.write({ kind: 'begin', key, ...ids, language: 'fa', consentHash, day, answerCount: 6 });
    writeSync(acknowledged, `${key} 0\n`);
    for (const page of [1, 2]) {
      const answers = [0, 1, 2].map((index) => [3 * (page - 1) + index, page]);
      await queue.write({ kind: 'save-page', key, page, answers, layout: null, finish: page === 2, day });
      writeSync(acknowledged, `${key} ${page}\n`);
    }
  }
}

for (let number = 0; number < 32; number++) respondent(number);
