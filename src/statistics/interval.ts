/** A confidence interval with its level, say 0.95. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** Throws RangeError unless 0 < level < 1; name is the function that asks. */
export function requireLevel(level: number, name: string): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${name} requires a level between 0 and 1`);
}
