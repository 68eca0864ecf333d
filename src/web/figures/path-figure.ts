import { DETAIL_LINE, DETAIL_SIZE, TITLE_LINE, TITLE_SIZE } from './diagram-box.ts';
import { layeredLayout } from './layered-layout.ts';
import { paradigmLayout } from './paradigm-layout.ts';
import {
  type Box,
  centre,
  type DiagramEdge,
  type DiagramNode,
  type Point,
  type Route,
} from './path-diagram.ts';
import { element, type FigureFrame, INK, MUTED, NEGATIVE, POSITIVE, SOFT, svgFigure } from './svg-element.ts';
import { isRightToLeft, svgText } from './svg-text.ts';

export interface PathFigureData {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Mirrors the layout, as a reader of Persian expects it. */
  readonly rightToLeft: boolean;
}

type Tone = 'positive' | 'negative' | 'unknown';
const toneColour: Readonly<Record<Tone, string>> = { positive: POSITIVE, negative: NEGATIVE, unknown: MUTED };

/** Boxes and arrows: wider for a stronger relation, dashed when its interval includes 0, brown when it is negative. */
export function pathFigure(frame: Omit<FigureFrame, 'width' | 'height'>, data: PathFigureData): string {
  const onParadigm = data.nodes.every(({ slot }) => slot !== null);
  const layout = (onParadigm ? paradigmLayout : layeredLayout)(data.nodes, data.edges);
  const mirror = (point: Point): Point =>
    data.rightToLeft ? { x: layout.width - point.x, y: point.y } : point;
  return svgFigure({ ...frame, width: layout.width, height: layout.height }, [
    element(
      'defs',
      {},
      Object.entries(toneColour).map(([tone, fill]) => arrowHead(frame.id, tone, fill)),
    ),
    ...layout.routes.map((route) => arrow(frame.id, route, mirror)),
    ...layout.boxes.flatMap((box) => drawnBox(box, mirror)),
    ...layout.routes.flatMap((route) => routeLabels(route, mirror, data.rightToLeft)),
  ]);
}

function toneOf({ value }: DiagramEdge): Tone {
  if (value === null) return 'unknown';
  return value < 0 ? 'negative' : 'positive';
}

function arrowHead(id: string, tone: string, fill: string): string {
  return element(
    'marker',
    {
      id: `${id}-${tone}`,
      viewBox: '0 0 10 10',
      refX: 9,
      refY: 5,
      markerWidth: 12,
      markerHeight: 12,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    [element('path', { d: 'M0 0.6L10 5L0 9.4z', fill, class: `fill-${tone}` })],
  );
}

function arrow(id: string, { edge, points }: Route, mirror: (point: Point) => Point): string {
  const tone = toneOf(edge);
  return element('path', {
    d: roundedLine(shortened(points).map(mirror)),
    fill: 'none',
    stroke: toneColour[tone],
    class: `line-${tone}`,
    'stroke-width': 1.4 + 4.5 * Math.min(1, Math.abs(edge.value ?? 0)),
    ...(edge.certain ? {} : { 'stroke-dasharray': '6 5' }),
    'marker-end': `url(#${id}-${tone})`,
    'data-path': edge.key,
    'data-value': edge.value === null ? '' : edge.value.toFixed(6),
  });
}

/** Ends two pixels before the box, so that the point of the arrow is seen. */
function shortened(points: readonly Point[]): readonly Point[] {
  const end = points.at(-1)!;
  const before = points.at(-2)!;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const share = Math.max(0, (length - 2) / length);
  return [
    ...points.slice(0, -1),
    { x: before.x + (end.x - before.x) * share, y: before.y + (end.y - before.y) * share },
  ];
}

function roundedLine(points: readonly Point[]): string {
  const at = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const towards = (a: Point, b: Point): Point => {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const reach = Math.min(8, length / 2) / length;
    return { x: a.x + (b.x - a.x) * reach, y: a.y + (b.y - a.y) * reach };
  };
  return points
    .map((point, i) => {
      const before = points[i - 1];
      const after = points[i + 1];
      if (!before) return `M${at(point)}`;
      return after
        ? `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`
        : `L${at(point)}`;
    })
    .join('');
}

function drawnBox(box: Box, mirror: (point: Point) => Point): readonly string[] {
  const { x } = mirror(centre(box));
  const words =
    box.titleLines.length * TITLE_LINE +
    (box.detailLines.length > 0 ? 4 + box.detailLines.length * DETAIL_LINE : 0);
  const top = box.y + (box.height - words) / 2;
  const rightToLeft = isRightToLeft(box.node.title);
  const details = top + box.titleLines.length * TITLE_LINE + 4;
  return [
    element('rect', {
      x: x - box.width / 2,
      y: box.y,
      width: box.width,
      height: box.height,
      rx: 9,
      fill: SOFT,
      stroke: INK,
      'stroke-width': 1.3,
      class: 'box',
      'data-node': box.node.key,
    }),
    ...box.titleLines.map((line, i) =>
      svgText(
        line,
        { x, y: top + TITLE_LINE * i + 15, size: TITLE_SIZE, bold: true, anchor: 'middle' },
        rightToLeft,
      ),
    ),
    ...box.detailLines.map((line, i) =>
      svgText(
        line,
        { x, y: details + DETAIL_LINE * i + 11.5, size: DETAIL_SIZE, anchor: 'middle', tone: 'muted' },
        rightToLeft,
      ),
    ),
  ];
}

function routeLabels(
  { edge, label }: Route,
  mirror: (point: Point) => Point,
  rightToLeft: boolean,
): readonly string[] {
  const { x, y } = mirror(label);
  const turned = { start: 'end', end: 'start', middle: 'middle' } as const;
  const anchor = rightToLeft ? turned[label.anchor] : label.anchor;
  return [svgText(edge.label, { x, y, size: 14, bold: true, anchor, rim: true }, false)];
}
