import type { Study } from '../../../domain/study.ts';
import { localeOf } from '../../../i18n/locale.ts';
import { messageIfKnown, type Translator } from '../../../i18n/translator.ts';
import { type FormValues, fieldName } from './form-values.ts';

export interface TextField {
  /** Name and id at once. */
  readonly name: string;
  /** The whole name of the field: what it is, of which part, in which language. */
  readonly label: string;
  /** What is enough where the part is named beside it. */
  readonly shortLabel: string;
  readonly value: string;
  /** 1: one line. */
  readonly rows: number;
  readonly language: string;
  readonly direction: string;
  readonly error: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly error: string;
  readonly groups: ReadonlyArray<{
    /** '' for choices that stand in no group. */
    readonly label: string;
    readonly choices: ReadonlyArray<Choice & { readonly selected: boolean }>;
  }>;
}

export interface CheckField {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}

/** Makes the fields of one page from its values and its faults. */
export interface FieldMaker {
  /** One field a language. */
  texts(kind: string, rows: number, ...key: readonly string[]): readonly TextField[];
  line(kind: string, ...key: readonly string[]): TextField;
  choice(
    groups: ReadonlyArray<{ label: string; choices: readonly Choice[] }>,
    kind: string,
    ...key: readonly string[]
  ): ChoiceField;
  check(kind: string, ...key: readonly string[]): CheckField;
  valueAt(name: string): string;
}

export function makeFields(
  t: Translator,
  study: Study,
  values: FormValues,
  errors: ReadonlyMap<string, string>,
): FieldMaker {
  const valueAt = (name: string) => values.get(name) ?? '';
  const labelled = (name: string) => ({
    name,
    label: fieldLabel(t, name, study.languages),
    error: errors.get(name) ?? '',
  });
  const kindLabel = (kind: string) => messageIfKnown(t, `study:field-${kind}`) ?? kind;
  return {
    valueAt,
    texts: (kind, rows, ...key) =>
      study.languages.map((language) => {
        const name = fieldName(kind, language, ...key);
        const locale = localeOf(language);
        const value = valueAt(name);
        // An empty field with dir=auto would be left to right whatever the language that belongs there.
        const direction = value === '' ? locale.direction : 'auto';
        const shortLabel =
          study.languages.length > 1 ? `${kindLabel(kind)} · ${locale.name}` : kindLabel(kind);
        return { ...labelled(name), shortLabel, value, rows, language, direction };
      }),
    line: (kind, ...key) => {
      const name = fieldName(kind, ...key);
      return {
        ...labelled(name),
        shortLabel: kindLabel(kind),
        value: valueAt(name),
        rows: 1,
        language: '',
        direction: 'auto',
      };
    },
    choice: (groups, kind, ...key) => {
      const name = fieldName(kind, ...key);
      const selected = valueAt(name);
      return {
        ...labelled(name),
        shortLabel: kindLabel(kind),
        groups: groups
          .filter((group) => group.choices.length > 0)
          .map((group) => ({
            label: group.label,
            choices: group.choices.map((choice) => ({ ...choice, selected: choice.value === selected })),
          })),
      };
    },
    check: (kind, ...key) => {
      const name = fieldName(kind, ...key);
      return { name, label: labelled(name).label, checked: values.has(name) };
    },
  };
}

/** 'text:fa:SG1' as people say it: Text of SG1, فارسی. */
export function fieldLabel(t: Translator, name: string, languages: readonly string[]): string {
  const [kind = '', ...rest] = name.split(':');
  const what = messageIfKnown(t, `study:field-${kind}`) ?? kind;
  const language = rest[0] !== undefined && languages.includes(rest[0]) ? rest.shift() : undefined;
  const of = rest.join(' ');
  const named = of === '' ? what : t('study:field-of', { what, part: of });
  return language === undefined
    ? named
    : t('study:field-in', { field: named, language: localeOf(language).name });
}
