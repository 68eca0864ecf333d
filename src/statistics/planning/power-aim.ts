import { requireLevel } from '../interval.ts';

/** How surely an effect of the planned size is to be found, and by which test. */
export interface PowerAim {
  /** Probability of a significant result, 0.8 when left out. */
  readonly power?: number;
  /** 1 minus the significance level, 0.95 when left out. */
  readonly level?: number;
  /** Two-sided (default), or one-sided in the direction of the effect, for a hypothesis that names it. */
  readonly sides?: 1 | 2;
}

/** The aim with its defaults. Throws RangeError unless power and level are between 0 and 1 and sides is 1 or 2. */
export function requireAim(aim: PowerAim, name: string): Required<PowerAim> {
  const { power = 0.8, level = 0.95, sides = 2 } = aim;
  requireLevel(level, name);
  if (!(power > 0 && power < 1)) throw new RangeError(`${name} requires a power between 0 and 1`);
  if (sides !== 1 && sides !== 2) throw new RangeError(`${name} requires one side or two`);
  return { power, level, sides };
}
