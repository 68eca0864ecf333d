import type { GroupingQuestion, Study } from '../../../domain/study.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { FieldMaker, TextField } from './make-fields.ts';
import { type Mover, makeMover } from './mover.ts';
import { partLabel } from './part-label.ts';
import { optionValues } from './question-options.ts';

export interface QuestionsView {
  readonly questions: ReadonlyArray<{
    readonly key: string;
    readonly heading: string;
    readonly texts: readonly TextField[];
    readonly options: ReadonlyArray<{ value: string; spare: boolean; labels: readonly TextField[] }>;
    readonly noAnswer: readonly TextField[];
    readonly mover: Mover;
  }>;
  readonly added: {
    readonly key: TextField;
    readonly texts: readonly TextField[];
    readonly options: readonly TextField[];
  };
}

export function questionsView({
  t,
  study,
  fields,
  at,
}: {
  t: Translator;
  study: Study;
  fields: FieldMaker;
  at: string;
}): QuestionsView {
  const questions = study.questions ?? [];
  const isSpare = (question: GroupingQuestion, value: number) =>
    !question.options.some((option) => option.value === value);
  return {
    questions: questions.map((question, index) => ({
      key: question.key,
      heading: partLabel(question, study, t),
      texts: fields.texts('text', 2, question.key),
      options: optionValues(question).map((value) => ({
        value: formatNumber(value, 0, t.locale),
        spare: isSpare(question, value),
        labels: fields.texts('option', 1, question.key, String(value)),
      })),
      noAnswer: fields.texts('no-answer', 1, question.key),
      mover: makeMover({ t, kind: 'question', key: question.key, index, count: questions.length, at }),
    })),
    added: {
      key: fields.line('new-key'),
      texts: fields.texts('new-text', 2),
      options: fields.texts('new-options', 4),
    },
  };
}
