// For models of any other shape: columns in the order of the arrows, and everything that is not between neighbours runs in
// the free space between the columns and under the boxes.

import { measuredBox } from './diagram-box.ts';
import {
  BOX_WIDTH,
  type Box,
  centre,
  type DiagramEdge,
  type DiagramLayout,
  type DiagramNode,
  GUTTER,
  halfWay,
  type Point,
  type Route,
} from './path-diagram.ts';

const MARGIN = 3;
const STACKED = 40;
const LANE = 24;
const SIDE = 30;

export function layeredLayout(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): DiagramLayout {
  const layers = layersOf(nodes, edges);
  const columns = Math.max(0, ...layers.values()) + 1;
  const stacks = Array.from({ length: columns }, (_, column) =>
    nodes.filter((node) => layers.get(node.key) === column).map(measuredBox),
  );
  const heightOf = (stack: readonly Box[]) =>
    stack.reduce((sum, box) => sum + box.height, 0) + Math.max(0, stack.length - 1) * STACKED;
  const tallest = Math.max(0, ...stacks.map(heightOf));
  const boxes = stacks.flatMap((stack, column) => {
    let y = MARGIN + 14 + (tallest - heightOf(stack)) / 2;
    return stack.map((box): Box => {
      const placed = { ...box, x: SIDE + column * (BOX_WIDTH + GUTTER), y };
      y += box.height + STACKED;
      return placed;
    });
  });

  const boxOf = new Map(boxes.map((box) => [box.node.key, box]));
  const routes = new Map<string, Route>();
  const ground = MARGIN + 14 + tallest;
  let lanes = 0;
  edges.forEach((edge, index) => {
    const from = boxOf.get(edge.from);
    const to = 'node' in edge.to ? boxOf.get(edge.to.node) : undefined;
    if (!from || !to) return;
    const step = layers.get(to.node.key)! - layers.get(from.node.key)!;
    if (step === 1) routes.set(edge.key, straight(edge, from, to, index));
    else if (step === 0) routes.set(edge.key, beside(edge, from, to));
    else routes.set(edge.key, underneath(edge, from, to, ground + LANE * ++lanes));
  });
  for (const edge of edges) {
    const from = boxOf.get(edge.from);
    const target = 'edge' in edge.to ? routes.get(edge.to.edge) : undefined;
    if (!from || !target) continue;
    const end = halfWay(target.points);
    routes.set(edge.key, toArrow(edge, from, end, ground + LANE * ++lanes));
  }
  return {
    width: 2 * SIDE + columns * BOX_WIDTH + Math.max(0, columns - 1) * GUTTER,
    height: ground + (lanes > 0 ? LANE * lanes + 10 : 0) + MARGIN + 8,
    boxes,
    routes: [...routes.values()],
  };
}

/** The column of each node: one after the last of those with an arrow to it; arrows that close a circle do not count. */
function layersOf(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Map<string, number> {
  const incoming = new Map<string, string[]>(nodes.map(({ key }) => [key, []]));
  for (const edge of edges) if ('node' in edge.to) incoming.get(edge.to.node)?.push(edge.from);
  const layers = new Map<string, number>();
  const visiting = new Set<string>();
  const layerOf = (key: string): number => {
    const known = layers.get(key);
    if (known !== undefined) return known;
    if (visiting.has(key)) return -1;
    visiting.add(key);
    const before = (incoming.get(key) ?? []).filter((from) => incoming.has(from)).map(layerOf);
    visiting.delete(key);
    const layer = Math.max(-1, ...before) + 1;
    layers.set(key, layer);
    return layer;
  };
  for (const { key } of nodes) layerOf(key);
  return layers;
}

function straight(edge: DiagramEdge, from: Box, to: Box, index: number): Route {
  const points = [
    { x: from.x + from.width, y: centre(from).y },
    { x: to.x, y: centre(to).y },
  ];
  const [a, b] = points as [Point, Point];
  // Labels of lines that cross in the middle stand apart.
  const share = Math.abs(a.y - b.y) < 2 ? 0.5 : 0.3 + 0.2 * (index % 3);
  const y = a.y + (b.y - a.y) * share;
  return { edge, points, label: { x: a.x + (b.x - a.x) * share, y: y - 8, anchor: 'middle' } };
}

function beside(edge: DiagramEdge, from: Box, to: Box): Route {
  const x = from.x + from.width;
  const points = [
    { x, y: centre(from).y },
    { x: x + SIDE - 8, y: centre(from).y },
    { x: x + SIDE - 8, y: centre(to).y },
    { x, y: centre(to).y },
  ];
  const middle = halfWay(points);
  return { edge, points, label: { x: middle.x - 6, y: middle.y + 5, anchor: 'end' } };
}

function underneath(edge: DiagramEdge, from: Box, to: Box, lane: number): Route {
  const out = from.x + from.width + 14;
  const back = to.x - 14;
  const points = [
    { x: from.x + from.width, y: centre(from).y + 12 },
    { x: out, y: centre(from).y + 12 },
    { x: out, y: lane },
    { x: back, y: lane },
    { x: back, y: centre(to).y + 12 },
    { x: to.x, y: centre(to).y + 12 },
  ];
  return { edge, points, label: { x: (out + back) / 2, y: lane - 6, anchor: 'middle' } };
}

function toArrow(edge: DiagramEdge, from: Box, end: Point, lane: number): Route {
  const out = from.x + from.width + 22;
  const points = [
    { x: from.x + from.width, y: centre(from).y + 18 },
    { x: out, y: centre(from).y + 18 },
    { x: out, y: lane },
    { x: end.x, y: lane },
    end,
  ];
  return { edge, points, label: { x: (out + end.x) / 2, y: lane - 6, anchor: 'middle' } };
}
