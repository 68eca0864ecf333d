// The composition root of the server: opens everything, hands it to the web application, and takes it down in order.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Deps, Log } from '../actions/deps.ts';
import { requestListener } from '../web/request-listener.ts';
import { UsageError } from './commands/usage-error.ts';
import { openDeps } from './open-deps.ts';
import type { Config } from './read-config.ts';
import { softwareVersion } from './software-version.ts';
import { systemReason } from './system-reason.ts';

export interface RunningServer {
  /** Where it listens, which is not what config.publicUrl says when the port was 0. */
  readonly address: string;
  readonly publicUrl: string;
  readonly deps: Deps;
  /** Stops listening, lets requests under way finish, writes what is queued, closes the file. */
  close(): Promise<void>;
}

export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  inDataFolder(config, () => mkdirSync(config.dataFolder, { recursive: true }));
  const server = createServer();
  // The port comes first: while another server has it, this one must not touch the database that may be the other's.
  const ready = deferredRequests(server);
  const port = await listen(server, config);
  try {
    return await openBehind(server, port, ready, config, log);
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

async function openBehind(
  server: Server,
  port: number,
  ready: (listener: RequestListener) => void,
  config: Config,
  log: Log,
): Promise<RunningServer> {
  const sessionSecret = config.sessionSecret || inDataFolder(config, () => keptSecret(config.dataFolder));
  const { deps, stores } = await openDeps(config.databaseFile, log);
  const publicUrl = config.publicUrl.replace(/:0$/, `:${port}`);
  const webConfig = {
    publicUrl,
    sessionSecret,
    trustProxy: config.trustProxy,
    respondentLimit: config.respondentLimit,
    signInLimit: config.signInLimit,
    uploadLimit: config.uploadLimit,
    softwareVersion,
  };
  let closing = false;
  const healthy = async () => !closing && (await stores.isHealthy());
  ready(requestListener(deps, webConfig, stores.sessions, healthy));
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
    server.once('error', (error) => {
      const reason = systemReason(error);
      const place = `port ${config.port} on ${config.host}`;
      reject(reason === null ? error : new UsageError(`cannot listen on ${place}: ${reason}`));
    });
    server.listen(config.port, config.host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Requests that come before the listener wait for it. */
function deferredRequests(server: Server): (listener: RequestListener) => void {
  const waiting: Parameters<RequestListener>[] = [];
  const wait: RequestListener = (...request) => void waiting.push(request);
  server.on('request', wait);
  return (listener) => {
    server.off('request', wait);
    server.on('request', listener);
    for (const request of waiting) listener(...request);
  };
}

function inDataFolder<T>({ dataFolder }: Config, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = systemReason(error);
    throw reason === null
      ? error
      : new UsageError(`cannot write in the data folder ${dataFolder}: ${reason}`);
  }
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
