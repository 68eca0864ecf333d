// A real server on a real SQLite file in a temporary folder, as the command line starts it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../src/actions/deps.ts';
import { makeOneTimeLink } from '../../src/actions/one-time-link.ts';
import { loadExample } from '../../src/bin/load-example.ts';
import { readConfig } from '../../src/bin/read-config.ts';
import { type RunningServer, startServer } from '../../src/bin/start-server.ts';
import { links } from '../../src/web/links.ts';

export interface TestServer extends RunningServer {
  readonly folder: string;
  readonly databaseFile: string;
  /** What was logged at warn or above; a test that expects silence can look. */
  readonly logged: readonly string[];
  /** A path of the set-up page of the first account. */
  setUpPath(): Promise<string>;
  /** The respondent code of the example study. */
  exampleCode(): Promise<string>;
}

export const quiet: Log = { info() {}, warn() {}, error() {} };

export async function startTestServer(
  options: { example?: boolean; environment?: Record<string, string> } = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'axial-test-'));
  const read = readConfig({
    AXIAL_DATA_DIR: folder,
    AXIAL_PORT: '0',
    AXIAL_PUBLIC_URL: 'http://127.0.0.1:0',
    AXIAL_RESPONDENT_LIMIT: '0',
    AXIAL_SIGN_IN_LIMIT: '1000',
    ...options.environment,
  });
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  const logged: string[] = [];
  const log: Log = {
    info() {},
    warn: (details, message) => void logged.push(`${message} ${JSON.stringify(details)}`),
    error: (details, message) => void logged.push(`${message} ${JSON.stringify(details)}`),
  };
  const server = await startServer(read.config, log);
  if (options.example !== false) await loadExample(server.deps);
  return {
    ...server,
    folder,
    databaseFile: read.config.databaseFile,
    logged,
    async setUpPath() {
      return links.setUp(await makeOneTimeLink(server.deps, { purpose: 'first-account' }));
    },
    async exampleCode() {
      const study = await server.deps.studies.findOptionalStudyByKey('social-security');
      const deployment = study && (await server.deps.studies.findOptionalDeployment(study.id));
      if (!deployment) throw new Error('the example is not loaded');
      return deployment.code;
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
