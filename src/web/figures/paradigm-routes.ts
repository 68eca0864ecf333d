import {
  type Box,
  centre,
  type DiagramEdge,
  GUTTER,
  halfWay,
  type Point,
  type Route,
} from './path-diagram.ts';

export interface SlotPlace {
  readonly column: number;
  /** 0 above, 1 the main line, 2 below. */
  readonly row: number;
}

const LANE = 20;

/** Lines between the boxes of the paradigm: straight where boxes are neighbours, else around by lanes. */
export function paradigmRoutes(
  boxes: readonly Box[],
  places: ReadonlyMap<string, SlotPlace>,
  edges: readonly DiagramEdge[],
): { routes: readonly Route[]; deepest: number; highest: number } {
  const boxOf = new Map(boxes.map((box) => [box.node.key, box]));
  const mainBoxes = boxes.filter((box) => places.get(box.node.key)!.row === 1);
  const mainTop = Math.min(...mainBoxes.map((box) => box.y), Infinity);
  const mainBottom = Math.max(...mainBoxes.map((box) => box.y + box.height), -Infinity);
  const lanes = { above: 0, below: 0 };
  const routes = new Map<string, Route>();

  for (const edge of edges) {
    const from = boxOf.get(edge.from);
    if (!from || !('node' in edge.to)) continue;
    const to = boxOf.get(edge.to.node);
    if (!to) continue;
    const start = places.get(edge.from)!;
    const end = places.get(edge.to.node)!;
    const columns = end.column - start.column;
    if (start.row === 1 && end.row === 1 && columns !== 1) {
      // Forward past a box below the line, backward above it.
      const forward = columns > 1;
      const lane = forward ? mainBottom + LANE * ++lanes.below : mainTop - LANE * ++lanes.above;
      routes.set(edge.key, aroundLane(edge, from, to, lane, forward));
    } else routes.set(edge.key, direct(edge, from, to, start, end));
  }
  for (const edge of edges) {
    const from = boxOf.get(edge.from);
    const target = 'edge' in edge.to ? routes.get(edge.to.edge) : undefined;
    if (from && target) routes.set(edge.key, toMiddle(edge, from, halfWay(target.points)));
  }
  const all = [...routes.values()];
  const heights = all.flatMap((route) => [...route.points.map(({ y }) => y), route.label.y]);
  return { routes: all, deepest: Math.max(0, ...heights) + 6, highest: Math.min(3, ...heights) - 14 };
}

function direct(edge: DiagramEdge, from: Box, to: Box, start: SlotPlace, end: SlotPlace): Route {
  const a = centre(from);
  const b = centre(to);
  if (start.row === end.row) {
    const points = [
      { x: from.x + from.width, y: a.y },
      { x: to.x, y: b.y },
    ];
    const middle = halfWay(points);
    return { edge, points, label: { x: middle.x, y: middle.y - 9, anchor: 'middle' } };
  }
  if (start.column === end.column && Math.abs(start.row - end.row) === 1) {
    const down = b.y > a.y;
    const points = [
      { x: a.x, y: down ? from.y + from.height : from.y },
      { x: b.x, y: down ? to.y : to.y + to.height },
    ];
    return { edge, points, label: { x: a.x + 10, y: halfWay(points).y + 5, anchor: 'start' } };
  }
  if (start.column === end.column) {
    const x = from.x + from.width;
    const points = [
      { x, y: a.y },
      { x: x + GUTTER / 2 + 10, y: a.y },
      { x: x + GUTTER / 2 + 10, y: b.y },
      { x, y: b.y },
    ];
    return { edge, points, label: { x: x + GUTTER / 2 + 18, y: a.y + (b.y - a.y) * 0.25, anchor: 'start' } };
  }
  // Sideways from the box above or below the line, then straight to the other one; or the other way round.
  const leaves = start.row !== 1;
  const side = leaves ? from : to;
  const main = leaves ? to : from;
  const toTheEnd = centre(main).x > centre(side).x;
  const corner: Point = { x: centre(main).x + (toTheEnd ? -28 : 28), y: centre(side).y };
  const above = corner.y < main.y;
  const bend: Point[] = [
    { x: toTheEnd ? side.x + side.width : side.x, y: corner.y },
    corner,
    { x: corner.x, y: above ? main.y : main.y + main.height },
  ];
  const points = leaves ? bend : bend.toReversed();
  const y = (corner.y + bend[2]!.y) / 2 + 5;
  return {
    edge,
    points,
    label: { x: corner.x + (toTheEnd ? 10 : -10), y, anchor: toTheEnd ? 'start' : 'end' },
  };
}

function aroundLane(edge: DiagramEdge, from: Box, to: Box, lane: number, below: boolean): Route {
  const startX = centre(from).x + (below ? 40 : -40);
  const endX = centre(to).x + (below ? -40 : 40);
  const edgeOf = (box: Box) => (below ? box.y + box.height : box.y);
  const points = [
    { x: startX, y: edgeOf(from) },
    { x: startX, y: lane },
    { x: endX, y: lane },
    { x: endX, y: edgeOf(to) },
  ];
  return {
    edge,
    points,
    label: {
      x: below ? from.x + from.width + GUTTER / 2 : from.x - GUTTER / 2,
      y: lane - 6,
      anchor: 'middle',
    },
  };
}

/** A moderating path ends on the arrow that it bears on. */
function toMiddle(edge: DiagramEdge, from: Box, end: Point): Route {
  const a = centre(from);
  const isAbove = from.y + from.height < end.y;
  const isBelow = from.y > end.y;
  if ((isAbove || isBelow) && (end.x < from.x || end.x > from.x + from.width)) {
    const toTheEnd = end.x > a.x;
    const points = [{ x: toTheEnd ? from.x + from.width : from.x, y: a.y }, { x: end.x, y: a.y }, end];
    return {
      edge,
      points,
      label: {
        x: end.x + (toTheEnd ? 9 : -9),
        y: a.y + (end.y - a.y) * 0.4 + 5,
        anchor: toTheEnd ? 'start' : 'end',
      },
    };
  }
  if (isAbove || isBelow) {
    const points = [{ x: end.x, y: isAbove ? from.y + from.height : from.y }, end];
    return { edge, points, label: { x: end.x + 9, y: halfWay(points).y + 5, anchor: 'start' } };
  }
  const dip = from.y + from.height + 16;
  const points = [{ x: a.x, y: from.y + from.height }, { x: a.x, y: dip }, { x: end.x, y: dip }, end];
  return { edge, points, label: { x: (a.x + end.x) / 2, y: dip + 16, anchor: 'middle' } };
}
