import { measurements } from '../../../domain/edit/edit-constructs.ts';
import type { Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { type Mover, makeMover } from './mover.ts';
import { partLabel } from './part-label.ts';

interface ConstructFields {
  readonly category: ChoiceField;
  readonly measurement: ChoiceField;
  readonly scale: ChoiceField;
  readonly labels: readonly TextField[];
  readonly definitions: readonly TextField[];
}

export interface ConstructsView {
  readonly constructs: ReadonlyArray<
    ConstructFields & { key: string; heading: string; items: string; mover: Mover }
  >;
  readonly added: ConstructFields & { key: TextField };
  /** Why nothing can be added yet; '' when it can. */
  readonly notYet: string;
}

export function constructsView({
  t,
  study,
  fields,
  at,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
  at: string;
}): ConstructsView {
  const choices = {
    category: study.paradigm.roles.map((role) => ({
      label: partLabel(role, study, t),
      choices: study.categories
        .filter((category) => category.role === role.key)
        .map((category) => ({ value: category.key, label: partLabel(category, study, t) })),
    })),
    measurement: [
      {
        label: '',
        choices: measurements.map((value) => ({ value, label: t(`study:measurement-${value}`) })),
      },
    ],
    scale: [
      {
        label: '',
        choices: study.scales.map((scale) => ({ value: scale.key, label: partLabel(scale, study, t) })),
      },
    ],
  };
  const fieldsOf = (prefix: '' | 'new-', ...key: string[]): ConstructFields => ({
    category: fields.choice(choices.category, `${prefix}category`, ...key),
    measurement: fields.choice(choices.measurement, `${prefix}measurement`, ...key),
    scale: fields.choice(choices.scale, `${prefix}scale`, ...key),
    labels: fields.texts(`${prefix}label`, 1, ...key),
    definitions: fields.texts(`${prefix}definition`, 2, ...key),
  });
  const count = study.constructs.length;
  return {
    constructs: study.constructs.map((construct, index) => ({
      ...fieldsOf('', construct.key),
      key: construct.key,
      heading: partLabel(construct, study, t),
      items: t('study:count-items', {
        count: study.items.filter((item) => item.construct === construct.key).length,
      }),
      mover: makeMover({ t, kind: 'construct', key: construct.key, index, count, at }),
    })),
    added: { ...fieldsOf('new-'), key: fields.line('new-key') },
    notYet: study.categories.length === 0 ? t('study:no-categories-yet') : '',
  };
}
