import { likertColours } from './likert-colours.ts';
import { type LikertGeometry, likertGeometry } from './likert-geometry.ts';
import { likertLegend } from './likert-legend.ts';
import { likertRow } from './likert-row.ts';
import type { LikertMode } from './likert-segments.ts';
import { element, type FigureFrame, LINE, MUTED, svgFigure } from './svg-element.ts';
import { svgText } from './svg-text.ts';

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

/** Stacked bars that lean to the side of the answers: one row an item, grouped by construct. */
export function likertFigure(frame: Omit<FigureFrame, 'width' | 'height'>, data: LikertData): string {
  const geometry = likertGeometry(data);
  const { x, toStart } = geometry;
  const colours = likertColours(data.options.length);
  const legend = likertLegend(data.options, colours, geometry.width, data.rightToLeft);
  const head = legend.height + 18;
  const shapes: string[] = [];
  const labels: string[] = [];
  let y = head + 10;
  for (const { label, rows } of data.groups) {
    labels.push(svgText(label, { x: x(0), y: y + 17, size: 13.5, bold: true, anchor: toStart }));
    y += 28;
    for (const row of rows) {
      const drawn = likertRow(row, y, data, geometry, colours);
      shapes.push(...drawn.shapes);
      labels.push(...drawn.labels);
      y += drawn.height;
    }
    y += 8;
  }
  return svgFigure({ ...frame, width: geometry.width, height: y + 28 }, [
    ...legend.shapes,
    ...axis(geometry, head + 4, y),
    ...shapes,
    ...heads(geometry, data, head - 2),
    ...labels,
  ]);
}

function axis({ x, bars }: LikertGeometry, top: number, bottom: number): readonly string[] {
  return bars.ticks.flatMap(({ at, label, strong }) => [
    element('line', {
      x1: x(at),
      x2: x(at),
      y1: top,
      y2: bottom,
      stroke: strong ? MUTED : LINE,
      class: strong ? 'zero' : 'grid',
    }),
    svgText(label, { x: x(at), y: bottom + 17, size: 12, anchor: 'middle', tone: 'muted' }, false),
  ]);
}

function heads(geometry: LikertGeometry, { words }: LikertData, y: number): readonly string[] {
  const { x, keyEnd, nEnd, meanEnd, toStart, toEnd, bars } = geometry;
  const head = (word: string, at: number, anchor: 'start' | 'end') =>
    svgText(word, { x: x(at), y, size: 12, anchor, tone: 'muted' });
  return [
    head(words.item, keyEnd, toEnd),
    head(words.n, nEnd, toEnd),
    head(words.mean, meanEnd, toEnd),
    ...(bars.asideUnit > 0 ? [head(words.neutral, bars.asideStart, toStart)] : []),
  ];
}
