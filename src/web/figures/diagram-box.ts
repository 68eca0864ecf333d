import { BOX_WIDTH, type Box, type DiagramNode } from './path-diagram.ts';
import { wrapText } from './svg-text.ts';

export const TITLE_SIZE = 14.5;
export const DETAIL_SIZE = 11.5;
export const TITLE_LINE = 20;
export const DETAIL_LINE = 16;
const PADDING = 13;
const SHOWN_DETAILS = 5;

/** A box as high as its words need, not placed yet. */
export function measuredBox(node: DiagramNode): Box {
  const titleLines = wrapText(node.title, BOX_WIDTH - 20, TITLE_SIZE, 3);
  const shown = node.details.slice(0, SHOWN_DETAILS);
  const detailLines = shown.flatMap((detail) => wrapText(detail, BOX_WIDTH - 18, DETAIL_SIZE, 3));
  if (node.details.length > SHOWN_DETAILS) detailLines.push('…');
  const height =
    2 * PADDING +
    titleLines.length * TITLE_LINE +
    (detailLines.length > 0 ? 4 + detailLines.length * DETAIL_LINE : 0);
  return { node, titleLines, detailLines, x: 0, y: 0, width: BOX_WIDTH, height: Math.max(66, height) };
}
