import type { Questionnaire } from '../../domain/questionnaire.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { drawPage, studyFrame } from './draw-page.ts';
import { fillPage, type PageCache } from './page-cache.ts';
import { type Again, type QuestionsInput, questionsView } from './questions.view.ts';

const CHECKED = ' checked';

export interface QuestionsPage {
  readonly questionnaire: Questionnaire;
  /** 1-based. */
  readonly page: number;
  readonly language: string;
  /** Where the form goes. */
  readonly action: string;
  /** By position in the version's answerKeys. */
  readonly answers: readonly StoredAnswer[];
}

/** The page as most people see it: drawn once for everybody, with this respondent's few bytes put in. */
export async function quickQuestionsPage(pages: PageCache, input: QuestionsPage): Promise<Buffer> {
  const { questionnaire, page, language } = input;
  const prepared = await pages.page(questionnaire, `${page} ${language}`, (mark) =>
    draw(questionnaire, page, language, {
      action: mark('action'),
      checked: (position, answer) => mark(radioName(position, answer)),
      again: null,
    }),
  );
  const texts = new Map([['action', escapeAttribute(input.action)]]);
  for (const { question } of questionnaire.pages[page - 1]!.asked) {
    const answer = input.answers[question.position] ?? null;
    if (answer !== null) texts.set(radioName(question.position, answer), CHECKED);
  }
  return fillPage(prepared, texts);
}

/** The same page drawn for one request, with a notice above it or without. */
export async function freshQuestionsPage(input: QuestionsPage, again: Again | null): Promise<string> {
  return draw(input.questionnaire, input.page, input.language, {
    action: input.action,
    checked: (position, answer) => (input.answers[position] === answer ? CHECKED : ''),
    again,
  });
}

async function draw(
  questionnaire: Questionnaire,
  page: number,
  language: string,
  personal: Pick<QuestionsInput, 'action' | 'checked' | 'again'>,
): Promise<string> {
  const t = translatorFor(language);
  const frame = studyFrame(questionnaire.study, language);
  const progress = t('respond:part', { page, pages: questionnaire.pages.length });
  return drawPage(
    'questions',
    t,
    {
      ...frame,
      title: `${prefix(t, personal.again)}${progress} – ${frame.heading}`,
      progress,
      switches: [],
      printNote: printNote(t, questionnaire, page, frame.heading),
      script: true,
    },
    questionsView({ questionnaire, page, t, language, ...personal }),
  );
}

function prefix(t: Translator, again: Again | null): string {
  if (again === null) return '';
  return `${t(again.notice.tone === 'remind' ? 'respond:remind-title' : 'respond:fault-title')}: `;
}

function printNote(t: Translator, questionnaire: Questionnaire, page: number, title: string): string {
  const values = { title, page, pages: questionnaire.pages.length };
  return questionnaire.versionNumber === null
    ? t('respond:print-note-draft', values)
    : t('respond:print-note', { ...values, version: questionnaire.versionNumber });
}

function radioName(position: number, answer: StoredAnswer): string {
  return `${position} ${answer}`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&#34;').replaceAll('<', '&lt;');
}
