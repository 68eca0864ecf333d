import { element } from './svg-element.ts';
import { svgText, textWidth } from './svg-text.ts';

const SIZE = 12.5;
const ROW = 21;

/** Swatches with the labels of the scale in reading order, in as many lines as they need. */
export function likertLegend(
  options: readonly string[],
  colours: readonly string[],
  width: number,
  rightToLeft: boolean,
): { height: number; shapes: readonly string[] } {
  const shapes: string[] = [];
  let at = 0;
  let line = 0;
  options.forEach((option, index) => {
    const label = option.length > 60 ? `${option.slice(0, 59)}…` : option;
    const length = 18 + textWidth(label, SIZE) + 22;
    if (at > 0 && at + length > width) {
      at = 0;
      line++;
    }
    const y = line * ROW;
    const x = (start: number) => (rightToLeft ? width - start : start);
    shapes.push(
      element('rect', {
        x: rightToLeft ? width - at - 12 : at,
        y: y + 3,
        width: 12,
        height: 12,
        rx: 2,
        fill: colours[index]!,
      }),
      svgText(label, { x: x(at + 18), y: y + 13.5, size: SIZE, anchor: rightToLeft ? 'end' : 'start' }),
    );
    at += length;
  });
  return { height: (line + 1) * ROW + 6, shapes };
}
