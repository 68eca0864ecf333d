import type { Request } from 'express';
import { type AnalysisOptions, DEFAULT_OPTIONS, MISSING_RULES } from '../../../analysis/analysis-options.ts';
import type { SubmissionMode } from '../../../domain/submission.ts';
import { LIKERT_MODES, type LikertMode } from '../../figures/likert-segments.ts';

/** Which ways of coming in an address can ask for. */
export const ANSWER_CHOICES = ['all', 'without-simulated', 'web'] as const;
export type AnswerChoice = (typeof ANSWER_CHOICES)[number];
export const SHARES = ['0.5', '0.75', '1'] as const;

const modesOf: Readonly<Record<AnswerChoice, readonly SubmissionMode[]>> = {
  all: DEFAULT_OPTIONS.modes,
  'without-simulated': ['web', 'imported'],
  web: ['web'],
};

export interface PageOptions {
  readonly analysis: AnalysisOptions;
  readonly answers: AnswerChoice;
  readonly likert: LikertMode;
  /** Options of the address that mean nothing, as name=value: not obeyed, and said so. */
  readonly unknown: readonly string[];
}

/** The options of a statistics page from its address; what is not given is the default. */
export function readOptions(query: Request['query']): PageOptions {
  const unknown: string[] = [];
  const choose = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = query[name];
    if (value === undefined || value === '') return fallback;
    const known = choices.find((choice) => choice === value);
    if (known === undefined) unknown.push(`${name}=${typeof value === 'string' ? value.slice(0, 40) : '…'}`);
    return known ?? fallback;
  };
  const answers = choose('answers', ANSWER_CHOICES, 'all');
  return {
    analysis: {
      missing: choose('missing', MISSING_RULES, DEFAULT_OPTIONS.missing),
      personMeanShare: Number(choose('share', SHARES, '0.5')),
      modes: modesOf[answers],
      unfinished: choose('unfinished', ['1'], '' as '1') === '1',
      level: DEFAULT_OPTIONS.level,
    },
    answers,
    likert: choose('likert', LIKERT_MODES, 'centred'),
    unknown,
  };
}

/** The address part that leads to the same options again; '' for the defaults. */
export function optionsQuery(options: PageOptions, more: Readonly<Record<string, string>> = {}): string {
  const { analysis, answers, likert } = options;
  const query = new URLSearchParams();
  if (analysis.missing !== DEFAULT_OPTIONS.missing) query.set('missing', analysis.missing);
  if (analysis.missing === 'person-mean' && analysis.personMeanShare !== DEFAULT_OPTIONS.personMeanShare)
    query.set('share', String(analysis.personMeanShare));
  if (answers !== 'all') query.set('answers', answers);
  if (analysis.unfinished) query.set('unfinished', '1');
  if (likert !== 'centred') query.set('likert', likert);
  for (const [name, value] of Object.entries(more)) if (value !== '') query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
