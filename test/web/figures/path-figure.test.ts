import { describe, expect, it } from 'vitest';
import { layeredLayout } from '../../../src/web/figures/layered-layout.ts';
import { paradigmLayout } from '../../../src/web/figures/paradigm-layout.ts';
import type { Box, DiagramEdge, DiagramNode, ParadigmSlot } from '../../../src/web/figures/path-diagram.ts';
import { pathFigure } from '../../../src/web/figures/path-figure.ts';
import { all, numberOf, readXml } from './svg-reader.ts';

const slots: readonly ParadigmSlot[] = [
  'causal',
  'core',
  'context',
  'intervening',
  'strategies',
  'consequences',
];
const nodes: readonly DiagramNode[] = slots.map((slot) => ({
  key: slot,
  title: `Part ${slot}`,
  details: ['A construct with a long name, α = .80', 'Another one, α = .71'],
  slot,
}));
const edge = (key: string, from: string, to: string, value = 0.3, certain = true): DiagramEdge => ({
  key,
  from,
  to: { node: to },
  value,
  label: value.toFixed(2),
  certain,
});
const standard = [
  edge('H1', 'causal', 'core'),
  edge('H2', 'core', 'strategies'),
  edge('H3', 'context', 'strategies'),
  edge('H4', 'intervening', 'strategies', -0.2),
  edge('H5', 'strategies', 'consequences', 0.1, false),
];
const more = [
  ...standard,
  edge('X1', 'causal', 'strategies'),
  edge('X2', 'context', 'core'),
  edge('X3', 'consequences', 'causal'),
  { ...edge('H6', 'intervening', ''), to: { edge: 'H2' } },
];
const frame = { id: 'p', title: 'Title', description: 'Description', use: 'page' } as const;

function expectNoOverlap(boxes: readonly Box[]): void {
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${a.node.key} and ${b.node.key}`).toBe(true);
    }
  });
}

describe('paradigm layout', () => {
  it('puts every part in its place', () => {
    const { boxes } = paradigmLayout(nodes, standard);
    const at = (key: string) => boxes.find(({ node }) => node.key === key)!;
    expect(at('causal').x).toBeLessThan(at('core').x);
    expect(at('core').x).toBeLessThan(at('strategies').x);
    expect(at('strategies').x).toBeLessThan(at('consequences').x);
    expect(at('context').x).toBe(at('strategies').x);
    expect(at('context').y + at('context').height).toBeLessThan(at('strategies').y);
    expect(at('intervening').y).toBeGreaterThan(at('strategies').y + at('strategies').height);
  });

  it('stacks constructs of one part without overlapping', () => {
    const stacked = slots.flatMap((slot) =>
      [1, 2, 3].map((number) => ({ ...nodes[0]!, key: `${slot}${number}`, slot })),
    );
    const layout = paradigmLayout(stacked, [edge('H1', 'causal1', 'core2')]);
    expectNoOverlap(layout.boxes);
  });

  it('draws every path that has ends, inside the picture', () => {
    const layout = paradigmLayout(nodes, more);
    expect(layout.routes.map(({ edge: drawn }) => drawn.key).sort()).toEqual(
      more.map(({ key }) => key).sort(),
    );
    for (const { points, label } of layout.routes)
      for (const { x, y } of [...points, label]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.height);
      }
  });

  it('leaves an empty row out', () => {
    const few = nodes.filter(({ slot }) => slot !== 'context' && slot !== 'intervening');
    expect(paradigmLayout(few, []).height).toBeLessThan(paradigmLayout(nodes, []).height / 2);
  });
});

describe('layered layout', () => {
  it('puts what an arrow leads to further on, and copes with circles', () => {
    const free = ['a', 'b', 'c', 'd'].map((key) => ({ key, title: key, details: [], slot: null }));
    const circle = [edge('1', 'a', 'b'), edge('2', 'b', 'c'), edge('3', 'c', 'a'), edge('4', 'd', 'd2')];
    const layout = layeredLayout(free, circle);
    expectNoOverlap(layout.boxes);
    const at = (key: string) => layout.boxes.find(({ node }) => node.key === key)!.x;
    expect(new Set([at('a'), at('b'), at('c')]).size).toBe(3);
    expect(layout.routes.map(({ edge: drawn }) => drawn.key)).toEqual(['1', '2', '3']);
  });
});

describe('path figure', () => {
  it('shows sign by colour, strength by width and doubt by dashes', () => {
    const root = readXml(pathFigure(frame, { nodes, edges: standard, rightToLeft: false }));
    const arrow = (key: string) =>
      all(root, 'path').find(({ attributes }) => attributes['data-path'] === key)!;
    expect(arrow('H4').attributes.stroke).toBe('#a6450a');
    expect(arrow('H1').attributes.stroke).toBe('#1c5896');
    expect(numberOf(arrow('H1'), 'stroke-width')).toBeGreaterThan(numberOf(arrow('H5'), 'stroke-width'));
    expect(arrow('H5').attributes['stroke-dasharray']).toBeDefined();
    expect(arrow('H1').attributes['stroke-dasharray']).toBeUndefined();
    expect(numberOf(arrow('H4'), 'data-value')).toBe(-0.2);
  });

  it('is mirrored for readers from right to left, words unchanged', () => {
    const boxes = (rightToLeft: boolean) =>
      all(readXml(pathFigure(frame, { nodes, edges: more, rightToLeft })), 'rect');
    const width = 4 * 204 + 3 * 76 + 6;
    boxes(false).forEach((box, i) => {
      expect(numberOf(boxes(true)[i]!, 'x')).toBeCloseTo(width - numberOf(box, 'x') - 204, 1);
    });
  });

  it('draws a path without an estimate as a thin dashed line without a value', () => {
    const none: DiagramEdge = { ...standard[0]!, value: null, label: '–', certain: false };
    const svg = pathFigure(frame, { nodes, edges: [none], rightToLeft: false });
    expect(svg).not.toMatch(/NaN|Infinity|null|undefined/);
    expect(readXml(svg)).toBeDefined();
  });

  it('stays well-formed with hostile and endless names', () => {
    const hostile = nodes.map((node) => ({
      ...node,
      title: `"><script>${'w'.repeat(300)}`,
      details: Array.from({ length: 9 }, () => 'مردم & "others" <b> '.repeat(10)),
    }));
    const root = readXml(
      pathFigure({ ...frame, use: 'file' }, { nodes: hostile, edges: more, rightToLeft: true }),
    );
    expect(all(root, 'script')).toEqual([]);
  });
});
