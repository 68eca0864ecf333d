// One server of the benchmark, in a process of its own: `node bench-server.js <variant> <folder> <submissions>`.
// Prints one line of JSON when it listens; ends with its parent.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Deps } from '../../src/actions/deps.ts';
import { questionnaireOf } from '../../src/domain/questionnaire.ts';
import type { Submission } from '../../src/domain/submission.ts';
import { answerKeysOf } from '../../src/domain/version.ts';
import { writeStudyFile } from '../../src/formats/study-file/write-study-file.ts';
import { sha256 } from '../../src/security/secret.ts';
import { openConnection } from '../../src/storage/connection.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { submissionApplier } from '../../src/storage/submission-apply.ts';
import { packageRoot } from '../../src/web/assets.ts';
import { requestListener } from '../../src/web/request-listener.ts';
import { freshQuestionsPage } from '../../src/web/respond/draw-questions.ts';
import { benchKey } from './bench-server-key.ts';
import { benchStudy } from './bench-study.ts';
import { memorySubmissions } from './memory-submissions.ts';
import { perRequestWriter } from './per-request-writer.ts';

export type Variant = 'product' | 'memory' | 'per-request' | 'ejs' | 'raw';

const [variant = 'product', folder = '.', submissions = '0'] = process.argv.slice(2);
const study = benchStudy();
const questionnaire = questionnaireOf(study, null);
const drawn = () =>
  freshQuestionsPage(
    { questionnaire, page: 1, language: 'en', action: `/s/bench/${benchKey(0)}/1`, answers: [] },
    null,
  );
process.on('disconnect', () => process.exit(0));

function listen(server: ReturnType<typeof createServer>, details: object): void {
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port, ...details });
  });
}

if (variant === 'raw') {
  const page = Buffer.from(await drawn());
  const head = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': page.length };
  listen(
    createServer((request, response) => {
      request.resume();
      response.writeHead(200, head).end(page);
    }),
    {},
  );
} else if (variant === 'ejs') {
  const app = express();
  app.disable('etag');
  app.get('/', async (_request, response) => {
    response.type('html').send(await drawn());
  });
  listen(createServer(app), {});
} else {
  const file = join(folder, `${variant}.sqlite`);
  const workerFile = join(packageRoot, 'dist/storage/submission-worker.js');
  const stores = await openStores({ file, workerFile });
  const text = writeStudyFile(study);
  const record = await stores.studies.insertStudy(null, study.key, text, 0);
  const version = await stores.studies.publishVersion({
    studyId: record.id,
    expectedRevision: record.draftRevision,
    document: text,
    contentHash: sha256(text),
    answerKeys: answerKeysOf(study),
    note: '',
    accountId: null,
    newCode: 'bench',
    now: 0,
  });
  const deployment = (await stores.studies.findOptionalDeployment(record.id))!;
  const started = new Map<string, Submission>();
  const connection = openConnection(file);
  const applier = submissionApplier(connection);
  connection.transaction(() => {
    for (let i = 0; i < Number(submissions); i++) {
      const key = benchKey(i);
      applier.apply({
        kind: 'begin',
        key,
        deploymentId: deployment.id,
        versionId: version.id,
        language: 'en',
        consentHash: sha256(study.consent.text.en!),
        day: '2026-11-23',
        answerCount: version.answerKeys.length,
      });
      started.set(key, {
        key,
        deploymentId: deployment.id,
        versionId: version.id,
        mode: 'web',
        language: 'en',
        state: 'in-progress',
        pagesSent: 0,
        answers: version.answerKeys.map(() => null),
      });
    }
  })();
  connection.close();
  const deps: Deps = {
    studies: stores.studies,
    accounts: stores.accounts,
    submissions: stores.submissions,
    submissionWriter: variant === 'per-request' ? perRequestWriter(file) : stores.submissionWriter,
    ...(variant === 'memory' ? memorySubmissions(started) : {}),
    passwords: { hash: async () => '', verify: async () => false },
    now: () => Date.now(),
    newSecret: () => '',
    newCode: () => '',
    sha256,
    log: { info() {}, warn() {}, error: (details, message) => console.error(message, details) },
  };
  const config = {
    publicUrl: 'http://127.0.0.1',
    sessionSecret: 'bench',
    trustProxy: 0,
    respondentLimit: 0,
    signInLimit: 1000,
    uploadLimit: 1,
    softwareVersion: '',
  };
  listen(createServer(requestListener(deps, config, stores.sessions, async () => true)), {
    code: deployment.code,
  });
}
