// Causal → core → strategies → consequences on one line, context above the strategies and intervening conditions below them,
// as the paradigm is drawn in print.

import { measuredBox } from './diagram-box.ts';
import { paradigmRoutes, type SlotPlace } from './paradigm-routes.ts';
import {
  BOX_WIDTH,
  type Box,
  type DiagramEdge,
  type DiagramLayout,
  type DiagramNode,
  GUTTER,
  type ParadigmSlot,
} from './path-diagram.ts';

const PLACES: Readonly<Record<ParadigmSlot, SlotPlace>> = {
  causal: { column: 0, row: 1 },
  core: { column: 1, row: 1 },
  context: { column: 2, row: 0 },
  strategies: { column: 2, row: 1 },
  intervening: { column: 2, row: 2 },
  consequences: { column: 3, row: 1 },
};
const MARGIN = 3;
const BETWEEN_ROWS = 66;
const STACKED = 14;

/** Requires a slot for every node. */
export function paradigmLayout(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): DiagramLayout {
  const placeOf = (node: DiagramNode) => PLACES[node.slot!];
  const measured = nodes.map((node) => ({ place: placeOf(node), box: measuredBox(node) }));
  const stackHeight = (slot: readonly { box: Box }[]) =>
    slot.reduce((sum, { box }) => sum + box.height, 0) + Math.max(0, slot.length - 1) * STACKED;
  const slots = Object.values(PLACES).map((place) => ({
    place,
    members: measured.filter((one) => one.place === place),
  }));
  const rowHeights = [0, 1, 2].map((row) =>
    Math.max(0, ...slots.filter(({ place }) => place.row === row).map(({ members }) => stackHeight(members))),
  );
  const tops: number[] = [];
  let top = MARGIN;
  for (const height of rowHeights) {
    tops.push(top);
    // A row without boxes takes no room, and neither does the space around it.
    if (height > 0) top += height + BETWEEN_ROWS;
  }

  const places = new Map<string, SlotPlace>();
  const boxes = slots.flatMap(({ place, members }) => {
    let y = tops[place.row]! + (rowHeights[place.row]! - stackHeight(members)) / 2;
    return members.map(({ box }): Box => {
      const placed = { ...box, x: MARGIN + place.column * (BOX_WIDTH + GUTTER), y };
      y += box.height + STACKED;
      places.set(box.node.key, place);
      return placed;
    });
  });
  const { routes, deepest, highest } = paradigmRoutes(boxes, places, edges);
  const lift = Math.max(0, MARGIN - highest);
  return {
    width: 2 * MARGIN + 4 * BOX_WIDTH + 3 * GUTTER,
    height: Math.max(...boxes.map((box) => box.y + box.height), deepest) + MARGIN + lift,
    boxes: boxes.map((box) => ({ ...box, y: box.y + lift })),
    routes: routes.map((route) => ({
      ...route,
      points: route.points.map(({ x, y }) => ({ x, y: y + lift })),
      label: { ...route.label, y: route.label.y + lift },
    })),
  };
}
