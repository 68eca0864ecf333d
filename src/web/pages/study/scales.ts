import { addScale, editScales, resizeScale } from '../../../domain/edit/edit-scales.ts';
import type { Study } from '../../../domain/study.ts';
import { asciiDigits } from '../../../i18n/locale.ts';
import type { DesignTab } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { scalesView } from './scales.view.ts';

export const scalesTab: DesignTab = {
  tab: 'scales',
  valuesOf,
  viewOf: scalesView,
  apply(study, { t, values, command }) {
    const { languages } = study;
    let edited = editScales(
      study,
      new Map(
        study.scales.map(({ key, options }) => [
          key,
          {
            label: textsOf(values, languages, 'label', key),
            noAnswer: textsOf(values, languages, 'no-answer', key),
            options: new Map(
              options.map(({ value }) => [value, textsOf(values, languages, 'option', key, String(value))]),
            ),
          },
        ]),
      ),
    );
    for (const { key, options } of study.scales) {
      const typed = values.get(`points:${key}`);
      if (typed === undefined || typed === String(options.length)) continue;
      const points = asciiDigits(typed);
      edited = resizeScale(edited, key, /^\d{1,3}$/.test(points) ? Number(points) : null);
    }
    if (command.verb === 'add' || (values.get('new-key') ?? '') !== '') {
      const added = addScale(edited, values.get('new-key') ?? '');
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    return { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  const { languages } = study;
  return new Map(
    study.scales.flatMap((scale) => [
      ...textEntries(scale.label, languages, 'label', scale.key),
      [`points:${scale.key}`, String(scale.options.length)] as const,
      ...scale.options.flatMap((option) =>
        textEntries(option.label, languages, 'option', scale.key, String(option.value)),
      ),
      ...textEntries(scale.noAnswer, languages, 'no-answer', scale.key),
    ]),
  );
}
