import type { Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { type Mover, makeMover } from './mover.ts';
import { partLabel } from './part-label.ts';

export interface CategoriesView {
  readonly groups: ReadonlyArray<{
    readonly key: string;
    readonly heading: string;
    readonly count: string;
    readonly categories: ReadonlyArray<{
      readonly key: string;
      readonly role: ChoiceField;
      readonly labels: readonly TextField[];
      readonly definitions: readonly TextField[];
      readonly constructs: string;
      readonly mover: Mover;
    }>;
  }>;
  readonly added: {
    readonly key: TextField;
    readonly role: ChoiceField;
    readonly labels: readonly TextField[];
    readonly definitions: readonly TextField[];
  };
}

export function categoriesView({
  t,
  study,
  fields,
  at,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
  at: string;
}): CategoriesView {
  const roles = [
    {
      label: '',
      choices: study.paradigm.roles.map((role) => ({ value: role.key, label: partLabel(role, study, t) })),
    },
  ];
  return {
    groups: study.paradigm.roles.map((role) => {
      const members = study.categories.filter((category) => category.role === role.key);
      return {
        key: role.key,
        heading: partLabel(role, study, t),
        count: t('study:count-categories', { count: members.length }),
        categories: members.map(({ key }, index) => ({
          key,
          role: fields.choice(roles, 'role', key),
          labels: fields.texts('label', 1, key),
          definitions: fields.texts('definition', 2, key),
          constructs: t('study:count-constructs', {
            count: study.constructs.filter((construct) => construct.category === key).length,
          }),
          mover: makeMover({ t, kind: 'category', key, index, count: members.length, at }),
        })),
      };
    }),
    added: {
      key: fields.line('new-key'),
      role: fields.choice(roles, 'new-role'),
      labels: fields.texts('new-label', 1),
      definitions: fields.texts('new-definition', 2),
    },
  };
}
