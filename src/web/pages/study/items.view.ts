import type { Item, Study } from '../../../domain/study.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { CheckField, ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { type Mover, makeMover } from './mover.ts';
import { partLabel } from './part-label.ts';

export interface ItemRow {
  readonly key: string;
  readonly texts: readonly TextField[];
  readonly construct: ChoiceField;
  readonly reverse: CheckField;
  readonly mover: Mover;
  /** Labels of the codes that the item comes from. */
  readonly codes: readonly string[];
  readonly demonstration: boolean;
}

export interface ItemsView {
  readonly groups: ReadonlyArray<{
    readonly key: string;
    readonly heading: string;
    readonly count: string;
    /** All items of the group were made for a demonstration; then the rows do not repeat it. */
    readonly demonstration: boolean;
    readonly items: readonly ItemRow[];
  }>;
  readonly added: {
    readonly key: TextField;
    readonly construct: ChoiceField;
    readonly reverse: CheckField;
    readonly texts: readonly TextField[];
  };
  readonly paste: {
    readonly text: TextField;
    readonly language: ChoiceField;
    readonly construct: ChoiceField;
  };
  /** Why nothing can be added yet; '' when it can. */
  readonly notYet: string;
}

export interface ItemsViewInput {
  readonly t: Translator;
  readonly study: Study;
  readonly fields: FieldMaker;
  readonly at: string;
}

export function itemsView({ t, study, fields, at }: ItemsViewInput): ItemsView {
  const constructs = constructChoices(study, t);
  const labelOfCode = new Map((study.codes ?? []).map((code) => [code.key, partLabel(code, study, t)]));
  const isMadeUp = (item: Item) => item.origin === 'made-for-demonstration';
  const rowOf = (item: Item, index: number, count: number, allMadeUp: boolean): ItemRow => ({
    key: item.key,
    texts: fields.texts('text', 2, item.key),
    construct: fields.choice(constructs, 'construct', item.key),
    reverse: fields.check('reverse', item.key),
    mover: makeMover({ t, kind: 'item', key: item.key, index, count, at, fields }),
    codes: (item.codes ?? []).map((code) => labelOfCode.get(code) ?? code),
    demonstration: isMadeUp(item) && !allMadeUp,
  });
  return {
    groups: study.constructs.map((construct) => {
      const members = study.items.filter((item) => item.construct === construct.key);
      const allMadeUp = members.length > 0 && members.every(isMadeUp);
      const reverse = members.filter((item) => item.reverse).length;
      return {
        key: construct.key,
        heading: partLabel(construct, study, t),
        count: t('study:count-items-reverse', {
          items: t('study:count-items', { count: members.length }),
          reverse,
        }),
        demonstration: allMadeUp,
        items: members.map((item, index) => rowOf(item, index, members.length, allMadeUp)),
      };
    }),
    added: {
      key: fields.line('new-key'),
      construct: fields.choice(constructs, 'new-construct'),
      reverse: fields.check('new-reverse'),
      texts: fields.texts('new-text', 2),
    },
    paste: pasteFields(study, fields, t),
    notYet: study.constructs.length === 0 ? t('study:no-constructs-yet') : '',
  };
}

export function constructChoices(study: Study, t: Translator) {
  const choices = study.constructs.map((construct) => ({
    value: construct.key,
    // The key first: selects are narrow, and keys tell constructs apart where labels begin alike.
    label: `${construct.key} · ${partLabel(construct, study, t)}`,
  }));
  return [{ label: '', choices }];
}

export function pasteFields(study: Study, fields: FieldMaker, t: Translator): ItemsView['paste'] {
  const languages = study.languages.map((language) => ({ value: language, label: localeOf(language).name }));
  const none = { label: '', choices: [{ value: '', label: t('study:paste-no-construct') }] };
  return {
    text: { ...fields.line('paste'), rows: 5 },
    language: fields.choice([{ label: '', choices: languages }], 'paste-language'),
    construct: fields.choice([none, ...constructChoices(study, t)], 'paste-construct'),
  };
}
