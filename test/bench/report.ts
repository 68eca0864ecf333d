/** One line of the benchmark: a ratio, what it should be, and the numbers it came from. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly goal: string;
  /** undefined where there was nothing to compare with. */
  readonly met: boolean | undefined;
  readonly from: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function atLeast(what: string, value: number, goal: number, from: string): Row {
  return { what, value, goal: `>= ${goal}`, met: value >= goal, from };
}

export function atMost(what: string, value: number, goal: number, from: string): Row {
  return { what, value, goal: `<= ${goal}`, met: value <= goal, from };
}

export function print(title: string, rows: readonly Row[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const row of rows)
    process.stdout.write(
      `  ${row.met === undefined ? '--  ' : row.met ? 'ok  ' : 'MISS'} ${row.what.padEnd(74)} ${row.value.toPrecision(3).padStart(7)}  ${row.goal.padEnd(9)} ${row.from}\n`,
    );
}
