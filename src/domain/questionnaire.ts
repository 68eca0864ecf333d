// A version as a respondent meets it: numbered questions on pages.

import type { LocalizedText } from './localized-text.ts';
import type { Page, ScaleOption, Study } from './study.ts';
import { answerKeysOf, type Question, questionsByKey } from './version.ts';

export interface AskedQuestion {
  /** Counted through the whole questionnaire, from 1. */
  readonly number: number;
  /** The form field: 'q7'. Never the item's key, which can give the construct away. */
  readonly name: string;
  readonly question: Question;
}

export interface QuestionnairePage {
  readonly page: Page;
  readonly asked: readonly AskedQuestion[];
}

export interface Questionnaire {
  /** Null for a draft that is only looked at. */
  readonly versionId: number | null;
  readonly versionNumber: number | null;
  readonly study: Study;
  readonly pages: readonly QuestionnairePage[];
  readonly questionCount: number;
  /** Length of a submission's answers. */
  readonly answerCount: number;
}

export function questionnaireOf(
  study: Study,
  version: { readonly id: number; readonly number: number } | null,
): Questionnaire {
  const byKey = questionsByKey(study);
  let number = 0;
  const pages = study.pages.map((page) => ({
    page,
    asked: page.items.flatMap((key): AskedQuestion[] => {
      const question = byKey.get(key);
      if (!question) return [];
      number += 1;
      return [{ number, name: `q${number}`, question }];
    }),
  }));
  return {
    versionId: version?.id ?? null,
    versionNumber: version?.number ?? null,
    study,
    pages,
    questionCount: number,
    answerCount: answerKeysOf(study).length,
  };
}

export function optionsOf(question: Question): readonly ScaleOption[] {
  return question.kind === 'item' ? question.scale.options : question.question.options;
}

/** The label of the option outside the scale; undefined when it is not offered. */
export function noAnswerOf(question: Question): LocalizedText | undefined {
  return question.kind === 'item' ? question.scale.noAnswer : question.question.noAnswer;
}

export function textOf(question: Question): LocalizedText {
  return question.kind === 'item' ? question.item.text : question.question.text;
}
