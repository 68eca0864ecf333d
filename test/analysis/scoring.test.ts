import { describe, expect, it } from 'vitest';
import { answerColumnsFromRows } from '../../src/analysis/answer-columns-from-rows.ts';
import { answerMatrix } from '../../src/analysis/answer-matrix.ts';
import { codeScore } from '../../src/analysis/coded-score.ts';
import { constructScores, roleScores } from '../../src/analysis/construct-scores.ts';
import { correlateScores } from '../../src/analysis/correlate-scores.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { columnOf } from '../../src/statistics/matrix.ts';
import { isNotEstimable } from '../../src/statistics/not-estimable.ts';
import { analyseRows, smallStudy } from './small-study.ts';

function matrixOf(study: ReturnType<typeof smallStudy>, rows: ReadonlyArray<readonly StoredAnswer[]>) {
  const width = study.items.length + 1;
  const answers = answerColumnsFromRows(
    rows.map((row) => [...row, null]),
    width,
    { mode: 'web', language: 'en', stamp: '' },
  );
  return answerMatrix(
    study,
    answers,
    Int32Array.from(rows, (_, i) => i),
  );
}

describe('keying', () => {
  it('recodes by the bounds of the scale, not by what stands in the data', () => {
    const study = smallStudy([{ key: 'A', items: ['-A1'], scale: 's' }], [], { s: [0, 1, 2, 3, 4, 5, 6] });
    expect([...matrixOf(study, [[1], [2], [3]]).keyed.data]).toEqual([5, 4, 3]);
  });

  it('works on scales with negative codes', () => {
    const study = smallStudy([{ key: 'A', items: ['-A1', 'A2'], scale: 's' }], [], { s: [-2, -1, 0, 1, 2] });
    expect([...matrixOf(study, [[-2, -2]]).keyed.data]).toEqual([2, -2]);
  });

  it('counts the kinds of missing answers apart and takes none of them for a number', () => {
    const study = smallStudy([{ key: 'A', items: ['A1'] }]);
    const { keyed, columns } = matrixOf(study, [[3], ['skipped'], ['no-answer'], [null], ['skipped']]);
    expect([...keyed.data]).toEqual([3, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(columns[0]!.missing).toEqual({ skipped: 2, noAnswer: 1, notReached: 1 });
  });

  it('refuses a code that is not on the scale', () => {
    const study = smallStudy([{ key: 'A', items: ['A1'] }]);
    expect(() => matrixOf(study, [[6]])).toThrow(RangeError);
  });
});

describe('scores', () => {
  const study = smallStudy([{ key: 'A', items: ['A1', 'A2', 'A3', 'A4'] }]);
  const rows: ReadonlyArray<readonly StoredAnswer[]> = [
    [1, 2, 3, 4],
    [1, 2, 3, null],
    [1, 2, null, null],
    [1, null, null, null],
    [null, null, null, null],
  ];
  const score = (rule: Parameters<typeof constructScores>[2]) => [
    ...columnOf(constructScores(study, matrixOf(study, rows), rule), 0),
  ];
  const none = Number.NaN;

  it('need every item under listwise', () => {
    expect(score({ missing: 'listwise', personMeanShare: 0.5 })).toEqual([2.5, none, none, none, none]);
  });
  it('need one answered item under pairwise', () => {
    expect(score({ missing: 'pairwise', personMeanShare: 0.5 })).toEqual([2.5, 2, 1.5, 1, none]);
  });
  it('need the share of answered items under person-mean', () => {
    expect(score({ missing: 'person-mean', personMeanShare: 0.5 })).toEqual([2.5, 2, 1.5, none, none]);
    expect(score({ missing: 'person-mean', personMeanShare: 0.75 })).toEqual([2.5, 2, none, none, none]);
  });

  it('of a role are the mean of the scores of its constructs, not of its items', () => {
    const two = smallStudy([
      { key: 'A', role: 'R', items: ['A1', 'A2', 'A3'] },
      { key: 'B', role: 'R', items: ['B1'] },
    ]);
    const rule = { missing: 'listwise', personMeanShare: 0.5 } as const;
    const scores = constructScores(two, matrixOf(two, [[1, 1, 1, 5]]), rule);
    expect(roleScores(two, scores, rule)).toMatchObject({ roles: ['R'] });
    expect([...roleScores(two, scores, rule).scores.data]).toEqual([3]);
  });
});

describe('equal scores', () => {
  /** Every way in which three items on 1 … 5 can be answered. */
  const triples = Array.from({ length: 125 }, (_, i) => [
    1 + Math.floor(i / 25),
    1 + (Math.floor(i / 5) % 5),
    1 + (i % 5),
  ]);
  const three = (key: string) => ({ key, role: 'R', items: [`${key}1`, `${key}2`, `${key}3`] });
  const study = smallStudy([three('A'), three('B'), three('C'), { key: 'O', role: 'Other', items: ['O1'] }]);
  const sum = (row: readonly number[]) => row.reduce((total, value) => total + value, 0);
  const withTotal = (total: number) =>
    triples.flatMap((a, i) =>
      triples.flatMap((b, k) => {
        const rest = total - sum(a) - sum(b);
        if ((i + k) % 7 !== 0 || rest < 3 || rest > 15) return [];
        const c = triples.find((triple) => sum(triple) === rest)!;
        return [[...a, ...b, ...c, 1 + ((i * 3 + k) % 5)]];
      }),
    );

  it('make a role constant, with no correlation, when everybody has the same sum', () => {
    for (const missing of ['listwise', 'pairwise', 'person-mean'] as const) {
      const report = analyseRows(study, withTotal(21), { missing });
      const [pair] = report.roleCorrelations.pairs;
      expect(pair).toMatchObject({
        pearson: { notEstimable: 'no-variance' },
        spearman: { notEstimable: 'no-variance' },
      });
    }
  });

  it('stay ties in the ranks of a role: rho is that of the sums', () => {
    const rows = [19, 20, 21, 22].flatMap((total) => withTotal(total).slice(0, 60));
    const report = analyseRows(study, rows, { missing: 'pairwise' });
    const totals = Float64Array.from(rows, (row) => sum(row.slice(0, 9)));
    const others = Float64Array.from(rows, (row) => row[9]!);
    const ofSums = correlateScores(codeScore(totals), codeScore(others), 0.95);
    const found = report.roleCorrelations.pairs[0]!;
    if (isNotEstimable(found.spearman) || isNotEstimable(ofSums.spearman)) throw new Error('no estimate');
    expect(found.spearman.value).toBeCloseTo(ofSums.spearman.value, 12);
  });

  it('are equal doubles whichever items they come from, under rules that allow gaps', () => {
    const gapped = smallStudy([{ key: 'A', items: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'] }]);
    const rows: StoredAnswer[][] = [
      [1, 2, 4, null, null, null],
      [2, 2, 2, 2, 2, 4],
      [null, null, null, 4, 2, 1],
      [4, 1, 2, 3, 3, 1],
    ];
    for (const missing of ['pairwise', 'person-mean'] as const) {
      const scores = constructScores(gapped, matrixOf(gapped, rows), { missing, personMeanShare: 0.5 });
      expect(new Set(scores.data)).toEqual(new Set([7 / 3]));
    }
  });
});

describe('listwise', () => {
  it('compares relations on the people who are complete in every construct', () => {
    const study = smallStudy([
      { key: 'A', items: ['A1', 'A2'] },
      { key: 'B', items: ['B1'] },
      { key: 'C', items: ['C1'] },
    ]);
    const rows: StoredAnswer[][] = Array.from({ length: 10 }, (_, i) => [
      1 + (i % 5),
      1 + ((i + 1) % 5),
      1 + ((i * 2) % 5),
      1 + ((i * 3) % 5),
    ]);
    rows[0]![3] = 'skipped';
    rows[1]![0] = 'skipped';
    const report = analyseRows(study, rows);
    expect(report.correlations.pairs.map(({ n }) => n)).toEqual([8, 8, 8]);
    expect(report.constructs[0]!.reliability!.n).toBe(9);
    const pairwise = analyseRows(study, rows, { missing: 'pairwise' });
    expect(pairwise.correlations.pairs.map(({ n }) => n)).toEqual([10, 9, 9]);
  });
});
