import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Log } from '../../actions/deps.ts';
import { Problem } from '../../domain/problem.ts';
import { type MessageKey, type Translator, translatorFor } from '../../i18n/translator.ts';
import { statusOf } from '../problem-page.ts';
import { drawPage } from './draw-page.ts';
import type { MessageView } from './message.view.ts';
import { type Speaking, speakingOf } from './respond-context.ts';
import { respondLinks } from './respond-links.ts';
import { sendPage } from './send-page.ts';
import { translatorForStranger } from './survey-language.ts';
import { drawMessage } from './thanks.ts';

interface Words {
  readonly status: number;
  readonly heading: MessageKey;
  readonly text: MessageKey;
}

/** The problems that have a page of their own; those of kind 'invalid' and 'busy' show the questionnaire's page again. */
const wordsByCode: Readonly<Record<string, Omit<Words, 'status'>>> = {
  'questionnaire-unknown': { heading: 'respond:unknown-heading', text: 'respond:unknown-text' },
  'questionnaire-closed': { heading: 'respond:closed-heading', text: 'respond:closed-text' },
  'submission-unknown': { heading: 'respond:lost-heading', text: 'respond:lost-text' },
  'submission-finished': { heading: 'respond:finished-heading', text: 'respond:finished-text' },
  'page-unknown': { heading: 'respond:page-unknown-heading', text: 'respond:page-unknown-text' },
  invalid: { heading: 'respond:malformed-heading', text: 'respond:fault-form-malformed' },
};

/** Express's error handler for the respondent pages: in the survey's language, and never a stack trace. */
export function respondProblem(log: Log) {
  return async (error: unknown, request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (response.headersSent) return next(error);
    const speaking = speakingOf(response);
    const t = speaking ? translatorFor(speaking.language) : translatorForStranger(request);
    const { status, view } = explain(error, request, t, log);
    const link =
      status === 404 && speaking
        ? {
            href: respondLinks.consent(speaking.code, speaking.language),
            text: t('respond:to-questionnaire'),
          }
        : null;
    sendPage(request, response, status, await draw(t, speaking, { ...view, link }));
  };
}

function explain(
  error: unknown,
  request: Request,
  t: Translator,
  log: Log,
): { status: number; view: Omit<MessageView, 'link'> } {
  const words = wordsOf(error, request);
  if (words) {
    return { status: words.status, view: { heading: t(words.heading), paragraphs: [t(words.text)] } };
  }
  const id = randomBytes(4).toString('hex');
  // Neither address nor path: a path of this page is the key to somebody's answers.
  log.error({ id, error: error instanceof Error ? error.stack : String(error) }, 'unexpected error');
  return {
    status: 500,
    view: { heading: t('respond:internal-heading'), paragraphs: [t('respond:internal-text', { id })] },
  };
}

function wordsOf(error: unknown, request: Request): Words | null {
  if (error instanceof Problem) {
    const words = wordsByCode[error.code];
    if (!words) return null;
    if (error.code !== 'submission-finished') return { ...words, status: statusOf[error.kind] };
    // To come back to what is done is no mistake; to send other answers than those that are stored is refused.
    return request.method === 'GET' || request.method === 'HEAD'
      ? { ...words, status: 200 }
      : { ...words, text: 'respond:finished-differently', status: 409 };
  }
  const status = (error as { status?: unknown }).status;
  if (status === 413) return { status, heading: 'respond:too-large-heading', text: 'respond:too-large-text' };
  // Broken percent signs in an address, a body shorter than announced, an encoding that we do not know.
  if (status === 400 || status === 415) return { ...wordsByCode.invalid!, status: 400 };
  return null;
}

async function draw(t: Translator, speaking: Speaking | undefined, view: MessageView): Promise<string> {
  if (speaking) return drawMessage(speaking.study, speaking.language, [], view);
  const frame = { heading: '', progress: '', switches: [], contact: [], printNote: '', script: false };
  return drawPage('message', t, { ...frame, title: view.heading }, view);
}
