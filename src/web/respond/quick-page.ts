import type { IncomingMessage, ServerResponse } from 'node:http';
import { findSubmission } from '../../actions/find-questionnaire.ts';
import { lastOpenPage } from '../../actions/save-page.ts';
import { quickQuestionsPage } from './draw-questions.ts';
import type { Respond } from './respond-context.ts';
import { setRespondHeaders } from './respond-headers.ts';
import { respondLinks } from './respond-links.ts';
import { packed, sendBytes } from './send-page.ts';

const ADDRESS = /^\/s\/([^/?#%]+)\/([\w-]+)\/([1-9]\d{0,3})$/;

/**
 * Answers the request that comes most, an ordinary question page, before Express sees it: Express alone costs several times
 * as much as the page. Resolves to false, with nothing sent, for everything that is not ordinary (another language, a
 * reminder, a closed or finished questionnaire, a page not open yet, any failure); the router then answers, and says why.
 */
export async function quickPage(
  respond: Respond,
  secure: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const match = request.method === 'GET' ? ADDRESS.exec(request.url ?? '') : null;
  if (!match) return false;
  const [, code = '', key = '', number = ''] = match;
  const page = Number(number);
  try {
    const { deployment, submission, questionnaire } = await findSubmission(
      respond.deps,
      respond.shelf,
      code,
      key,
    );
    const ordinary =
      deployment.state === 'open' &&
      submission.state === 'in-progress' &&
      questionnaire.study.languages.includes(submission.language) &&
      page <= lastOpenPage(questionnaire, submission);
    if (!ordinary) return false;
    const html = await quickQuestionsPage(respond.pages, {
      questionnaire,
      page,
      language: submission.language,
      action: respondLinks.page({ code, key }, page),
      answers: submission.answers,
    });
    setRespondHeaders(response, secure);
    sendBytes(response, 200, html, packed(request.headers['accept-encoding']));
    return true;
  } catch (error) {
    if (response.headersSent) throw error;
    return false;
  }
}
