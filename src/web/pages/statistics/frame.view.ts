import { MISSING_RULES } from '../../../analysis/analysis-options.ts';
import type { RespondentFacts } from '../../../analysis/select-submissions.ts';
import { textIn } from '../../../domain/localized-text.ts';
import { mayDo, type StudyRole } from '../../../domain/permission.ts';
import type { Study } from '../../../domain/study.ts';
import type { VersionRecord } from '../../../domain/study-record.ts';
import { formatDay, formatNumber, formatPercent } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { links } from '../../links.ts';
import { ANSWER_CHOICES, optionsQuery, type PageOptions, SHARES } from './read-options.ts';
import { STATISTICS_TABS, type StatisticsTab, statisticsLinks } from './statistics-links.ts';

/** The bar over every statistics page, its tabs and its options. */
export interface StatisticsFrame {
  readonly studyTitle: string;
  readonly studyLink: string;
  readonly versionLink: string;
  readonly version: string;
  readonly meta: string;
  readonly hash: string;
  readonly tabs: ReadonlyArray<{ label: string; href: string; current: boolean }>;
  readonly action: string;
  readonly choices: OptionChoices;
  /** What a form of the page itself must keep of the options. */
  readonly kept: ReadonlyArray<{ name: string; value: string }>;
  readonly warnings: readonly string[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface OptionChoices {
  readonly missing: readonly Choice[];
  readonly shares: readonly Choice[];
  readonly answers: readonly Choice[];
  readonly unfinished: boolean;
  readonly likert: string;
}

export interface FrameInput {
  readonly t: Translator;
  readonly role: StudyRole;
  readonly study: Study;
  readonly version: VersionRecord;
  readonly options: PageOptions;
  readonly tab: StatisticsTab;
  readonly unknown?: readonly string[];
}

export function statisticsFrame(input: FrameInput): StatisticsFrame {
  const { t, role, study, version, options, tab } = input;
  const { analysis } = options;
  const to = statisticsLinks(study.key, version.number, optionsQuery(options));
  const unknown = [...options.unknown, ...(input.unknown ?? [])];
  const shown = STATISTICS_TABS.filter((name) => name !== 'import' || mayDo(role, 'import-answers'));
  return {
    studyTitle: textIn(study.title, t.locale.language, ...study.languages),
    studyLink: links.study(study.key),
    versionLink: links.version(study.key, version.number),
    version: t('statistics:version', { number: version.number }),
    meta: t('statistics:frozen-on', { day: formatDay(version.publishedAt, t.locale) }),
    hash: version.contentHash,
    tabs: shown.map((name) => ({
      label: t(`statistics:tab-${name}`),
      href: to.tab(name),
      current: name === tab,
    })),
    action: to.tab(tab, ''),
    choices: {
      missing: MISSING_RULES.map((value) => ({
        value,
        label: t(`statistics:missing-${value}`),
        chosen: value === analysis.missing,
      })),
      shares: SHARES.map((value) => ({
        value,
        label: formatPercent(Number(value), 0, t.locale),
        chosen: Number(value) === analysis.personMeanShare,
      })),
      answers: ANSWER_CHOICES.map((value) => ({
        value,
        label: t(`statistics:answers-${value}`),
        chosen: value === options.answers,
      })),
      unfinished: analysis.unfinished,
      likert: options.likert,
    },
    kept: [...new URLSearchParams(optionsQuery(options).slice(1))].map(([name, value]) => ({ name, value })),
    warnings: unknown.map((option) => t('statistics:option-unknown', { option })),
  };
}

/** n, missing rule and version: what every result says of itself. */
export function conditionsOf(
  input: Pick<FrameInput, 't' | 'version' | 'options'>,
  facts: Pick<RespondentFacts, 'inAnalysis'>,
): string {
  const { t, version, options } = input;
  const { missing, personMeanShare } = options.analysis;
  return t('statistics:conditions', {
    n: formatNumber(facts.inAnalysis, 0, t.locale),
    number: version.number,
    rule:
      missing === 'person-mean'
        ? t('statistics:rule-person-mean', { share: formatPercent(personMeanShare, 0, t.locale) })
        : t(`statistics:rule-${missing}`),
  });
}
