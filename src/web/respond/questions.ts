import type { Request, Response } from 'express';
import { type FoundSubmission, findSubmission, requireOpen } from '../../actions/find-questionnaire.ts';
import { lastOpenPage, type SavePageInput, savePage } from '../../actions/save-page.ts';
import { fault } from '../../domain/fault.ts';
import { type Problem, problems } from '../../domain/problem.ts';
import type { AskedQuestion } from '../../domain/questionnaire.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { freshQuestionsPage, type QuestionsPage, quickQuestionsPage } from './draw-questions.ts';
import { keptAnswers } from './kept-answers.ts';
import { busyNotice, faultNotice, firstRadio, type Notice, reminderNotice } from './notice.ts';
import { type Again, reminderLine } from './questions.view.ts';
import { type Fields, fieldsOf, single, without } from './read-fields.ts';
import { asRefusal, refusalStatus, refuseLimited } from './refusal.ts';
import { paramOf, type Respond, speak } from './respond-context.ts';
import { isReminder, type PageAddress, respondLinks } from './respond-links.ts';
import { sendOnward, sendPage } from './send-page.ts';

export async function showQuestions(respond: Respond, request: Request, response: Response): Promise<void> {
  const { found, language, address } = await open(respond, request, response);
  const { questionnaire, submission } = found;
  const page = pageNumber(request);
  if (page > questionnaire.pages.length) throw problems.pageUnknown();
  if (submission.state === 'finished') throw problems.submissionFinished();
  requireOpen(found.deployment);
  const lastOpen = lastOpenPage(questionnaire, submission);
  if (page > lastOpen) {
    response.redirect(303, respondLinks.page(address, lastOpen));
    return;
  }
  const input: QuestionsPage = {
    questionnaire,
    page,
    language,
    action: respondLinks.page(address, page),
    answers: submission.answers,
  };
  const again = isReminder(request.query) ? reminderOf(found, page, language) : null;
  const html = again
    ? await freshQuestionsPage(input, again)
    : await quickQuestionsPage(respond.pages, input);
  sendPage(request, response, 200, html);
}

export async function saveQuestions(respond: Respond, request: Request, response: Response): Promise<void> {
  const { found, language, address } = await open(respond, request, response);
  const page = pageNumber(request);
  let fields: Fields = new Map();
  try {
    fields = fieldsOf(request);
    refuseLimited(response);
    const { input, switchTo } = readPage(fields, page, found);
    const saved = await savePage(respond.deps, found, input);
    const next = switchTo === undefined ? address : { ...address, language: switchTo };
    if (saved.to === 'thanks') sendOnward(request, response, respondLinks.thanks(next));
    else if (saved.to === 'remind') sendOnward(request, response, respondLinks.reminder(next, page));
    else sendOnward(request, response, respondLinks.page(next, saved.page));
  } catch (error) {
    const problem = asRefusal(error);
    if (problem === null || !found.questionnaire.pages[page - 1]) throw error;
    const notice = refusalNotice(translatorFor(language), problem, found, page);
    const html = await freshQuestionsPage(
      {
        questionnaire: found.questionnaire,
        page,
        language,
        action: respondLinks.page(address, page),
        answers: keptAnswers(found, page, fields),
      },
      { notice, missed: [], reminded: wasReminded(fields) },
    );
    sendPage(request, response, refusalStatus(problem, response), html);
  }
}

/** The link alone: on to where the respondent stopped. */
export async function resume(respond: Respond, request: Request, response: Response): Promise<void> {
  const { found, address } = await open(respond, request, response);
  const { questionnaire, submission } = found;
  response.redirect(
    303,
    submission.state === 'finished'
      ? respondLinks.thanks(address)
      : respondLinks.page(address, lastOpenPage(questionnaire, submission)),
  );
}

export async function open(
  respond: Respond,
  request: Request,
  response: Response,
): Promise<{ found: FoundSubmission; language: string; address: PageAddress }> {
  const code = paramOf(request, 'code');
  const key = paramOf(request, 'key');
  const found = await findSubmission(respond.deps, respond.shelf, code, key);
  const own = found.submission.language;
  const language = speak(request, response, found.questionnaire.study, own);
  return { found, language, address: { code, key, language: language === own ? undefined : language } };
}

/** Throws pageUnknown for what is no page number. */
function pageNumber(request: Request): number {
  const page = paramOf(request, 'page');
  if (!/^[1-9]\d{0,3}$/.test(page)) throw problems.pageUnknown();
  return Number(page);
}

/** The form's own fields, taken apart from the answers. Throws invalid for a button that is not on the page. */
function readPage(
  fields: Fields,
  page: number,
  { questionnaire }: FoundSubmission,
): { input: SavePageInput; switchTo: string | undefined } {
  const button = single(fields, 'go');
  const switchTo = questionnaire.study.languages.find((language) => button === `in-${language}`);
  const go = switchTo === undefined ? button : 'stay';
  if (go !== 'next' && go !== 'skip' && go !== 'back' && go !== 'stay')
    throw problems.invalid([fault('go', 'button-unknown')]);
  const layout = single(fields, 'layout');
  return {
    switchTo,
    input: {
      page,
      go,
      given: without(fields, 'go', 'layout', 'reminded'),
      reminded: wasReminded(fields),
      layout: layout === 'row' || layout === 'stacked' ? layout : null,
    },
  };
}

function wasReminded(fields: Fields): boolean {
  return single(fields, 'reminded') === '1';
}

/** What is stored as skipped on a page; null when nothing is, so that an old address shows an ordinary page. */
function reminderOf(found: FoundSubmission, page: number, language: string): Again | null {
  const { questionnaire, submission } = found;
  const t = translatorFor(language);
  const missed = questionnaire.pages[page - 1]!.asked.filter(
    (asked) => submission.answers[asked.question.position] === 'skipped',
  );
  if (missed.length === 0) return null;
  const lineOf = (asked: AskedQuestion) => reminderLine(asked, t, language, questionnaire.study.languages);
  return { missed, notice: reminderNotice(t, missed, lineOf), reminded: true };
}

function refusalNotice(
  t: Translator,
  problem: Problem,
  { questionnaire }: FoundSubmission,
  page: number,
): Notice {
  if (problem.kind === 'too-many') return busyNotice(t, t('respond:many-requests'));
  if (problem.kind === 'busy') return busyNotice(t, t('respond:busy'));
  const names = new Set(questionnaire.pages[page - 1]!.asked.map((asked) => asked.name));
  return faultNotice(t, problem.faults, (place) =>
    names.has(place) ? `#${firstRadio(place)}` : '#questions',
  );
}
