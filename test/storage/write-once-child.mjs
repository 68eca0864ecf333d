// Tries to write one submission and prints what came of it. node write-once-child.mjs DATABASE
import { SubmissionQueue } from '../../dist/storage/submission-queue.js';

const [file] = process.argv.slice(2);
const reasons = [];
const log = { info() {}, warn() {}, error: (details) => reasons.push(details.reason ?? String(details.err)) };
const workerFile = new URL('../../dist/storage/submission-worker.js', import.meta.url);
const queue = new SubmissionQueue({ file, workerFile, log });
const ids = { deploymentId: 1, versionId: 1, language: 'fa', consentHash: 'c'.repeat(64) };
const write = { kind: 'begin', key: 'read-only', ...ids, day: '2026-11-23', answerCount: 6 };
const result = await queue.write(write).catch((error) => error.code ?? String(error));
const fault = await queue.status().then(
  (status) => status.fault,
  (error) => error.message,
);
await queue.close();
console.log(JSON.stringify({ result, reasons, fault }));
