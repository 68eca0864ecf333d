import { questionnaireLanguages } from '../../../domain/edit/edit-languages.ts';
import { roleKinds } from '../../../domain/edit/edit-roles.ts';
import { textIn } from '../../../domain/localized-text.ts';
import { paradigmTemplate } from '../../../domain/paradigm-templates.ts';
import type { Study } from '../../../domain/study.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { type ParadigmFigure, paradigmFigure } from './paradigm-figure.view.ts';

export interface ParadigmView {
  readonly figure: ParadigmFigure;
  readonly titles: readonly TextField[];
  readonly descriptions: readonly TextField[];
  readonly source: readonly TextField[];
  readonly edition: TextField;
  readonly template: string;
  readonly layout: ChoiceField;
  readonly languages: ReadonlyArray<{
    readonly language: string;
    readonly name: string;
    readonly first: boolean;
    readonly firstLabel: string;
    readonly deleteLabel: string;
  }>;
  readonly newLanguage: ChoiceField;
  readonly roles: ReadonlyArray<{
    readonly key: string;
    readonly kind: string;
    readonly labels: readonly TextField[];
    readonly deleteLabel: string;
  }>;
  readonly newRole: {
    readonly key: TextField;
    readonly kind: ChoiceField;
    readonly labels: readonly TextField[];
  };
}

export function paradigmView({
  t,
  study,
  fields,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
}): ParadigmView {
  const name = (language: string) => localeOf(language).name;
  const group = (choices: Array<{ value: string; label: string }>) => [{ label: '', choices }];
  const template = paradigmTemplate(study.paradigm.template);
  const others = questionnaireLanguages.filter((language) => !study.languages.includes(language));
  return {
    figure: paradigmFigure(study, study.key, t),
    titles: fields.texts('title', 1),
    descriptions: fields.texts('description', 3),
    source: [
      { ...fields.line('citation'), rows: 2 },
      { ...fields.line('url'), direction: 'ltr' },
    ],
    edition: fields.line('edition'),
    template: template ? textIn(template.label, t.locale.language) : study.paradigm.template,
    layout: fields.choice(
      group([
        { value: 'adaptive', label: t('study:layout-adaptive') },
        { value: 'stacked', label: t('study:layout-stacked') },
      ]),
      'layout',
    ),
    languages: study.languages.map((language, index) => ({
      language,
      name: name(language),
      first: index === 0,
      firstLabel: t('study:make-first', { language: name(language) }),
      deleteLabel: t('study:delete-named', { key: name(language) }),
    })),
    newLanguage: fields.choice(
      group([
        { value: '', label: t('study:choose-language') },
        ...others.map((language) => ({ value: language, label: name(language) })),
      ]),
      'new-language',
    ),
    roles: study.paradigm.roles.map((role) => ({
      key: role.key,
      kind: t(`study:kind-${role.kind}`),
      labels: fields.texts('label', 1, role.key),
      deleteLabel: t('study:delete-named', { key: role.key }),
    })),
    newRole: {
      key: fields.line('new-key'),
      kind: fields.choice(
        group(roleKinds.map((kind) => ({ value: kind, label: t(`study:kind-${kind}`) }))),
        'new-kind',
      ),
      labels: fields.texts('new-label', 1),
    },
  };
}
