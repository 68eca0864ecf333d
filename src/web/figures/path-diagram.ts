// What a path diagram is made of: boxes for the parts of the model, arrows for its paths.

/** Where the paradigm of Strauss and Corbin (1990) draws a part; null when the model has another shape. */
export type ParadigmSlot = 'causal' | 'core' | 'context' | 'intervening' | 'strategies' | 'consequences';

export interface DiagramNode {
  readonly key: string;
  readonly title: string;
  /** Small lines under the title: constructs, alpha. */
  readonly details: readonly string[];
  readonly slot: ParadigmSlot | null;
}

export interface DiagramEdge {
  readonly key: string;
  readonly from: string;
  /** A node, or the edge that is moderated. */
  readonly to: { readonly node: string } | { readonly edge: string };
  /** Null when there is no estimate. */
  readonly value: number | null;
  /** As printed on the arrow. */
  readonly label: string;
  /** The interval excludes 0. */
  readonly certain: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly node: DiagramNode;
  readonly titleLines: readonly string[];
  readonly detailLines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Route {
  readonly edge: DiagramEdge;
  readonly points: readonly Point[];
  /** Where the label stands, and how it is anchored there. */
  readonly label: Point & { readonly anchor: 'start' | 'middle' | 'end' };
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

export const BOX_WIDTH = 204;
export const GUTTER = 76;

export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The point half-way along a line of points. */
export function halfWay(points: readonly Point[]): Point {
  const lengths = points
    .slice(1)
    .map((point, i) => Math.hypot(point.x - points[i]!.x, point.y - points[i]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    if (left <= length && length > 0) {
      const share = left / length;
      const [a, b] = [points[i]!, points[i + 1]!];
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return points.at(-1)!;
}
