// Studies of any size for the tests of the analysis, already past every check.

import { analyse } from '../../src/analysis/analyse.ts';
import { type AnalysisOptions, DEFAULT_OPTIONS } from '../../src/analysis/analysis-options.ts';
import { answerColumnsFromRows } from '../../src/analysis/answer-columns-from-rows.ts';
import type { StudyReport } from '../../src/analysis/study-report.ts';
import type { Path, Study } from '../../src/domain/study.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { answerKeysOf } from '../../src/domain/version.ts';

export interface SmallConstruct {
  readonly key: string;
  readonly role?: string;
  /** A key with a minus before it is reverse-worded. */
  readonly items: readonly string[];
  readonly measurement?: 'reflective' | 'formative';
  readonly scale?: string;
}

export function smallStudy(
  constructs: readonly SmallConstruct[],
  paths: readonly Path[] = [],
  scales: Readonly<Record<string, readonly number[]>> = { agreement: [1, 2, 3, 4, 5] },
): Study {
  const [firstScale = ''] = Object.keys(scales);
  const roles = [...new Set(constructs.map(({ role = 'parts' }) => role))];
  return {
    format: 'axial-study',
    formatVersion: 1,
    key: 'small',
    languages: ['en'],
    title: { en: 'Small study' },
    paradigm: {
      template: 'free',
      roles: roles.map((key) => ({ key, kind: 'other', label: { en: `Role ${key}` } })),
      relations: [],
    },
    categories: constructs.map(({ key, role = 'parts' }) => ({
      key: `cat-${key}`,
      role,
      label: { en: `Category ${key}` },
    })),
    scales: Object.entries(scales).map(([key, values]) => ({
      key,
      options: values.map((value) => ({ value, label: { en: `Option ${value}` } })),
    })),
    constructs: constructs.map(({ key, measurement = 'reflective', scale = firstScale }) => ({
      key,
      category: `cat-${key}`,
      label: { en: `Construct ${key}` },
      measurement,
      scale,
    })),
    items: constructs.flatMap(({ key, items }) =>
      items.map((item) => ({
        key: item.replace('-', ''),
        construct: key,
        text: { en: `Statement ${item.replace('-', '')}.` },
        reverse: item.startsWith('-'),
      })),
    ),
    questions: [
      {
        key: 'group',
        text: { en: 'Which group?' },
        options: [
          { value: 1, label: { en: 'First' } },
          { value: 2, label: { en: 'Second' } },
        ],
      },
    ],
    pages: [
      {
        key: 'page-1',
        items: [...constructs.flatMap(({ items }) => items.map((item) => item.replace('-', ''))), 'group'],
      },
    ],
    consent: { text: { en: 'I agree.' } },
    paths,
  };
}

/** Rows hold answers to the items; the grouping question is not reached. Listwise unless another rule is given. */
export function analyseRows(
  study: Study,
  rows: ReadonlyArray<readonly StoredAnswer[]>,
  options: Partial<AnalysisOptions> = {},
): StudyReport {
  const width = answerKeysOf(study).length;
  const whole = rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): StoredAnswer => null),
  ]);
  const answers = answerColumnsFromRows(whole, width, { mode: 'imported', language: 'en', stamp: 'test' });
  return analyse(
    study,
    answers,
    { ...DEFAULT_OPTIONS, missing: 'listwise', ...options },
    {
      versionNumber: 1,
      contentHash: 'hash',
      stamp: 'test',
      softwareVersion: '0',
    },
  );
}

/** Every number of a report, however deep. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
