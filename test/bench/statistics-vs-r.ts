import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/web/assets.ts';
import { byteData, csvOf, likertData } from './likert-data.ts';
import { openRSession, type RSession } from './r-session.ts';
import { median, type Row } from './report.ts';
import { type Comparison, comparisons } from './statistics-comparisons.ts';

/**
 * The statistics library against R, each row a ratio of medians of interleaved rounds on the same data,
 * one thread on both sides, in time of the processor: what else the machine does is in no ratio.
 */
export async function benchStatisticsAgainstR(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'axial-bench-r-'));
  // The shape of psych's bfi: 2,800 people, five scales of five items, six points, one answer in 180 missing.
  const likert = likertData(20261123, 2800, [5, 5, 5, 5, 5], { points: 6, missing: 1 / 180 });
  // The shape of seminr's mobi: 250 customers, seven constructs.
  const mobile = likertData(20261124, 250, [5, 3, 5, 4, 3, 2, 2], { points: 10, missing: 0 });
  const large = byteData(20261125, 1_000_000, 30);
  writeFileSync(join(folder, 'likert.csv'), csvOf(likert));
  writeFileSync(join(folder, 'mobile.csv'), csvOf(mobile));
  writeFileSync(join(folder, 'large.i8'), Buffer.concat(large.map((column) => Buffer.from(column.buffer))));
  const session = await openRSession(join(packageRoot, 'test/bench/r/session.R'), folder);
  process.stdout.write(
    `\nR ${session?.versions ?? 'is not installed: plain loops take its place where there are any'}\n`,
  );
  try {
    const rows: Row[] = [];
    for (const comparison of comparisons({ likert, mobile, large }))
      rows.push(...(await compare(comparison, session)));
    return rows;
  } finally {
    session?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Time {
  readonly elapsed: number;
  /** Of the processor, all threads: other work on the machine stretches the elapsed time of a long run more. */
  readonly processor: number;
}

async function compare(comparison: Comparison, session: RSession | undefined): Promise<Row[]> {
  const { what, goal, rounds, repeats, plain = [], share = 1 } = comparison;
  const ours: Time[] = [];
  const theirs: Time[] = [];
  const plains = plain.map((): Time[] => []);
  let lacking = session ? '' : 'R';
  // The first round warms both sides and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const { value, ...time } = timed(comparison.run, repeats);
    if (round > 0) ours.push(time);
    plain.forEach((loop, at) => {
      const { elapsed, processor } = timed(loop.run, 1);
      if (round > 0) plains[at]!.push({ elapsed, processor });
    });
    if (!session || lacking) continue;
    const result = await session.run(comparison.task);
    if ('lacking' in result) {
      lacking = result.lacking;
      continue;
    }
    const deviation = Math.abs(result.value - value) / Math.abs(result.value);
    if (!(deviation <= comparison.tolerance))
      throw new Error(`${what}: R has ${result.value}, this library ${value}: not the same work`);
    if (round > 0) theirs.push({ elapsed: result.seconds * share, processor: result.processor * share });
  }
  const rows = plain.map((loop, at) => ratio(`${what} / ${loop.what}`, ours, plains[at]!, loop.goal));
  if (lacking) {
    const from = `ms; ${lacking} is not installed`;
    rows.unshift({ what, value: of(ours, 'elapsed') * 1000, goal: '', met: undefined, from });
  } else rows.unshift(ratio(`${what} / ${comparison.rival}`, ours, theirs, goal));
  if (comparison.seconds) {
    const seconds = of(ours, 'elapsed');
    const most = comparison.seconds;
    rows.push({
      what: `${what}, seconds here`,
      value: seconds,
      goal: `<= ${most}`,
      met: seconds <= most,
      from: '',
    });
  }
  return rows;
}

function ratio(what: string, ours: readonly Time[], theirs: readonly Time[], most: number): Row {
  const value = of(ours, 'processor') / of(theirs, 'processor');
  const elapsed = `${ms(of(ours, 'elapsed'))} / ${ms(of(theirs, 'elapsed'))}`;
  const processor = `${ms(of(ours, 'processor'))} / ${ms(of(theirs, 'processor'))}`;
  return {
    what,
    value,
    goal: most < 1 ? `<= 1/${Math.round(1 / most)}` : `<= ${most}`,
    met: value <= most,
    from: `${processor} (elapsed ${elapsed})`,
  };
}

function of(times: readonly Time[], which: keyof Time): number {
  return median(times.map((time) => time[which]));
}

function timed<T>(work: () => T, repeats: number): Time & { value: T } {
  const before = process.cpuUsage();
  const started = performance.now();
  let value = work();
  for (let repeat = 1; repeat < repeats; repeat++) value = work();
  const elapsed = (performance.now() - started) / 1000 / repeats;
  const { user, system } = process.cpuUsage(before);
  return { elapsed, processor: (user + system) / 1e6 / repeats, value };
}

function ms(seconds: number): string {
  const time = seconds * 1000;
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}
