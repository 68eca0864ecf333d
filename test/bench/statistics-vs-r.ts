import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/web/assets.ts';
import { byteData, csvOf, likertData } from './likert-data.ts';
import { openRSession, type RSession } from './r-session.ts';
import { median, type Row } from './report.ts';
import { type Comparison, comparisons } from './statistics-comparisons.ts';

/** The statistics library against R, each row a ratio of medians of interleaved rounds on the same data. */
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

async function compare(comparison: Comparison, session: RSession | undefined): Promise<Row[]> {
  const { what, goal, rounds, repeats, plain = [] } = comparison;
  const ours: number[] = [];
  const theirs: number[] = [];
  const plains = plain.map((): number[] => []);
  let lacking = session ? '' : 'R';
  let value = 0;
  // The first round warms both sides and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const own = timed(comparison.run, round === 0 ? 1 : repeats);
    value = own.value;
    if (round > 0) ours.push(own.seconds);
    plain.forEach((loop, at) => {
      const { seconds } = timed(loop.run, 1);
      if (round > 0) plains[at]!.push(seconds);
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
    if (round > 0) theirs.push(result.seconds * (comparison.share ?? 1));
  }
  const own = median(ours);
  const rows: Row[] = [];
  const row = (name: string, other: number, most: number, from: string): void => {
    const ratio = own / other;
    rows.push({
      what: name,
      value: ratio,
      goal: most < 1 ? `<= 1/${Math.round(1 / most)}` : `<= ${most}`,
      met: ratio <= most,
      from,
    });
  };
  if (!lacking)
    row(`${what} / ${comparison.rival}`, median(theirs), goal, `${ms(own)} / ${ms(median(theirs))}`);
  else
    rows.push({ what, value: own * 1000, goal: '', met: undefined, from: `ms; ${lacking} is not installed` });
  plain.forEach((loop, at) => {
    const other = median(plains[at]!);
    row(`${what} / ${loop.what}`, other, loop.goal, `${ms(own)} / ${ms(other)}`);
  });
  if (comparison.seconds)
    rows.push({
      what: `${what}, seconds here`,
      value: own,
      goal: `<= ${comparison.seconds}`,
      met: own <= comparison.seconds,
      from: '',
    });
  return rows;
}

function timed<T>(work: () => T, repeats: number): { seconds: number; value: T } {
  const started = performance.now();
  let value = work();
  for (let repeat = 1; repeat < repeats; repeat++) value = work();
  return { seconds: (performance.now() - started) / 1000 / repeats, value };
}

function ms(seconds: number): string {
  const time = seconds * 1000;
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}
