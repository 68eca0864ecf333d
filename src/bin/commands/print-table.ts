import type { Interval } from '../../statistics/interval.ts';
import { type Estimate, isNotEstimable } from '../../statistics/not-estimable.ts';

/** A number for a table, or the code of the reason why there is none. */
export function number(value: Estimate<number> | null, decimals = 3): string {
  if (value === null) return '–';
  return isNotEstimable(value) ? value.notEstimable : value.toFixed(decimals);
}

export function interval(value: Estimate<Pick<Interval, 'lower' | 'upper'>> | null): string {
  if (value === null) return '–';
  return isNotEstimable(value)
    ? value.notEstimable
    : `[${value.lower.toFixed(3)}, ${value.upper.toFixed(3)}]`;
}

/** p as journals print it. */
export function pValue(value: Estimate<number> | null): string {
  if (value === null) return '–';
  if (isNotEstimable(value)) return value.notEstimable;
  return value < 0.001 ? '<.001' : value.toFixed(3).replace(/^0/, '');
}

/** One part of an estimate; its reason when there is no estimate. */
export function part<T, R>(value: Estimate<T>, take: (value: T) => R): Estimate<R> {
  return isNotEstimable(value) ? value : take(value);
}

export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  if (rows.length === 0) return '';
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}
