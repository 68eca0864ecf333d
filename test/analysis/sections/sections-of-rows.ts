// Sections of a small study and rows of answers, for the tests.

import { type AnalysisOptions, DEFAULT_OPTIONS } from '../../../src/analysis/analysis-options.ts';
import { answerColumnsFromRows } from '../../../src/analysis/answer-columns-from-rows.ts';
import { analyseSections, type SectionsReport } from '../../../src/analysis/sections/analyse-sections.ts';
import { type SectionInput, sectionInput } from '../../../src/analysis/sections/section-input.ts';
import {
  DEFAULT_SECTION_SETTINGS,
  type ModelRequest,
  SECTION_NAMES,
  type SectionName,
  type SectionSettings,
} from '../../../src/analysis/sections/section-settings.ts';
import { answerSimulator } from '../../../src/analysis/simulate-answers.ts';
import type { Path, Study } from '../../../src/domain/study.ts';
import type { StoredAnswer } from '../../../src/domain/submission.ts';
import { answerKeysOf } from '../../../src/domain/version.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { smallStudy } from '../small-study.ts';

export type Rows = ReadonlyArray<readonly StoredAnswer[]>;

/** Few resamples: what is tested here is not their number. */
const quick: SectionSettings = { ...DEFAULT_SECTION_SETTINGS, resamples: 100 };

export function inputOf(
  study: Study,
  rows: Rows,
  options: Partial<AnalysisOptions> = {},
  settings: Partial<SectionSettings> = {},
): SectionInput {
  const width = answerKeysOf(study).length;
  const whole = rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): StoredAnswer => null),
  ]);
  const answers = answerColumnsFromRows(whole, width, { mode: 'imported', language: 'en', stamp: 'test' });
  return sectionInput(study, answers, { ...DEFAULT_OPTIONS, ...options }, { ...quick, ...settings });
}

export function sectionsOf(
  study: Study,
  rows: Rows,
  names: readonly SectionName[] = SECTION_NAMES,
  options: Partial<AnalysisOptions> = {},
  model: ModelRequest | null = null,
): SectionsReport {
  return analyseSections(inputOf(study, rows, options), names, model);
}

/** Three constructs of one role each, two paths into the third and one that moderates. */
export const STUDY: Study = smallStudy(
  [
    { key: 'cause', role: 'cause-role', items: ['c1', 'c2', '-c3', 'c4'] },
    { key: 'context', role: 'context-role', items: ['x1', 'x2', 'x3', '-x4'] },
    { key: 'outcome', role: 'outcome-role', items: ['o1', 'o2', '-o3', 'o4'] },
  ],
  [
    direct('H1', 'context', 'cause'),
    direct('H2', 'cause', 'outcome'),
    direct('H3', 'context', 'outcome'),
    { key: 'H4', kind: 'moderates', from: 'context', path: 'H2', sign: '?' },
    direct('H5', 'cause-role', 'outcome-role'),
  ],
);

export function direct(key: string, from: string, to: string): Path {
  return { key, kind: 'direct', from, to, sign: '+' };
}

export function simulated(study: Study, count: number, seed = 1): StoredAnswer[][] {
  const respond = answerSimulator(study, {}, xoshiro128(seed));
  return Array.from({ length: count }, () => respond());
}

/** Places of what JSON cannot hold, or would hold as something else. */
export function unlawfulPlaces(value: unknown, place = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${place}: ${value}`];
  if (value === undefined || typeof value === 'function') return [`${place}: ${typeof value}`];
  if (typeof value !== 'object' || value === null) return [];
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set)
    return [`${place}: ${value.constructor.name}`];
  return Object.entries(value).flatMap(([key, one]) => unlawfulPlaces(one, `${place}.${key}`));
}
