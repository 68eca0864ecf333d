import { textIn } from '../../../domain/localized-text.ts';
import type { AnswerScale, Study } from '../../../domain/study.ts';
import { MAX_SCALE_OPTIONS, MIN_SCALE_OPTIONS } from '../../../domain/study-limits.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { partLabel } from './part-label.ts';

export interface ScalesView {
  readonly scales: ReadonlyArray<{
    readonly key: string;
    readonly heading: string;
    readonly users: string;
    readonly labels: readonly TextField[];
    readonly points: ChoiceField;
    readonly options: ReadonlyArray<{ value: string; heading: string; labels: readonly TextField[] }>;
    readonly noAnswer: readonly TextField[];
    readonly samples: readonly ScaleSample[];
    readonly deleteLabel: string;
    readonly deleteCommand: string;
  }>;
  readonly newKey: TextField;
}

/** One item as respondents meet it on this scale. */
export interface ScaleSample {
  readonly language: string;
  readonly languageName: string;
  readonly direction: string;
  readonly name: string;
  readonly text: string;
  readonly columns: string;
  readonly options: readonly string[];
  readonly noAnswer: string;
}

export function scalesView({
  t,
  study,
  fields,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
}): ScalesView {
  const points = Array.from({ length: MAX_SCALE_OPTIONS - MIN_SCALE_OPTIONS + 1 }, (_, index) => ({
    value: String(index + MIN_SCALE_OPTIONS),
    label: formatNumber(index + MIN_SCALE_OPTIONS, 0, t.locale),
  }));
  return {
    scales: study.scales.map((scale) => ({
      key: scale.key,
      heading: partLabel(scale, study, t),
      users: t('study:count-constructs', {
        count: study.constructs.filter((construct) => construct.scale === scale.key).length,
      }),
      labels: fields.texts('label', 1, scale.key),
      points: fields.choice([{ label: '', choices: points }], 'points', scale.key),
      options: scale.options.map(({ value }) => ({
        value: String(value),
        heading: formatNumber(value, 0, t.locale),
        labels: fields.texts('option', 1, scale.key, String(value)),
      })),
      noAnswer: fields.texts('no-answer', 1, scale.key),
      samples: study.languages.map((language) => sampleOf(scale, study, language, t)),
      deleteLabel: t('study:delete-named', { key: scale.key }),
      deleteCommand: `delete:scale:${scale.key}`,
    })),
    newKey: fields.line('new-key'),
  };
}

function sampleOf(scale: AnswerScale, study: Study, language: string, t: Translator): ScaleSample {
  const constructs = study.constructs.filter((construct) => construct.scale === scale.key);
  const item = study.items.find((candidate) => constructs.some(({ key }) => key === candidate.construct));
  const locale = localeOf(language);
  return {
    language,
    languageName: locale.name,
    direction: locale.direction,
    name: `sample-${scale.key}-${language}`,
    text: textIn(item?.text, language) || t('study:sample-item'),
    columns: `k${scale.options.length}`,
    options: scale.options.map((option) => option.label[language]?.trim() || '…'),
    noAnswer: scale.noAnswer?.[language] ?? '',
  };
}
