import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface RResult {
  readonly seconds: number;
  /** Of the processor. */
  readonly processor: number;
  /** A number of the result, to compare. */
  readonly value: number;
}

export interface RSession {
  /** R's version, and those of the packages the tasks use. */
  readonly versions: string;
  /** Runs a task of r/tasks.R; its time, or the packages it lacks. */
  run(task: string): Promise<RResult | { readonly lacking: string }>;
  close(): void;
}

/** One R process that lives as long as the benchmark; undefined where R is not installed. */
export async function openRSession(script: string, folder: string): Promise<RSession | undefined> {
  const child = spawn('Rscript', ['--vanilla', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<undefined>((resolve) => child.once('error', () => resolve(undefined)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string[]> => {
    for (;;) {
      const line = await lines.next();
      if (line.done) throw new Error('R ended before it answered');
      const words = line.value.trim().split(/\s+/);
      if (['ready', 'done', 'lacking'].includes(words[0]!)) return words;
    }
  };
  const ready = await Promise.race([failed, next()]);
  if (ready === undefined) return undefined;
  return {
    versions: ready.slice(1).join(' ').replace(' . ', '.'),
    async run(task) {
      child.stdin.write(`${task}\n`);
      const [state, ...rest] = await next();
      if (state === 'lacking') return { lacking: rest.join(', ') };
      const [seconds, processor, value] = rest.map(Number);
      return { seconds: seconds!, processor: processor!, value: value! };
    },
    close: () => child.stdin.end(),
  };
}
