import { NO_ANSWER } from '../../domain/check-answers.ts';
import { type LocalizedText, textIn } from '../../domain/localized-text.ts';
import {
  type AskedQuestion,
  noAnswerOf,
  optionsOf,
  type Questionnaire,
  textOf,
} from '../../domain/questionnaire.ts';
import type { ScaleOption } from '../../domain/study.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import { localDigits } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { languageSwitches, paragraphsOf } from './draw-page.ts';
import { firstRadio, type Notice } from './notice.ts';

/** More columns than this are too narrow for words; short labels (0 to 10) may have all eleven. */
const MOST_WORDY_COLUMNS = 7;
const SHORT_LABEL = 3;

export interface QuestionsView {
  readonly action: string;
  readonly layout: 'adaptive' | 'stacked';
  readonly notice: Notice | null;
  readonly reminded: boolean;
  readonly heading: string;
  readonly intro: readonly string[];
  readonly questions: readonly QuestionView[];
  readonly last: boolean;
  readonly first: boolean;
  readonly languages: ReadonlyArray<{ readonly language: string; readonly name: string }>;
}

export interface QuestionView {
  readonly name: string;
  readonly number: string;
  readonly text: string;
  /** The same words as in the reminder, or ''. */
  readonly message: string;
  /** 'k5': five columns where there is room; 'tall': one under the other everywhere. */
  readonly columns: string;
  readonly options: readonly OptionView[];
  readonly noAnswer: OptionView | null;
}

export interface OptionView {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  /** ' checked', nothing, or a mark for one of them. */
  readonly checked: string;
}

/** What only a page that is shown again has. */
export interface Again {
  readonly notice: Notice;
  readonly missed: readonly AskedQuestion[];
  /** Was reminded of blanks, now or before, and is not to be reminded again. */
  readonly reminded: boolean;
}

export interface QuestionsInput {
  readonly questionnaire: Questionnaire;
  /** 1-based. */
  readonly page: number;
  readonly t: Translator;
  readonly language: string;
  readonly action: string;
  /** What to write in the tag of the radio of this answer. */
  readonly checked: (position: number, answer: StoredAnswer) => string;
  readonly again: Again | null;
}

export function questionsView(input: QuestionsInput): QuestionsView {
  const { questionnaire, t, language, page } = input;
  const { study } = questionnaire;
  const shown = questionnaire.pages[page - 1]!;
  const inLanguage = (text: LocalizedText | undefined) => textIn(text, language, ...study.languages);
  const missed = new Set(input.again?.missed);
  return {
    action: input.action,
    layout: study.layout ?? 'adaptive',
    notice: input.again?.notice ?? null,
    reminded: input.again?.reminded ?? false,
    heading: inLanguage(shown.page.title) || t('respond:part-heading', { page }),
    intro: paragraphsOf(inLanguage(shown.page.intro)),
    questions: shown.asked.map((asked) => questionView(asked, input, inLanguage, missed.has(asked))),
    first: page === 1,
    last: page === questionnaire.pages.length,
    languages: languageSwitches(study, language, () => ''),
  };
}

/** What a reminder says about a question, above the page and beside the question alike. */
export function reminderLine(
  { number, question }: AskedQuestion,
  t: Translator,
  language: string,
  languages: readonly string[],
): string {
  const noAnswer = noAnswerOf(question);
  return noAnswer === undefined
    ? t('respond:remind-line-plain', { number })
    : t('respond:remind-line', { number, noAnswer: textIn(noAnswer, language, ...languages) });
}

function questionView(
  asked: AskedQuestion,
  input: QuestionsInput,
  inLanguage: (text: LocalizedText | undefined) => string,
  missed: boolean,
): QuestionView {
  const { question, name } = asked;
  const { t, language, questionnaire, checked } = input;
  const options = optionsOf(question);
  const noAnswer = noAnswerOf(question);
  return {
    name,
    number: localDigits(`${asked.number}.`, t.locale),
    text: inLanguage(textOf(question)),
    message: missed ? reminderLine(asked, t, language, questionnaire.study.languages) : '',
    columns: question.kind === 'item' ? columnsFor(options, inLanguage) : 'tall',
    options: options.map((option, index) => ({
      id: index === 0 ? firstRadio(name) : `${name}-${index + 1}`,
      value: String(option.value),
      label: inLanguage(option.label),
      checked: checked(question.position, option.value),
    })),
    noAnswer:
      noAnswer === undefined
        ? null
        : {
            id: `${name}-${NO_ANSWER}`,
            value: NO_ANSWER,
            label: inLanguage(noAnswer),
            checked: checked(question.position, 'no-answer'),
          },
  };
}

function columnsFor(options: readonly ScaleOption[], inLanguage: (text: LocalizedText) => string): string {
  const wordy = options.some((option) => inLanguage(option.label).length > SHORT_LABEL);
  return wordy && options.length > MOST_WORDY_COLUMNS ? 'tall' : `k${options.length}`;
}
