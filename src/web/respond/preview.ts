import type { Request, Response } from 'express';
import { questionnaireOf } from '../../domain/questionnaire.ts';
import type { Study } from '../../domain/study.ts';
import { drawConsent } from './consent.ts';
import { drawPage } from './draw-page.ts';
import { freshQuestionsPage } from './draw-questions.ts';
import { respondLinks } from './respond-links.ts';
import { sendOnward, sendPage } from './send-page.ts';
import { translatorForStranger } from './survey-language.ts';
import { drawThanks } from './thanks.ts';

export interface PreviewOptions {
  /** The path of the researcher's page (under /studies/) that the form's buttons lead to; else a line that nothing was stored. */
  readonly onward?: string;
  /** For a version that is published already; a draft says that it is one. */
  readonly version?: { readonly id: number; readonly number: number };
}

/**
 * The page that respondents see, but for where its form goes. Page 0 is the consent page, 1 to n are the questions,
 * n + 1 is the thank-you page. Throws RangeError for other pages.
 */
export async function renderPreviewPage(
  study: Study,
  language: string,
  page: number,
  options: PreviewOptions = {},
): Promise<string> {
  const questionnaire = questionnaireOf(study, options.version ?? null);
  const action = respondLinks.preview(options.onward);
  if (page === 0) return drawConsent({ questionnaire }, '-', language, '', null, action);
  if (page === questionnaire.pages.length + 1) return drawThanks(study, language, []);
  if (!questionnaire.pages[page - 1]) throw new RangeError(`renderPreviewPage: there is no page ${page}`);
  return freshQuestionsPage({ questionnaire, page, language, action, answers: [] }, null);
}

/** A preview's form was sent: its answers are not even read. Goes on to the researcher's page, nowhere else. */
export async function leavePreview(request: Request, response: Response): Promise<void> {
  const { onward } = request.query;
  if (typeof onward === 'string' && /^\/studies\/[\w.~%?&=/-]*$/.test(onward)) {
    sendOnward(request, response, onward);
    return;
  }
  const t = translatorForStranger(request);
  const heading = t('respond:preview-heading');
  const frame = { heading: '', progress: '', switches: [], contact: [], printNote: '', script: false };
  const view = { heading, paragraphs: [t('respond:preview-text')], link: null };
  sendPage(request, response, 200, await drawPage('message', t, { ...frame, title: heading }, view));
}
