import type { Request, Response } from 'express';
import { findQuestionnaire } from '../../actions/find-questionnaire.ts';
import { lastOpenPage } from '../../actions/save-page.ts';
import { textIn } from '../../domain/localized-text.ts';
import type { Study } from '../../domain/study.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { drawPage, type LanguageSwitch, languageSwitches, paragraphsOf, studyFrame } from './draw-page.ts';
import type { MessageView } from './message.view.ts';
import { open } from './questions.ts';
import { paramOf, type Respond, speak } from './respond-context.ts';
import { respondLinks } from './respond-links.ts';
import { sendPage } from './send-page.ts';

export async function showThanks(respond: Respond, request: Request, response: Response): Promise<void> {
  const { found, language, address } = await open(respond, request, response);
  const { questionnaire, submission } = found;
  if (submission.state !== 'finished') {
    response.redirect(303, respondLinks.page(address, lastOpenPage(questionnaire, submission)));
    return;
  }
  const { study } = questionnaire;
  const switches = languageSwitches(study, language, (other) =>
    respondLinks.thanks({ ...address, language: other }),
  );
  sendPage(request, response, 200, await drawThanks(study, language, switches));
}

export async function drawThanks(
  study: Study,
  language: string,
  switches: readonly LanguageSwitch[],
): Promise<string> {
  const t = translatorFor(language);
  const own = paragraphsOf(textIn(study.thanks, language, ...study.languages));
  const view: MessageView = {
    heading: t('respond:thanks-heading'),
    paragraphs: own.length > 0 ? own : [t('respond:thanks-text')],
    link: null,
  };
  // Here the script forgets what it kept of the answers.
  return drawMessage(study, language, switches, view, true);
}

/** The page of those who do not want to take part. Nothing is stored, not even that they came. */
export async function showDeclined(respond: Respond, request: Request, response: Response): Promise<void> {
  const code = paramOf(request, 'code');
  const { study } = (await findQuestionnaire(respond.deps, respond.shelf, code)).questionnaire;
  const language = speak(request, response, study);
  const t = translatorFor(language);
  const switches = languageSwitches(study, language, (other) => respondLinks.declined(code, other));
  const html = await drawMessage(study, language, switches, {
    heading: t('respond:declined-heading'),
    paragraphs: [t('respond:declined-text')],
    link: { href: respondLinks.consent(code, language), text: t('respond:declined-return') },
  });
  sendPage(request, response, 200, html);
}

export async function drawMessage(
  study: Study,
  language: string,
  switches: readonly LanguageSwitch[],
  view: MessageView,
  script = false,
): Promise<string> {
  const frame = studyFrame(study, language);
  return drawPage(
    'message',
    translatorFor(language),
    {
      ...frame,
      title: `${view.heading} – ${frame.heading}`,
      progress: '',
      switches,
      printNote: '',
      script,
    },
    view,
  );
}
