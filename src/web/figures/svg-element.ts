// Figures are strings of SVG, the same in the page, in the downloaded file and in a test. Colours stand in attributes, so a file
// needs no style sheet; classes let the page's style sheet turn them for the dark.

type Attributes = Readonly<Record<string, string | number>>;

export const INK = '#14181d';
export const MUTED = '#545d68';
export const LINE = '#d5d9de';
export const PAPER = '#ffffff';
export const SOFT = '#f4f6f8';
export const NEGATIVE = '#a6450a';
export const POSITIVE = '#1c5896';

const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Vazirmatn, 'Noto Sans Arabic', Tahoma, sans-serif";
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML does not allow, and overrides that would turn the rest of a line around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\uFFFE\uFFFF]/g;

export function escapeXml(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (character) => entities[character]!);
}

/** Children are SVG already. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`,
  );
  return children.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

function rounded(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a figure requires finite numbers');
  return String(Math.round(value * 100) / 100);
}

export interface FigureFrame {
  /** Unique in the page. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, and where the same numbers stand as a table. */
  readonly description: string;
  /** 'file': with everything that a file of its own needs. */
  readonly use: 'page' | 'file';
}

export function svgFigure(frame: FigureFrame, children: readonly string[]): string {
  const { id, width, height, title, description, use } = frame;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width,
      height,
      // A wide figure keeps a width that can be read, and scrolls.
      class: width > 700 ? 'wide' : 'narrow',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      // Anchors would otherwise turn with the page, and positions are turned already.
      direction: 'ltr',
      'font-family': FONT,
    },
    [
      element('title', { id: `${id}-title` }, [escapeXml(title)]),
      element('desc', { id: `${id}-desc` }, [escapeXml(description)]),
      ...(use === 'file' ? [element('rect', { width, height, fill: PAPER })] : []),
      ...children,
    ],
  );
  return use === 'file' ? `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n` : svg;
}
