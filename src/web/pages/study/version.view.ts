import { textIn } from '../../../domain/localized-text.ts';
import type { Study } from '../../../domain/study.ts';
import type { Deployment, VersionRecord } from '../../../domain/study-record.ts';
import type { SubmissionCounts } from '../../../domain/submission.ts';
import { formatDay, formatNumber } from '../../../i18n/format-number.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { links } from '../../links.ts';
import type { StudyFrame } from './frame.ts';
import { partLabel } from './part-label.ts';

export interface VersionView {
  readonly frame: StudyFrame;
  readonly heading: string;
  readonly published: string;
  readonly note: string;
  readonly hash: string;
  readonly facts: ReadonlyArray<{ name: string; value: string; note: string }>;
  /** Null when respondents are led to another version. */
  readonly entrance: {
    readonly links: ReadonlyArray<{ name: string; language: string; address: string }>;
    readonly open: boolean;
    readonly action: string;
    readonly mayChange: boolean;
  } | null;
  readonly fileLink: string;
  readonly statisticsLink: string;
  readonly constructs: ReadonlyArray<{
    readonly key: string;
    readonly label: string;
    readonly scale: string;
    readonly items: ReadonlyArray<{ key: string; text: string; reverse: boolean }>;
  }>;
}

interface Input {
  readonly t: Translator;
  readonly frame: StudyFrame;
  readonly version: VersionRecord;
  readonly study: Study;
  readonly deployment: Deployment | null;
  readonly counts: SubmissionCounts;
  readonly publicUrl: string;
  readonly mayOpen: boolean;
}

export function versionView({
  t,
  frame,
  version,
  study,
  deployment,
  counts,
  publicUrl,
  mayOpen,
}: Input): VersionView {
  const key = frame.studyKey;
  const number = (value: number) => formatNumber(value, 0, t.locale);
  const led = deployment?.versionId === version.id;
  const fact = (name: 'finished' | 'started' | 'items' | 'pages', value: number, note = '') => ({
    name: t(`study:fact-${name}`),
    value: number(value),
    note,
  });
  const simulated = counts.byMode.simulated;
  return {
    frame,
    heading: t('study:version-number', { number: version.number }),
    published: t('study:published-on', { day: formatDay(version.publishedAt, t.locale) }),
    note: version.note,
    hash: version.contentHash,
    facts: [
      fact('finished', counts.finished, simulated > 0 ? t('study:fact-simulated', { count: simulated }) : ''),
      fact('started', counts.started),
      fact('items', study.items.length),
      fact('pages', study.pages.length),
    ],
    entrance:
      deployment && led
        ? {
            links: study.languages.map((language) => ({
              name: localeOf(language).name,
              language,
              address: publicUrl + links.questionnaireIn(deployment.code, language),
            })),
            open: deployment.state === 'open',
            action: links.design(key, 'questionnaire'),
            mayChange: mayOpen,
          }
        : null,
    fileLink: links.versionFile(key, version.number),
    statisticsLink: links.statistics(key, version.number),
    constructs: study.constructs.map((construct) => {
      const scale = study.scales.find((candidate) => candidate.key === construct.scale);
      return {
        key: construct.key,
        label: partLabel(construct, study, t),
        scale: scale ? partLabel(scale, study, t) : construct.scale,
        items: study.items
          .filter((item) => item.construct === construct.key)
          .map((item) => ({
            key: item.key,
            text: textIn(item.text, t.locale.language, ...study.languages),
            reverse: item.reverse,
          })),
      };
    }),
  };
}
