import { addCategory, editCategories, moveCategory } from '../../../domain/edit/edit-categories.ts';
import type { Study } from '../../../domain/study.ts';
import { categoriesView } from './categories.view.ts';
import type { DesignTab } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { wantedPosition } from './mover.ts';
import { saidMoved } from './said-moved.ts';
import { wantsNew } from './wants-new.ts';

export const categoriesTab: DesignTab = {
  tab: 'categories',
  valuesOf,
  viewOf: categoriesView,
  apply(study, { t, values, command }) {
    const inputs = study.categories.map(
      ({ key }) =>
        [
          key,
          {
            role: values.get(`role:${key}`) ?? '',
            label: textsOf(values, study.languages, 'label', key),
            definition: textsOf(values, study.languages, 'definition', key),
          },
        ] as const,
    );
    let edited = editCategories(study, new Map(inputs));
    if (wantsNew(values, command)) {
      const added = addCategory(edited, {
        key: values.get('new-key') ?? '',
        role: values.get('new-role') ?? '',
        label: textsOf(values, study.languages, 'new-label'),
        definition: textsOf(values, study.languages, 'new-definition'),
      });
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    for (const { key, role } of edited.categories) {
      const group = edited.categories.filter((other) => other.role === role).map((other) => other.key);
      const to = wantedPosition(command, key, group.indexOf(key), undefined);
      if (to === null) continue;
      edited = moveCategory(edited, key, to);
      return { study: edited, ...saidMoved(t, command, key, to, group.length) };
    }
    return { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  return new Map(
    study.categories.flatMap((category) => [
      [`role:${category.key}`, category.role] as const,
      ...textEntries(category.label, study.languages, 'label', category.key),
      ...textEntries(category.definition, study.languages, 'definition', category.key),
    ]),
  );
}
