import { describe, expect, it } from 'vitest';
import { contrast, labelColour, likertColours } from '../../../src/web/figures/likert-colours.ts';
import { type LikertData, likertFigure } from '../../../src/web/figures/likert-figure.ts';
import { textWidth } from '../../../src/web/figures/svg-text.ts';
import { all, numberOf, readXml } from './svg-reader.ts';

const frame = { id: 'f', title: 'Title', description: 'Description', use: 'page' } as const;
const data = (change: Partial<LikertData> = {}): LikertData => ({
  mode: 'centred',
  rightToLeft: false,
  options: ['Never', 'Seldom', 'Neither', 'Often', 'Always'],
  groups: [
    {
      label: 'Construct',
      rows: [
        { key: 'A1', text: 'A statement.', counts: [10, 20, 40, 20, 10], n: '100', mean: '3.00' },
        { key: 'A2', text: 'Nobody answered this one.', counts: [0, 0, 0, 0, 0], n: '0', mean: '–' },
        { key: 'A3', text: 'All agree.', counts: [0, 0, 0, 0, 7], n: '7', mean: '5.00' },
      ],
    },
  ],
  words: { item: 'Item', n: 'n', mean: 'M', noAnswers: 'no answers', neutral: 'Middle' },
  share: (share) => String(Math.round(share * 100)),
  percent: (share) => `${Math.round(share * 100)}%`,
  ...change,
});
const segmentsOf = (svg: string, item: string) =>
  all(readXml(svg), 'rect').filter(({ attributes }) => attributes['data-item'] === item);

describe('likert figure', () => {
  it.each(['centred', 'aside', 'full'] as const)('in mode %s: shares add up, nothing overlaps', (mode) => {
    for (const rightToLeft of [false, true]) {
      const segments = segmentsOf(likertFigure(frame, data({ mode, rightToLeft })), 'A1');
      expect(segments.reduce((sum, one) => sum + numberOf(one, 'data-share'), 0)).toBeCloseTo(1, 5);
      const spans = segments
        .map((one) => [numberOf(one, 'x'), numberOf(one, 'x') + numberOf(one, 'width')] as const)
        .sort(([a], [b]) => a - b);
      spans.slice(1).forEach(([start], i) => {
        expect(start).toBeGreaterThanOrEqual(spans[i]![1] - 0.02);
      });
    }
  });

  it('centres the middle option on the line at 0', () => {
    const svg = likertFigure(frame, data());
    const middle = segmentsOf(svg, 'A1').find(({ attributes }) => attributes['data-option'] === '2')!;
    const zero = all(readXml(svg), 'line').find(({ attributes }) => attributes.class === 'zero')!;
    expect(numberOf(middle, 'x') + numberOf(middle, 'width') / 2).toBeCloseTo(numberOf(zero, 'x1'), 1);
  });

  it('is the mirror image for readers from right to left', () => {
    const [one] = segmentsOf(likertFigure(frame, data()), 'A1');
    const [other] = segmentsOf(likertFigure(frame, data({ rightToLeft: true })), 'A1');
    expect(numberOf(other!, 'x')).toBeCloseTo(980 - numberOf(one!, 'x') - numberOf(one!, 'width'), 1);
  });

  it('prints a number only where it has room', () => {
    const rare = data({
      groups: [
        { label: 'C', rows: [{ key: 'A1', text: 'T', counts: [1, 99, 0, 0, 0], n: '100', mean: '1.99' }] },
      ],
    });
    const texts = all(readXml(likertFigure(frame, rare)), 'text').map(({ text }) => text);
    expect(texts).toContain('\u206699\u2069');
    expect(texts).not.toContain('\u20661\u2069');
  });

  it('keeps long item keys clear of the text and of the bars', () => {
    const long = 'satisfaction_with_the_service_of_the_branch_in_the_quarter_12';
    const svg = likertFigure(
      frame,
      data({
        groups: [
          {
            label: 'C',
            rows: [{ key: long, text: 'word '.repeat(40), counts: [1, 1, 1, 1, 1], n: '5', mean: '3' }],
          },
        ],
      }),
    );
    const texts = all(readXml(svg), 'text');
    const key = texts.find(({ text }) => text.includes('satisfaction'))!;
    const ends = (node: (typeof texts)[number]) =>
      numberOf(node, 'x') + textWidth(node.text.slice(1, -1), numberOf(node, 'font-size'));
    const statement = texts.filter(({ text }) => text.includes('word'));
    expect(statement).toHaveLength(3);
    const keyStart = numberOf(key, 'x') - textWidth(key.text.slice(1, -1), 12);
    for (const line of statement) expect(ends(line)).toBeLessThan(keyStart);
    expect(numberOf(key, 'x')).toBeLessThan(342);
  });

  it('says so where nobody answered, and draws no empty bar', () => {
    const svg = likertFigure(frame, data());
    expect(segmentsOf(svg, 'A2')).toEqual([]);
    expect(all(readXml(svg), 'text').map(({ text }) => text)).toContain('\u2066no answers\u2069');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('stays well-formed and keeps directions apart, whatever the texts hold', () => {
    const hostile = '"><script>alert(1)</script> & \u202E evil \uFFFE \uD800 مردم می‌گویند.';
    const svg = likertFigure(
      { ...frame, title: hostile, use: 'file' },
      {
        ...data(),
        options: [hostile, 'b', 'c', 'd', 'e'],
        groups: [
          {
            label: hostile,
            rows: [{ key: 'A1', text: hostile.repeat(20), counts: [1, 2, 3, 4, 5], n: '15', mean: '3' }],
          },
        ],
      },
    );
    const root = readXml(svg);
    expect(all(root, 'script')).toEqual([]);
    expect(svg).not.toMatch(/[\u202A-\u202E\uFFFE]/);
    for (const { text } of all(root, 'text')) {
      expect(['\u2066', '\u2067']).toContain(text.at(0));
      expect(text.at(-1)).toBe('\u2069');
      expect([...text].filter((character) => character >= '\u2066' && character <= '\u2069')).toHaveLength(2);
    }
  });

  it('as a file needs nothing from outside', () => {
    const svg = likertFigure({ ...frame, use: 'file' }, data());
    expect(svg.startsWith('<?xml')).toBe(true);
    expect(svg).not.toMatch(/var\(|url\(|href|style=/);
    expect(readXml(svg).attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'f-title f-desc' });
  });
});

describe('likert colours', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('of %i options differ and carry a readable label', (options) => {
    const colours = likertColours(options);
    expect(new Set(colours).size).toBe(options);
    for (const colour of colours) expect(contrast(colour, labelColour(colour))).toBeGreaterThanOrEqual(4.5);
  });
  it('refuse scales that no answer scale has', () => {
    expect(() => likertColours(1)).toThrow(RangeError);
    expect(() => likertColours(12)).toThrow(RangeError);
  });
});
