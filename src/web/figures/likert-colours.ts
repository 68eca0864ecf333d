// Brown to blue, told apart by readers with any kind of colour blindness; the middle is grey.

const NEUTRAL = '#d5d9de';
/** From the end of the scale towards the middle, by the number of options on that side. */
const low: readonly (readonly string[])[] = [
  [],
  ['#c8701f'],
  ['#a6450a', '#eba25a'],
  ['#7f2f00', '#c8701f', '#f2c08a'],
  ['#7f2f00', '#b95c12', '#e39a52', '#f6d2a8'],
  ['#5f2300', '#96410a', '#c8701f', '#e8a860', '#f7d9b5'],
];
const high: readonly (readonly string[])[] = [
  [],
  ['#3d79b4'],
  ['#1c5896', '#86b3dd'],
  ['#123f73', '#5f97cf', '#b0cdea'],
  ['#123f73', '#2f6fad', '#7eafdc', '#c3daf0'],
  ['#0d2f57', '#23609f', '#5f97cf', '#9cc2e6', '#d3e4f5'],
];

/** One colour for each of 2 to 11 options, in reading order. */
export function likertColours(options: number): readonly string[] {
  const side = Math.floor(options / 2);
  const start = low[side];
  const end = high[side];
  if (!start || !end || options < 2) throw new RangeError('likertColours requires 2 to 11 options');
  return [...start, ...(options % 2 === 1 ? [NEUTRAL] : []), ...end.toReversed()];
}

/** Relative luminance of #rrggbb (WCAG 2). */
export function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Black or white, whichever is read more easily on the colour. */
export function labelColour(ground: string): string {
  return contrast(ground, '#14181d') >= contrast(ground, '#ffffff') ? '#14181d' : '#ffffff';
}
