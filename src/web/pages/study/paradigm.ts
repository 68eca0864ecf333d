import { addLanguage, putLanguageFirst } from '../../../domain/edit/edit-languages.ts';
import { addRole, editRoles } from '../../../domain/edit/edit-roles.ts';
import { editStudyTexts } from '../../../domain/edit/edit-study-texts.ts';
import type { Study } from '../../../domain/study.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { DesignTab, TabInput } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { paradigmView } from './paradigm.view.ts';

export const paradigmTab: DesignTab = {
  tab: 'paradigm',
  valuesOf,
  viewOf: paradigmView,
  apply(study, input) {
    const { t, command, values } = input;
    const edited = applyTyped(study, input);
    if (command.verb === 'first')
      return {
        study: putLanguageFirst(edited, command.key),
        said: t('study:said-first', { language: localeOf(command.key).name }),
      };
    const language = values.get('new-language') ?? '';
    if (command.verb === 'add-language' || language !== '')
      return {
        study: addLanguage(edited, language),
        said: t('study:said-language', { language: localeOf(language).name }),
      };
    const label = textsOf(values, study.languages, 'new-label');
    const key = values.get('new-key') ?? '';
    if (command.verb === 'add' || key !== '' || Object.values(label).some((text) => text.trim() !== ''))
      return {
        study: addRole(edited, { key, kind: values.get('new-kind') ?? '', label }),
        said: t('study:said-saved'),
      };
    return { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  const { languages } = study;
  return new Map([
    ...textEntries(study.title, languages, 'title'),
    ...textEntries(study.description, languages, 'description'),
    ['citation', study.source?.citation ?? ''],
    ['url', study.source?.url ?? ''],
    ['edition', study.paradigm.editionCited ?? ''],
    ['layout', study.layout ?? 'adaptive'],
    ...study.paradigm.roles.flatMap((role) => textEntries(role.label, languages, 'label', role.key)),
  ]);
}

function applyTyped(study: Study, { values }: TabInput): Study {
  const { languages } = study;
  const texts = editStudyTexts(study, {
    title: textsOf(values, languages, 'title'),
    description: textsOf(values, languages, 'description'),
    citation: values.get('citation') ?? '',
    url: values.get('url') ?? '',
    editionCited: values.get('edition') ?? '',
    layout: values.get('layout') === 'stacked' ? 'stacked' : 'adaptive',
  });
  const labels = study.paradigm.roles.map(
    (role) => [role.key, textsOf(values, languages, 'label', role.key)] as const,
  );
  return editRoles(texts, new Map(labels));
}
