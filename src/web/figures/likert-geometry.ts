import type { LikertData } from './likert-figure.ts';
import { textWidth } from './svg-text.ts';

/** From the reading start: text, key, bars, n, mean. `x` turns a place around for readers from right to left. */
export interface LikertGeometry {
  readonly width: number;
  readonly textWidth: number;
  readonly keyWidth: number;
  readonly keyEnd: number;
  readonly nEnd: number;
  readonly meanEnd: number;
  readonly x: (at: number) => number;
  readonly toStart: 'start' | 'end';
  readonly toEnd: 'start' | 'end';
  readonly bars: BarScale;
}

export interface BarScale {
  readonly zero: number;
  /** Pixels for a share of 1. */
  readonly unit: number;
  readonly asideStart: number;
  /** 0 when the middle option has no column of its own. */
  readonly asideUnit: number;
  readonly ticks: ReadonlyArray<{ readonly at: number; readonly label: string; readonly strong: boolean }>;
}

const WIDTH = 980;
const KEY_END = 330;
const BAR_START = 342;
const BAR_END = 872;
const LONGEST_KEY = 120;

export function likertGeometry(data: LikertData): LikertGeometry {
  const keys = data.groups.flatMap(({ rows }) => rows.map(({ key }) => textWidth(key, 12)));
  const keyWidth = Math.min(LONGEST_KEY, Math.max(36, ...keys));
  return {
    width: WIDTH,
    textWidth: KEY_END - keyWidth - 10,
    keyWidth,
    keyEnd: KEY_END,
    nEnd: 922,
    meanEnd: 978,
    x: (at) => (data.rightToLeft ? WIDTH - at : at),
    toStart: data.rightToLeft ? 'end' : 'start',
    toEnd: data.rightToLeft ? 'start' : 'end',
    bars: barScale(data),
  };
}

function barScale({ mode, options, percent }: LikertData): BarScale {
  const ticks = (zero: number, unit: number, shares: readonly number[]) =>
    shares.map((share) => ({
      at: zero + share * unit,
      label: percent(Math.abs(share)),
      strong: share === 0 && mode !== 'full',
    }));
  const nothingAside = { asideStart: 0, asideUnit: 0 };
  if (mode === 'full') {
    const unit = BAR_END - BAR_START;
    return { zero: BAR_START, unit, ...nothingAside, ticks: ticks(BAR_START, unit, [0, 0.25, 0.5, 0.75, 1]) };
  }
  const aside = mode === 'aside' && options.length % 2 === 1;
  const end = aside ? 762 : BAR_END;
  const unit = (end - BAR_START) / 2;
  const zero = BAR_START + unit;
  const bar = ticks(zero, unit, [-1, -0.5, 0, 0.5, 1]);
  if (!aside) return { zero, unit, ...nothingAside, ticks: bar };
  const asideStart = end + 26;
  const asideUnit = BAR_END - asideStart;
  return { zero, unit, asideStart, asideUnit, ticks: [...bar, ...ticks(asideStart, asideUnit, [0, 1])] };
}
