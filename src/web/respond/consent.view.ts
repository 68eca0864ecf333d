import { consentText } from '../../actions/begin-submission.ts';
import { textIn } from '../../domain/localized-text.ts';
import type { Questionnaire } from '../../domain/questionnaire.ts';
import type { Translator } from '../../i18n/translator.ts';
import { paragraphsOf } from './draw-page.ts';
import type { Notice } from './notice.ts';

/** Reading one statement and choosing; older people take longer than the six or seven seconds of students. */
const SECONDS_A_QUESTION = 9;

export interface ConsentView {
  readonly action: string;
  readonly key: string;
  readonly version: string;
  readonly notice: Notice | null;
  readonly title: string;
  readonly length: string;
  readonly paragraphs: readonly string[];
  readonly decline: string;
}

export interface ConsentInput {
  readonly questionnaire: Questionnaire;
  readonly t: Translator;
  readonly language: string;
  readonly action: string;
  readonly key: string;
  readonly notice: Notice | null;
  readonly decline: string;
}

export function consentView(input: ConsentInput): ConsentView {
  const { questionnaire, t, language, action, key, notice, decline } = input;
  const { study, questionCount, versionNumber } = questionnaire;
  return {
    action,
    key,
    version: versionNumber === null ? '' : String(versionNumber),
    notice,
    title: textIn(study.title, language, ...study.languages),
    length: t('respond:length', {
      questions: t('respond:questions', { count: questionCount }),
      minutes: t('respond:minutes', { count: minutesOf(questionCount) }),
    }),
    paragraphs: paragraphsOf(consentText(questionnaire, language)),
    decline,
  };
}

export function minutesOf(questionCount: number): number {
  return Math.max(1, Math.round((questionCount * SECONDS_A_QUESTION) / 60));
}
