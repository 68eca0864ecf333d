import type { Fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { GroupingQuestion, Key, ScaleOption, Study } from '../study.ts';
import { editOptionalText, editRequiredText, editText, refuseFaults, withOptional } from './edit-text.ts';
import { moveTo } from './move.ts';
import { placeQuestion } from './place-on-page.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export interface QuestionInput {
  readonly text: LocalizedText;
  /** By value; an option emptied in every language is removed, a new value is added after the others. */
  readonly options: ReadonlyMap<number, LocalizedText>;
  readonly noAnswer: LocalizedText;
}

export function editQuestions(study: Study, typed: ReadonlyMap<Key, QuestionInput>): Study {
  if (!study.questions) return study;
  const faults: Fault[] = [];
  const questions = study.questions.map((question) => {
    const input = typed.get(question.key);
    if (!input) return question;
    const text = editRequiredText(question.text, input.text, { kind: 'text', key: question.key }, faults);
    const options = editOptions(question.options, input.options);
    return withOptional(
      { ...question, text, options },
      'noAnswer',
      editOptionalText(question.noAnswer, input.noAnswer),
    );
  });
  refuseFaults(faults);
  return { ...study, questions };
}

function editOptions(
  before: readonly ScaleOption[],
  typed: ReadonlyMap<number, LocalizedText>,
): readonly ScaleOption[] {
  const values = new Set([...before.map((option) => option.value), ...typed.keys()]);
  return [...values]
    .map((value) => {
      const old = before.find((option) => option.value === value);
      return { value, label: editText(old?.label, typed.get(value) ?? {}) };
    })
    .filter((option) => Object.keys(option.label).length > 0);
}

export interface NewQuestion {
  readonly key: string;
  readonly text: LocalizedText;
  /** One option a line, by language; the lines of the languages belong together. */
  readonly options: LocalizedText;
}

export function addQuestion(study: Study, typed: NewQuestion): { study: Study; key: Key } {
  const key = typed.key.trim() || freeKey('G', keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  const text = editRequiredText(undefined, typed.text, { kind: 'new-text' }, faults);
  refuseFaults(faults);
  const added: GroupingQuestion = { key, text, options: optionsFromLines(typed.options) };
  const pages = placeQuestion(study, key);
  return { study: { ...study, pages, questions: [...(study.questions ?? []), added] }, key };
}

function optionsFromLines(typed: LocalizedText): readonly ScaleOption[] {
  const lines = Object.entries(typed).map(
    ([language, text]) => [language, text.split('\n').filter((line) => line.trim() !== '')] as const,
  );
  const count = Math.max(0, ...lines.map(([, options]) => options.length));
  return Array.from({ length: count }, (_, index) => ({
    value: index + 1,
    label: editText(
      undefined,
      Object.fromEntries(lines.map(([language, options]) => [language, options[index] ?? ''])),
    ),
  }));
}

/** Among the grouping questions; where a page shows them in this order it goes on doing so. */
export function moveQuestion(study: Study, key: Key, position: number): Study {
  const before = study.questions ?? [];
  const from = before.findIndex((question) => question.key === key);
  if (from < 0) return study;
  const questions = moveTo(before, from, position);
  const order = questions.map((question) => question.key);
  const pages = study.pages.map((page) => {
    const sorted = order.filter((shown) => page.items.includes(shown))[Symbol.iterator]();
    const items = page.items.map((shown) => (order.includes(shown) ? (sorted.next().value as Key) : shown));
    return { ...page, items };
  });
  return { ...study, questions, pages };
}
