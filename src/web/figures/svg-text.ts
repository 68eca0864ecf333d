import { element, escapeXml, INK, MUTED } from './svg-element.ts';

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LETTER = /\p{L}/u;
// Embedding marks in a text could reach beyond it and turn the rest of the line around.
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** The direction of the first letter that has one. */
export function isRightToLeft(text: string): boolean {
  const first = LETTER.exec(text.replace(DIRECTION_MARKS, ''));
  return first !== null && RTL_LETTER.test(first[0]);
}

/** U+2067 or U+2066 … U+2069: a text keeps its own order, its full stop included, wherever it stands. */
export function isolated(text: string, rightToLeft = isRightToLeft(text)): string {
  return `${rightToLeft ? '\u2067' : '\u2066'}${text.replace(DIRECTION_MARKS, '')}\u2069`;
}

export interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: 'ink' | 'muted';
  readonly bold?: boolean;
  /** Fixed, where the ground is fixed too. */
  readonly fill?: string;
  /** A rim of the paper's colour, for text that lies over a line. */
  readonly rim?: boolean;
}

/** One line of text; `wrapText` makes lines. */
export function svgText(text: string, style: TextStyle, rightToLeft?: boolean): string {
  const { x, y, size, anchor = 'start', tone = 'ink', bold, fill, rim } = style;
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'text-anchor': anchor,
      fill: fill ?? (tone === 'ink' ? INK : MUTED),
      ...(fill ? {} : { class: tone }),
      ...(bold ? { 'font-weight': 600 } : {}),
      ...(rim ? { stroke: '#ffffff', 'stroke-width': 4, 'paint-order': 'stroke', class: `${tone} rim` } : {}),
    },
    [escapeXml(isolated(text, rightToLeft ?? isRightToLeft(text)))],
  );
}

/** A cautious guess at the width in pixels; a server has no font to measure with. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return em * size;
}

function widthOf(character: string): number {
  if (character === ' ') return 0.3;
  if (character === '\u200C' || /\p{M}/u.test(character)) return 0;
  if (/[ijltfrI.,:;'!|()[\]-]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/\p{Lu}/u.test(character)) return 0.7;
  if (RTL_LETTER.test(character)) return 0.51;
  return character.codePointAt(0)! >= 0x1100 ? 1.05 : 0.6;
}

/** Lines no wider than `width`, broken at spaces and, where a word is too long, inside it; what does not fit ends in '…'. */
export function wrapText(text: string, width: number, size: number, maxLines: number): readonly string[] {
  const words = text
    .replace(DIRECTION_MARKS, '')
    .trim()
    .split(/[ \t\r\n]+/)
    .flatMap((word) => cut(word, width, size));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  let end = kept[maxLines - 1]!;
  while (end.length > 1 && textWidth(`${end}…`, size) > width) end = end.slice(0, -1);
  kept[maxLines - 1] = `${end.trimEnd()}…`;
  return kept;
}

function cut(word: string, width: number, size: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, size) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}
