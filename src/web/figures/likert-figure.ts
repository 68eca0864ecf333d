import { labelColour, likertColours } from './likert-colours.ts';
import { likertLegend } from './likert-legend.ts';
import { type LikertMode, likertSegments } from './likert-segments.ts';
import { element, type FigureFrame, LINE, PAPER, svgFigure } from './svg-element.ts';
import { isRightToLeft, svgText, wrapText } from './svg-text.ts';

export interface LikertRow {
  readonly key: string;
  readonly text: string;
  readonly counts: readonly number[];
  /** Words and numbers as they are printed. */
  readonly n: string;
  readonly mean: string;
}

export interface LikertData {
  readonly mode: LikertMode;
  readonly rightToLeft: boolean;
  /** Labels of the scale in reading order. */
  readonly options: readonly string[];
  readonly groups: ReadonlyArray<{ readonly label: string; readonly rows: readonly LikertRow[] }>;
  readonly words: {
    readonly item: string;
    readonly n: string;
    readonly mean: string;
    readonly noAnswers: string;
    readonly neutral: string;
  };
  /** 0 … 1 to what stands in a segment, without the sign; and with it, for the axis. */
  readonly share: (share: number) => string;
  readonly percent: (share: number) => string;
}

const WIDTH = 980;
const TEXT_END = 286;
const KEY_END = 330;
const BAR_START = 342;
const BAR_END = 872;
const N_END = 922;
const MEAN_END = 978;
const LINE_HEIGHT = 16;

/** Stacked bars that lean to the side of the answers: one row an item, grouped by construct. */
export function likertFigure(frame: Omit<FigureFrame, 'width' | 'height'>, data: LikertData): string {
  const { rightToLeft: rtl } = data;
  const x = (at: number) => (rtl ? WIDTH - at : at);
  const toEnd = rtl ? 'start' : 'end';
  const toStart = rtl ? 'end' : 'start';
  const colours = likertColours(data.options.length);
  const legend = likertLegend(data.options, colours, WIDTH, rtl);
  const scale = scaleOf(data);
  const head = legend.height + 18;
  const shapes: string[] = [];
  const labels: string[] = [];
  let y = head + 10;

  for (const group of data.groups) {
    labels.push(svgText(group.label, { x: x(0), y: y + 17, size: 13.5, bold: true, anchor: toStart }));
    y += 28;
    for (const row of group.rows) {
      const lines = wrapText(row.text, TEXT_END - 4, 12.5, 3);
      const height = Math.max(34, lines.length * LINE_HEIGHT + 8);
      const middle = y + height / 2;
      lines.forEach((line, index) => {
        const base = middle + 4.5 + (index - (lines.length - 1) / 2) * LINE_HEIGHT;
        labels.push(
          svgText(line, { x: x(0), y: base, size: 12.5, anchor: toStart }, isRightToLeft(row.text)),
        );
      });
      const base = middle + 4.5;
      labels.push(
        svgText(row.key, { x: x(KEY_END), y: base, size: 12, anchor: toEnd, tone: 'muted' }, false),
      );
      labels.push(svgText(row.n, { x: x(N_END), y: base, size: 12.5, anchor: toEnd }, false));
      labels.push(svgText(row.mean, { x: x(MEAN_END), y: base, size: 12.5, anchor: toEnd }, false));
      const segments = likertSegments(row.counts, data.mode);
      if (segments.length === 0)
        labels.push(
          svgText(data.words.noAnswers, {
            x: x(scale.zero),
            y: base,
            size: 12,
            anchor: 'middle',
            tone: 'muted',
            rim: true,
          }),
        );
      for (const segment of segments) {
        const from = segment.place === 'bar' ? scale.zero + segment.start * scale.unit : scale.asideStart;
        const width = segment.share * (segment.place === 'bar' ? scale.unit : scale.asideUnit);
        const fill = colours[segment.option]!;
        if (width > 0)
          shapes.push(
            element('rect', {
              x: rtl ? WIDTH - from - width : from,
              y: middle - 13,
              width,
              height: 26,
              fill,
              stroke: PAPER,
              'stroke-width': 1,
              class: 'segment',
              'data-item': row.key,
              'data-option': segment.option,
              'data-share': segment.share.toFixed(6),
            }),
          );
        if (segment.share >= 0.06 && width >= 19)
          labels.push(
            svgText(
              data.share(segment.share),
              { x: x(from + width / 2), y: base, size: 12, anchor: 'middle', fill: labelColour(fill) },
              false,
            ),
          );
      }
      y += height;
    }
    y += 8;
  }

  const bottom = y;
  const axis = scale.ticks.flatMap(({ at, label, strong }) => [
    element('line', {
      x1: x(at),
      x2: x(at),
      y1: head + 4,
      y2: bottom,
      stroke: strong ? '#545d68' : LINE,
      class: strong ? 'zero' : 'grid',
    }),
    svgText(label, { x: x(at), y: bottom + 17, size: 12, anchor: 'middle', tone: 'muted' }, false),
  ]);
  const heads = [
    svgText(data.words.item, { x: x(KEY_END), y: head - 2, size: 12, anchor: toEnd, tone: 'muted' }),
    svgText(data.words.n, { x: x(N_END), y: head - 2, size: 12, anchor: toEnd, tone: 'muted' }),
    svgText(data.words.mean, { x: x(MEAN_END), y: head - 2, size: 12, anchor: toEnd, tone: 'muted' }),
    ...(scale.asideUnit > 0
      ? [
          svgText(data.words.neutral, {
            x: x(scale.asideStart),
            y: head - 2,
            size: 12,
            anchor: toStart,
            tone: 'muted',
          }),
        ]
      : []),
  ];
  return svgFigure({ ...frame, width: WIDTH, height: bottom + 28 }, [
    ...legend.shapes,
    ...axis,
    ...shapes,
    ...heads,
    ...labels,
  ]);
}

interface BarScale {
  readonly zero: number;
  /** Pixels for a share of 1. */
  readonly unit: number;
  readonly asideStart: number;
  readonly asideUnit: number;
  readonly ticks: ReadonlyArray<{ readonly at: number; readonly label: string; readonly strong: boolean }>;
}

function scaleOf({ mode, options, percent }: LikertData): BarScale {
  const ticks = (zero: number, unit: number, shares: readonly number[]) =>
    shares.map((share) => ({
      at: zero + share * unit,
      label: percent(Math.abs(share)),
      strong: share === 0 && mode !== 'full',
    }));
  if (mode === 'full') {
    const unit = BAR_END - BAR_START;
    return {
      zero: BAR_START,
      unit,
      asideStart: 0,
      asideUnit: 0,
      ticks: ticks(BAR_START, unit, [0, 0.25, 0.5, 0.75, 1]),
    };
  }
  const aside = mode === 'aside' && options.length % 2 === 1;
  const end = aside ? 762 : BAR_END;
  const unit = (end - BAR_START) / 2;
  const zero = BAR_START + unit;
  const bar = ticks(zero, unit, [-1, -0.5, 0, 0.5, 1]);
  if (!aside) return { zero, unit, asideStart: 0, asideUnit: 0, ticks: bar };
  const asideStart = end + 26;
  const asideUnit = BAR_END - asideStart;
  return { zero, unit, asideStart, asideUnit, ticks: [...bar, ...ticks(asideStart, asideUnit, [0, 1])] };
}
