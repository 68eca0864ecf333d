import { describe, expect, it } from 'vitest';
import type { RemarkCode } from '../../src/analysis/remark.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { normalSampler } from '../../src/statistics/random/normal.ts';
import { xoshiro128 } from '../../src/statistics/random/xoshiro128.ts';
import { analyseRows, smallStudy } from './small-study.ts';

const five = (value: number) => Math.max(1, Math.min(5, Math.round(3 + 1.1 * value)));

/** Good answers to two constructs of four items; the same each time. */
function goodRows(n = 150): number[][] {
  const normal = normalSampler(xoshiro128(7));
  return Array.from({ length: n }, () => {
    const a = normal();
    const b = 0.5 * a + 0.85 * normal();
    return [a, a, a, a, b, b, b, b].map((latent) => five(0.85 * latent + 0.5 * normal()));
  });
}
const study = (reversed = false) =>
  smallStudy([
    { key: 'A', items: ['A1', reversed ? '-A2' : 'A2', 'A3', 'A4'] },
    { key: 'B', items: ['B1', 'B2', 'B3', 'B4'] },
  ]);
const codesOf = (rows: ReadonlyArray<readonly StoredAnswer[]>, of = study()): readonly RemarkCode[] =>
  analyseRows(of, rows).remarks.map(({ code }) => code);

describe('remarks come with what is wrong and go when it is mended', () => {
  it('says nothing of good answers', () => {
    expect(codesOf(goodRows())).toEqual([]);
  });

  it('a reverse-worded item whose key was forgotten', () => {
    const rows = goodRows().map(([a1, a2, ...rest]) => [a1!, 6 - a2!, ...rest]);
    expect(codesOf(rows)).toContain('suspected-reverse');
    expect(codesOf(rows, study(true))).toEqual(['items-recoded']);
  });

  it('a construct whose items have little in common', () => {
    const random = xoshiro128(3);
    const noise = () => 1 + Math.floor(random.next() * 5);
    const rows = goodRows().map(([a1, , , , ...rest]) => [a1!, noise(), noise(), noise(), ...rest]);
    expect(codesOf(rows).some((code) => code === 'low-alpha' || code === 'negative-alpha')).toBe(true);
  });

  it('people who give one answer throughout', () => {
    const rows = [...goodRows(), Array.from({ length: 8 }, () => 4)];
    expect(codesOf(rows)).toContain('straightliners');
    expect(analyseRows(study(), rows).remarks[0]!.numbers).toEqual({ count: 1 });
  });

  it('gaps that cost more than one case in twenty', () => {
    const rows = goodRows().map((row, i) => (i % 10 === 0 ? ['skipped' as const, ...row.slice(1)] : row));
    const report = analyseRows(study(), rows);
    expect(report.remarks).toContainEqual({
      code: 'cases-lost',
      weight: 'notice',
      construct: 'A',
      numbers: { lost: 15, share: 0.1 },
    });
  });

  it('few answers', () => {
    expect(codesOf(goodRows(40))).toContain('few-cases');
  });

  it('constructs of one role on scales of different length', () => {
    const mixed = smallStudy(
      [
        { key: 'A', items: ['A1'], scale: 'five' },
        { key: 'B', items: ['B1'], scale: 'seven' },
      ],
      [],
      { five: [1, 2, 3, 4, 5], seven: [1, 2, 3, 4, 5, 6, 7] },
    );
    expect(codesOf([[1, 7]], mixed)).toContain('role-scales-differ');
  });

  it('puts what misleads before what was merely done', () => {
    const rows = goodRows().map(([a1, a2, a3, a4, b1, ...rest]) => [
      a1!,
      6 - a2!,
      a3!,
      a4!,
      6 - b1!,
      ...rest,
    ]);
    const weights = analyseRows(study(true), rows).remarks.map(({ weight }) => weight);
    expect(weights.at(0)).toBe('serious');
    expect(weights.at(-1)).toBe('information');
  });
});
