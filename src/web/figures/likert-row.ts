import { labelColour } from './likert-colours.ts';
import type { LikertData, LikertRow } from './likert-figure.ts';
import type { LikertGeometry } from './likert-geometry.ts';
import { type LikertSegment, likertSegments } from './likert-segments.ts';
import { element, PAPER } from './svg-element.ts';
import { isRightToLeft, svgText, wrapText } from './svg-text.ts';

const LINE_HEIGHT = 16;
const BAR_HEIGHT = 26;
/** A smaller segment has no room for its number. */
const LABELLED_SHARE = 0.06;
const LABELLED_WIDTH = 19;

export interface DrawnRow {
  readonly height: number;
  readonly shapes: readonly string[];
  readonly labels: readonly string[];
}

/** One item: its text in up to three lines, key, bar, n and mean. `top` is where the row begins. */
export function likertRow(
  row: LikertRow,
  top: number,
  data: LikertData,
  geometry: LikertGeometry,
  colours: readonly string[],
): DrawnRow {
  const { x, toStart, toEnd } = geometry;
  const lines = wrapText(row.text, geometry.textWidth, 12.5, 3);
  const height = Math.max(34, lines.length * LINE_HEIGHT + 8);
  const base = top + height / 2 + 4.5;
  const rightToLeft = isRightToLeft(row.text);
  const [key = ''] = wrapText(row.key, geometry.keyWidth + 1, 12, 1);
  const segments = likertSegments(row.counts, data.mode);
  const none = {
    x: x(geometry.bars.zero),
    y: base,
    size: 12,
    anchor: 'middle',
    tone: 'muted',
    rim: true,
  } as const;
  const drawn = segments.map((segment) => drawnSegment(row.key, segment, base, data, geometry, colours));
  return {
    height,
    shapes: drawn.map(({ shape }) => shape),
    labels: [
      ...lines.map((line, index) => {
        const y = base + (index - (lines.length - 1) / 2) * LINE_HEIGHT;
        return svgText(line, { x: x(0), y, size: 12.5, anchor: toStart }, rightToLeft);
      }),
      svgText(key, { x: x(geometry.keyEnd), y: base, size: 12, anchor: toEnd, tone: 'muted' }, false),
      svgText(row.n, { x: x(geometry.nEnd), y: base, size: 12.5, anchor: toEnd }, false),
      svgText(row.mean, { x: x(geometry.meanEnd), y: base, size: 12.5, anchor: toEnd }, false),
      ...(segments.length === 0 ? [svgText(data.words.noAnswers, none)] : []),
      ...drawn.map(({ label }) => label),
    ],
  };
}

function drawnSegment(
  item: string,
  { option, share, start, place }: LikertSegment,
  base: number,
  data: LikertData,
  { x, bars, width: whole }: LikertGeometry,
  colours: readonly string[],
): { shape: string; label: string } {
  const fill = colours[option]!;
  const from = place === 'bar' ? bars.zero + start * bars.unit : bars.asideStart;
  const width = share * (place === 'bar' ? bars.unit : bars.asideUnit);
  if (share === 0) return { shape: '', label: '' };
  const shape = element('rect', {
    x: data.rightToLeft ? whole - from - width : from,
    y: base - 4.5 - BAR_HEIGHT / 2,
    width,
    height: BAR_HEIGHT,
    fill,
    stroke: PAPER,
    'stroke-width': 1,
    class: 'segment',
    'data-item': item,
    'data-option': option,
    'data-share': share.toFixed(6),
  });
  const style = {
    x: x(from + width / 2),
    y: base,
    size: 12,
    anchor: 'middle',
    fill: labelColour(fill),
  } as const;
  const hasRoom = share >= LABELLED_SHARE && width >= LABELLED_WIDTH;
  return { shape, label: hasRoom ? svgText(data.share(share), style, false) : '' };
}
