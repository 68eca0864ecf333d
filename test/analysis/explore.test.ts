import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/analysis/analysis-options.ts';
import { answerColumnsFromRows } from '../../src/analysis/answer-columns-from-rows.ts';
import { explore } from '../../src/analysis/explore.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { smallStudy } from './small-study.ts';

const listwise = { ...DEFAULT_OPTIONS, missing: 'listwise' } as const;
const study = smallStudy([{ key: 'A', items: ['A1', '-A2'] }]);
const rows: StoredAnswer[][] = [
  [1, 5, 1],
  [3, 3, 1],
  [5, 1, 2],
  [5, 'skipped', 2],
  [2, 4, 'no-answer'],
];
const answers = answerColumnsFromRows(rows, 3, { mode: 'web', language: 'en', stamp: '' });

describe('explore', () => {
  it('shows the score of a construct by group, who did not say last', () => {
    const { groups, codes } = explore(study, answers, listwise, {
      of: { construct: 'A' },
      by: { question: 'group' },
    });
    expect(codes).toEqual([]);
    expect(groups.map(({ value, n, missing, mean }) => ({ value, n, missing, mean }))).toEqual([
      { value: 1, n: 2, missing: 0, mean: 2 },
      { value: 2, n: 1, missing: 1, mean: 5 },
      { value: null, n: 1, missing: 0, mean: 2 },
    ]);
    // R: t.test(c(1, 3))$conf.int
    expect(groups[0]!.interval).toMatchObject({
      lower: expect.closeTo(-10.7062047362, 8),
      upper: expect.closeTo(14.7062047362, 8),
    });
    expect(groups[1]!.interval).toMatchObject({ notEstimable: 'too-few-cases' });
  });

  it('shows an item as asked, with the counts of its codes', () => {
    const { groups } = explore(study, answers, listwise, { of: { item: 'A2' }, by: 'nothing' });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ n: 4, missing: 1, mean: 3.25, counts: [1, 0, 1, 1, 1] });
  });

  it('tells a construct from an item that has the same key', () => {
    const same = smallStudy([{ key: 'A', items: ['A', '-A2'] }]);
    const of = (choice: Parameters<typeof explore>[3]['of']) =>
      explore(same, answers, listwise, { of: choice, by: 'nothing' });
    expect(of({ construct: 'A' })).toMatchObject({ kind: 'construct', groups: [{ n: 4, mean: 2.75 }] });
    expect(of({ item: 'A' })).toMatchObject({ kind: 'item', groups: [{ n: 5, mean: 3.2 }] });
  });

  it('groups by language and by the way answers came in', () => {
    const byMode = explore(study, answers, listwise, { of: { construct: 'A' }, by: 'mode' }).groups;
    expect(byMode.map(({ value, n }) => [value, n])).toEqual([
      ['web', 4],
      ['imported', 0],
      ['simulated', 0],
    ]);
    const byLanguage = explore(study, answers, listwise, { of: { construct: 'A' }, by: 'language' }).groups;
    expect(byLanguage.map(({ value, n }) => [value, n])).toEqual([['en', 4]]);
  });

  it('refuses keys that the study does not have', () => {
    expect(() => explore(study, answers, listwise, { of: { construct: 'Z' }, by: 'nothing' })).toThrow(
      RangeError,
    );
    expect(() =>
      explore(study, answers, listwise, { of: { construct: 'A' }, by: { question: 'Z' } }),
    ).toThrow(RangeError);
  });
});
