// The composition root of the server: opens everything, hands it to the web application, and takes it down in order.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deps, Log } from '../actions/deps.ts';
import { hashPassword, verifyPassword } from '../security/password.ts';
import { newCode, newSecret, sha256 } from '../security/secret.ts';
import { openStores } from '../storage/open-stores.ts';
import { requestListener } from '../web/request-listener.ts';
import type { Config } from './read-config.ts';
import { softwareVersion } from './software-version.ts';

// The worker is always the compiled file: Node 20 runs no TypeScript, and tests import this module from src/.
const workerFile = fileURLToPath(new URL('../../dist/storage/submission-worker.js', import.meta.url));

export type Stores = Awaited<ReturnType<typeof openStores>>;

export async function openDeps(databaseFile: string, log: Log): Promise<{ deps: Deps; stores: Stores }> {
  const stores = await openStores({ file: databaseFile, workerFile, log });
  const deps: Deps = {
    studies: stores.studies,
    accounts: stores.accounts,
    submissions: stores.submissions,
    submissionWriter: stores.submissionWriter,
    passwords: { hash: hashPassword, verify: verifyPassword },
    now: () => Date.now(),
    newSecret,
    newCode,
    sha256,
    log,
  };
  return { deps, stores };
}

export interface RunningServer {
  /** Where it listens, which is not what config.publicUrl says when the port was 0. */
  readonly address: string;
  readonly publicUrl: string;
  readonly deps: Deps;
  /** Stops listening, lets requests under way finish, writes what is queued, closes the file. */
  close(): Promise<void>;
}

export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  mkdirSync(config.dataFolder, { recursive: true });
  const { deps, stores } = await openDeps(config.databaseFile, log);
  const server = createServer();
  const port = await listen(server, config);
  const publicUrl = config.publicUrl.replace(/:0$/, `:${port}`);
  const webConfig = {
    publicUrl,
    sessionSecret: config.sessionSecret || keptSecret(config.dataFolder),
    trustProxy: config.trustProxy,
    respondentLimit: config.respondentLimit,
    signInLimit: config.signInLimit,
    uploadLimit: config.uploadLimit,
    softwareVersion,
  };
  let closing = false;
  const healthy = async () => !closing && (await stores.isHealthy());
  server.on('request', requestListener(deps, webConfig, stores.sessions, healthy));
  return {
    address: `http://${config.host}:${port}`,
    publicUrl,
    deps,
    async close() {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Whoever is still sending after ten seconds is cut off, so that a stop is a stop.
      const patience = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearTimeout(patience);
      await stores.close();
    },
  };
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve((server.address() as AddressInfo).port));
  });
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
