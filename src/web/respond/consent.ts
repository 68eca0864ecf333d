import type { Request, Response } from 'express';
import { beginSubmission, isSubmissionKey } from '../../actions/begin-submission.ts';
import { type FoundQuestionnaire, findQuestionnaire, requireOpen } from '../../actions/find-questionnaire.ts';
import type { Problem } from '../../domain/problem.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { consentView } from './consent.view.ts';
import { drawPage, languageSwitches, studyFrame } from './draw-page.ts';
import { busyNotice, faultNotice, type Notice } from './notice.ts';
import { fillPage } from './page-cache.ts';
import { fieldsOf, single } from './read-fields.ts';
import { asRefusal, refusalStatus, refuseLimited } from './refusal.ts';
import { paramOf, type Respond, speak } from './respond-context.ts';
import { respondLinks } from './respond-links.ts';
import { sendOnward, sendPage } from './send-page.ts';

export async function showConsent(respond: Respond, request: Request, response: Response): Promise<void> {
  const code = paramOf(request, 'code');
  const found = await findQuestionnaire(respond.deps, respond.shelf, code);
  const language = speak(request, response, found.questionnaire.study);
  requireOpen(found.deployment);
  const page = await respond.pages.page(found.questionnaire, `consent ${code} ${language}`, (mark) =>
    drawConsent(found, code, language, mark('key'), null),
  );
  sendPage(request, response, 200, fillPage(page, new Map([['key', respond.deps.newSecret()]])));
}

export async function saveConsent(respond: Respond, request: Request, response: Response): Promise<void> {
  const code = paramOf(request, 'code');
  const found = await findQuestionnaire(respond.deps, respond.shelf, code);
  const { study } = found.questionnaire;
  const language = speak(request, response, study);
  // Another site's form could begin a submission under a key that it knows, and read the answers there later.
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    response.redirect(303, respondLinks.consent(code, language));
    return;
  }
  let key = '';
  try {
    const fields = fieldsOf(request);
    key = single(fields, 'key');
    refuseLimited(response);
    const version = single(fields, 'version');
    await beginSubmission(respond.deps, found, {
      key,
      language,
      consent: single(fields, 'consent') === 'yes',
      versionRead: version === '' ? null : Number(version),
    });
  } catch (error) {
    const problem = asRefusal(error);
    if (problem === null) throw error;
    const t = translatorFor(language);
    const html = await drawConsent(
      found,
      code,
      language,
      // A good key is kept, so that sending again still begins once.
      isSubmissionKey(key) ? key : respond.deps.newSecret(),
      consentNotice(t, problem),
    );
    sendPage(request, response, refusalStatus(problem, response), html);
    return;
  }
  sendOnward(request, response, respondLinks.page({ code, key }, 1));
}

function consentNotice(t: Translator, problem: Problem): Notice {
  if (problem.kind === 'too-many') return busyNotice(t, t('respond:many-requests-begin'));
  if (problem.kind === 'busy') return busyNotice(t, t('respond:busy-begin'));
  return faultNotice(t, problem.faults, () => '#agree');
}

export async function drawConsent(
  { questionnaire }: Pick<FoundQuestionnaire, 'questionnaire'>,
  code: string,
  language: string,
  key: string,
  notice: Notice | null,
  action = respondLinks.consent(code, language),
): Promise<string> {
  const t = translatorFor(language);
  const { study } = questionnaire;
  const frame = studyFrame(study, language);
  const prefix = notice === null ? '' : `${t('respond:fault-title')}: `;
  return drawPage(
    'consent',
    t,
    {
      ...frame,
      title: `${prefix}${frame.heading}`,
      // The page's own heading says it.
      heading: '',
      progress: '',
      switches: languageSwitches(study, language, (other) => respondLinks.consent(code, other)),
      printNote: '',
      script: false,
    },
    consentView({
      questionnaire,
      t,
      language,
      action,
      key,
      notice,
      decline: respondLinks.declined(code, language),
    }),
  );
}
