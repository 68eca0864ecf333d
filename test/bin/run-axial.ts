// The command line as people run it: the compiled program in a process of its own, on a folder of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { type OpenStoresOptions, openStores } from '../../src/storage/open-stores.ts';
import { workerFile } from '../storage/temporary-database.ts';
import { quiet } from '../support/start-test-server.ts';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
export const exampleFile = join(projectRoot, 'static/examples/social-security.study.json');
export const axialFile = join(projectRoot, 'dist/bin/axial.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly program?: string;
  readonly nodeFlags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly user?: { readonly uid?: number; readonly gid?: number };
}

/** Without the settings of whoever runs the tests. */
function environmentWith(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AXIAL_') && name !== 'PORT');
  return { ...Object.fromEntries(own), ...extra };
}

export function startAxial(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const { cwd = tmpdir(), program = axialFile, nodeFlags = [], environment, user = {} } = options;
  const command = [...nodeFlags, program, ...args];
  return spawn(process.execPath, command, { cwd, env: environmentWith(environment), ...user });
}

export function endOf(child: ChildProcess): Promise<Ended> {
  const pieces = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8');
    child[name]?.on('data', (piece: string) => {
      pieces[name] += piece;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...pieces }));
  });
}

export const runAxial = (args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  endOf(startAxial(args, options));

/** A folder for the file of tests that asks for it, gone after its last test. */
export function temporaryFolder(): { readonly path: string; file(name: string): string } {
  let path = '';
  beforeAll(() => {
    path = mkdtempSync(join(tmpdir(), 'axial-bin-'));
  });
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    get path() {
      return path;
    },
    file: (name) => join(path, name),
  };
}

/** Opens the stores of a data folder, making the database where there is none, and closes them after the work. */
export async function withStores<T>(
  dataFolder: string,
  work: (stores: Awaited<ReturnType<typeof openStores>>) => T | Promise<T>,
  options: Partial<OpenStoresOptions> = {},
): Promise<T> {
  const stores = await openStores({
    file: join(dataFolder, 'axial.sqlite'),
    workerFile,
    log: quiet,
    ...options,
  });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** What an SQL query says about a data folder. */
export function ask(dataFolder: string, sql: string): Promise<unknown[]> {
  return withStores(dataFolder, ({ database }) => database.reader.prepare(sql).all());
}
