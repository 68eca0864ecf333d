// The file of scored answers against the report over the same answers.

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { scoredAnswersCsv } from '../../src/actions/export-answers.ts';
import { DEFAULT_OPTIONS, MISSING_RULES } from '../../src/analysis/analysis-options.ts';
import type { VersionRecord } from '../../src/domain/study-record.ts';
import type { StoredAnswer, Submission } from '../../src/domain/submission.ts';
import { answerKeysOf } from '../../src/domain/version.ts';
import { writeStudyFile } from '../../src/formats/study-file/write-study-file.ts';
import { moments } from '../../src/statistics/descriptive/moments.ts';
import { analyseRows, smallStudy } from '../analysis/small-study.ts';

const study = smallStudy([
  { key: 'A', items: ['A1', '-A2', 'A3'] },
  { key: 'B', items: ['-B1', 'B2', 'B3', 'B4'] },
]);
const answerKeys = answerKeysOf(study);

async function scoredFile(
  rows: ReadonlyArray<readonly StoredAnswer[]>,
  missing: (typeof MISSING_RULES)[number],
): Promise<Record<string, string>[]> {
  const version: VersionRecord = {
    id: 1,
    studyId: 1,
    number: 1,
    document: writeStudyFile(study),
    contentHash: '',
    answerKeys,
    note: '',
    publishedAt: 0,
  };
  const stored = rows.map((answers, i): Submission => {
    const key = String(i);
    const rest = { deploymentId: null, versionId: 1, language: 'en', pagesSent: 0, answers };
    return { key, mode: 'imported', state: 'finished', ...rest };
  });
  const deps = {
    studies: {},
    submissions: {
      async *streamSubmissions() {
        yield* stored;
      },
    },
  } as unknown as Deps;
  const options = {
    analysis: { ...DEFAULT_OPTIONS, missing },
    missingAs: 'words',
    excelSafe: false,
  } as const;
  let text = '';
  for await (const piece of scoredAnswersCsv(deps, version, options)) text += piece;
  return parse(text, { columns: true });
}

it('holds the answers and the scores that the report is made of', async () => {
  const answer = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 1, arbitrary: fc.constantFrom<StoredAnswer>('skipped', 'no-answer', null) },
  ) as fc.Arbitrary<StoredAnswer>;
  const group = fc.constantFrom<StoredAnswer>(1, 2, 'skipped');
  const row = fc
    .tuple(fc.array(answer, { minLength: 7, maxLength: 7 }), group)
    .map(([answers, of]) => [...answers, of]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(...MISSING_RULES),
      async (rows, missing) => {
        const file = await scoredFile(rows, missing);
        const report = analyseRows(study, rows, { missing });
        const column = (name: string) =>
          file.map((line) => (line[name] === '' ? Number.NaN : Number(line[name])));
        for (const { construct, score } of report.constructs) {
          const { n, mean, standardDeviation } = moments(column(`score.${construct}`));
          expect({ n, mean, standardDeviation }).toEqual({
            n: score.n,
            mean: score.mean,
            standardDeviation: score.standardDeviation,
          });
        }
        for (const item of report.items) {
          const { n, mean } = moments(column(item.item));
          expect(n).toBe(item.n);
          if (typeof mean === 'number') expect(mean).toBeCloseTo(item.mean as number, 12);
        }
        expect(file.map((line) => line.group)).toEqual(
          rows.map((given) => (given[7] === 'skipped' ? '' : String(given[7]))),
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('is the same when it is scored in more than one piece', async () => {
  const rows = Array.from({ length: 1203 }, (_, i) =>
    Array.from({ length: 8 }, (_, k): StoredAnswer => (k === 7 ? 1 + (i % 2) : 1 + ((i * (k + 3)) % 5))),
  );
  const file = await scoredFile(rows, 'listwise');
  expect(file).toHaveLength(1203);
  expect(file.map(({ submission }) => submission)).toEqual(rows.map((_, i) => String(i + 1)));
  const one = await scoredFile([rows[777]!], 'listwise');
  expect({ ...file[777], submission: '1' }).toEqual(one[0]);
});
