import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Variant } from './bench-server.ts';

const script = fileURLToPath(new URL('bench-server.js', import.meta.url));

export interface BenchServer {
  readonly port: number;
  readonly code: string;
  stop(): void;
}

/** Starts one variant on a new database with this many submissions begun. */
export async function startVariant(variant: Variant, submissions: number): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), `axial-bench-${variant}-`));
  const child: ChildProcess = fork(script, [variant, folder, String(submissions)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await new Promise<{ port: number; code?: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number; code?: string }));
    child.once('exit', (code) => reject(new Error(`the ${variant} server ended with ${code}`)));
  });
  return {
    port: ready.port,
    code: ready.code ?? '',
    stop() {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
