import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/analysis/analysis-options.ts';
import { answerColumnsFromRows } from '../../src/analysis/answer-columns-from-rows.ts';
import { selectSubmissions } from '../../src/analysis/select-submissions.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { analyseRows, smallStudy } from './small-study.ts';

const study = smallStudy(
  [
    { key: 'A', items: ['A1', 'A2', 'A3'] },
    { key: 'B', items: ['B1', 'B2'] },
    { key: 'C', items: ['C1'] },
    { key: 'D', items: ['D1', 'D2'], measurement: 'formative' },
  ],
  [
    { key: 'H1', kind: 'direct', from: 'A', to: 'B', sign: '+' },
    { key: 'H2', kind: 'moderates', from: 'C', path: 'H1', sign: '+' },
  ],
);
const people = (n: number): StoredAnswer[][] =>
  Array.from({ length: n }, (_, i) => [
    1 + (i % 5),
    1 + ((i * 2) % 5),
    1 + ((i + 2) % 5),
    1 + ((i * 3) % 5),
    1 + (i % 4),
    1 + ((i * 7) % 5),
    1 + (i % 3),
    2 + (i % 3),
  ]);

describe('says why there is no number', () => {
  it('when nobody answered', () => {
    const report = analyseRows(study, []);
    expect(report.remarks.map(({ code }) => code)).toEqual(['no-answers']);
    expect(report.constructs[0]!.reliability!.alpha).toMatchObject({ notEstimable: 'no-answers' });
    expect(report.constructs[0]!.score.mean).toMatchObject({ notEstimable: 'no-answers' });
    expect(report.correlations.pairs[0]!.pearson).toMatchObject({ notEstimable: 'no-overlap' });
    expect(report.hypotheses.map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided']);
  });

  it('when one or two people answered', () => {
    const one = analyseRows(study, people(1));
    expect(one.constructs[0]!.reliability!.alpha).toMatchObject({
      notEstimable: 'too-few-cases',
      details: { n: 1, needed: 2 },
    });
    expect(one.constructs[0]!.score.mean).toBeCloseTo(5 / 3);
    const two = analyseRows(study, people(2));
    expect(two.correlations.pairs[0]!.pearson).toMatchObject({ notEstimable: 'too-few-cases' });
    expect(two.constructs[0]!.reliability!.intervalAdf).toMatchObject({ notEstimable: 'too-few-cases' });
  });

  it('when everybody gives the same answer to an item', () => {
    const rows = people(30).map(([, ...rest]) => [3, ...rest] as StoredAnswer[]);
    const report = analyseRows(study, rows);
    expect(report.items[0]).toMatchObject({
      standardDeviation: 0,
      skewness: { notEstimable: 'no-variance' },
      itemRest: { notEstimable: 'no-variance' },
    });
    expect(typeof report.constructs[0]!.reliability!.alpha).toBe('number');
    expect(report.constructs[0]!.reliability!.standardizedAlpha).toMatchObject({
      notEstimable: 'no-variance',
    });
    expect(report.remarks).toContainEqual(expect.objectContaining({ code: 'constant-item', item: 'A1' }));
  });

  it('when a construct has one item', () => {
    const { constructs, items, remarks } = analyseRows(study, people(30));
    expect(constructs[2]!.reliability!.alpha).toMatchObject({ notEstimable: 'too-few-items' });
    expect(items.find(({ item }) => item === 'C1')!.itemRest).toMatchObject({
      notEstimable: 'too-few-items',
    });
    expect(remarks).toContainEqual(expect.objectContaining({ code: 'single-item', construct: 'C' }));
  });

  it('when a construct has two items: no alpha if dropped', () => {
    const { items } = analyseRows(study, people(30));
    const b1 = items.find(({ item }) => item === 'B1')!;
    expect(typeof b1.itemRest).toBe('number');
    expect(b1.alphaIfDropped).toMatchObject({ notEstimable: 'too-few-items' });
  });

  it('when a construct is formative: alpha is not asked at all', () => {
    const { constructs, items } = analyseRows(study, people(30));
    expect(constructs[3]!.reliability).toBeNull();
    expect(items.find(({ item }) => item === 'D1')).toMatchObject({ itemRest: null, alphaIfDropped: null });
    expect(constructs[3]!.score.n).toBe(30);
  });
});

describe('which submissions count', () => {
  const columns = answerColumnsFromRows(
    people(10).map((row) => [...row, null]),
    9,
    { mode: 'imported', language: 'en', stamp: '' },
  );
  const answers = { ...columns, finished: Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 0, 0, 0]) };

  it('is finished ones, and unfinished ones when they are asked for', () => {
    const { rows, facts } = selectSubmissions(answers, DEFAULT_OPTIONS);
    expect([...rows]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(facts).toMatchObject({ started: 10, finished: 7, inAnalysis: 7, byMode: { imported: 7 } });
    expect(selectSubmissions(answers, { ...DEFAULT_OPTIONS, unfinished: true }).rows).toHaveLength(10);
  });

  it('is only those that came in a way that is asked for', () => {
    const { facts } = selectSubmissions(answers, { modes: ['web'], unfinished: true });
    expect(facts).toMatchObject({ inAnalysis: 0, byMode: { imported: 0 }, startedByMode: { imported: 10 } });
  });
});
