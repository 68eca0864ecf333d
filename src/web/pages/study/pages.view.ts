import type { GroupingQuestion, Item, Study } from '../../../domain/study.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { ChoiceField, FieldMaker, TextField } from './make-fields.ts';
import { type Mover, makeMover } from './mover.ts';
import { partLabel } from './part-label.ts';
import { previewPath } from './preview-path.ts';

interface Shown {
  readonly key: string;
  readonly text: string;
  readonly isQuestion: boolean;
  readonly page: ChoiceField;
  readonly mover: Mover;
}

export interface PagesView {
  readonly pages: ReadonlyArray<{
    readonly key: string;
    readonly heading: string;
    readonly count: string;
    readonly titles: readonly TextField[];
    readonly intros: readonly TextField[];
    readonly shown: readonly Shown[];
    readonly mover: Mover;
    readonly previewLink: string;
  }>;
  /** What is on no page yet. */
  readonly unplaced: ReadonlyArray<Pick<Shown, 'key' | 'text' | 'page'>>;
  readonly perPage: TextField;
}

export function pagesView({
  t,
  study,
  fields,
  at,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
  at: string;
}): PagesView {
  const parts = new Map<string, Item | GroupingQuestion>(
    [...study.items, ...(study.questions ?? [])].map((part) => [part.key, part]),
  );
  const questions = new Set((study.questions ?? []).map(({ key }) => key));
  const placed = new Set(study.pages.flatMap((page) => page.items));
  const number = (index: number) => formatNumber(index + 1, 0, t.locale);
  const pageChoices = study.pages.map((page, index) => ({
    value: page.key,
    label: t('study:page-number', { number: number(index) }),
  }));
  const none = { value: '', label: t('study:on-no-page') };
  const textOf = (key: string) => {
    const part = parts.get(key);
    return part ? partLabel(part, study, t) : key;
  };
  const choice = (key: string, withNone: boolean) =>
    fields.choice([{ label: '', choices: withNone ? [none, ...pageChoices] : pageChoices }], 'page', key);
  return {
    pages: study.pages.map((page, index) => ({
      key: page.key,
      heading: t('study:page-number', { number: number(index) }),
      count: t('study:count-shown', { count: page.items.length }),
      titles: fields.texts('title', 1, page.key),
      intros: fields.texts('intro', 2, page.key),
      shown: page.items.map((key, place) => ({
        key,
        text: textOf(key),
        isQuestion: questions.has(key),
        page: choice(key, false),
        mover: makeMover({ t, kind: 'item', key, index: place, count: page.items.length, at }),
      })),
      mover: pageMover(page.key, index),
      previewLink: previewPath(study.key, study.languages[0]!, index + 1),
    })),
    unplaced: [...parts.keys()]
      .filter((key) => !placed.has(key))
      .map((key) => ({ key, text: textOf(key), page: choice(key, true) })),
    perPage: fields.line('per-page'),
  };

  function pageMover(key: string, index: number): Mover {
    const name = t('study:page-number', { number: number(index) });
    const mover = makeMover({
      t,
      kind: 'page',
      key,
      index,
      count: study.pages.length,
      at: at.replace('page-', ''),
    });
    return {
      ...mover,
      upLabel: t('study:move-up', { key: name }),
      downLabel: t('study:move-down', { key: name }),
      deleteLabel: t('study:delete-named', { key: name }),
      focus: at.startsWith('page-') ? mover.focus : '',
    };
  }
}
