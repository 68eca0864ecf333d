import { addQuestion, editQuestions, moveQuestion } from '../../../domain/edit/edit-questions.ts';
import type { Study } from '../../../domain/study.ts';
import type { DesignTab } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { wantedPosition } from './mover.ts';
import { optionValues } from './question-options.ts';
import { questionsView } from './questions.view.ts';
import { saidMoved } from './said-moved.ts';
import { wantsNew } from './wants-new.ts';

export const questionsTab: DesignTab = {
  tab: 'questions',
  valuesOf,
  viewOf: questionsView,
  apply(study, { t, values, command }) {
    const { languages } = study;
    const before = study.questions ?? [];
    const inputs = before.map((question) => {
      const { key } = question;
      const options = optionValues(question).map(
        (value) => [value, textsOf(values, languages, 'option', key, String(value))] as const,
      );
      const input = {
        text: textsOf(values, languages, 'text', key),
        options: new Map(options),
        noAnswer: textsOf(values, languages, 'no-answer', key),
      };
      return [key, input] as const;
    });
    const edited = editQuestions(study, new Map(inputs));
    if (wantsNew(values, command)) {
      const added = addQuestion(edited, {
        key: values.get('new-key') ?? '',
        text: textsOf(values, languages, 'new-text'),
        options: textsOf(values, languages, 'new-options'),
      });
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    for (const [index, { key }] of before.entries()) {
      const to = wantedPosition(command, key, index, undefined);
      if (to !== null)
        return { study: moveQuestion(edited, key, to), ...saidMoved(t, command, key, to, before.length) };
    }
    return { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  const { languages } = study;
  return new Map(
    (study.questions ?? []).flatMap((question) => [
      ...textEntries(question.text, languages, 'text', question.key),
      ...optionValues(question).flatMap((value) => {
        const label = question.options.find((option) => option.value === value)?.label;
        return textEntries(label, languages, 'option', question.key, String(value));
      }),
      ...textEntries(question.noAnswer, languages, 'no-answer', question.key),
    ]),
  );
}
