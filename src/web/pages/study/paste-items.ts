import { editStudy } from '../../../actions/edit-study.ts';
import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { addPastedItems } from '../../../domain/edit/add-pasted-items.ts';
import { readPastedItems } from '../../../domain/edit/read-pasted-items.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Study } from '../../../domain/study.ts';
import { asciiDigits } from '../../../i18n/locale.ts';
import { setFlash } from '../../flash.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { readInteger, readLine, readText } from '../../read-form.ts';
import { render } from '../../render.ts';
import { readCommand, saveTab, trySave } from './design-tab.ts';
import { tabLink } from './design-tabs.ts';
import { findStudyState, studyFrame } from './frame.ts';
import { itemsTab } from './items.ts';
import { pasteView } from './paste-items.view.ts';

type Request = Parameters<Handler>[0];
type Response = Parameters<Handler>[1];

/** The items form. Its button for pasted lines saves the form like every other button, and then shows what the lines will do. */
export const saveItems: Handler = async (request, response, context) => {
  const command = readCommand(request);
  if (command.verb !== 'paste') return saveTab(itemsTab)(request, response, context);
  const saved = await trySave(request, response, context, itemsTab, { verb: 'save', key: '' });
  if (saved) await drawPaste(request, response, context, saved.study, saved.revision, null);
};

/** Stores checked lines, or checks them again after they were changed. */
export const savePastedItems: Handler = async (request, response, context) => {
  const actor = actorOf(context);
  const revision = readInteger(request, 'revision', asciiDigits) ?? -1;
  const study = readStoredStudy(actor.study.draft);
  if (readCommand(request).verb === 'paste')
    return drawPaste(request, response, context, study, actor.study.draftRevision, null);
  let count = 0;
  try {
    await editStudy(context.deps, actor, {
      revision,
      edit: (draft) => {
        const { lines, language } = linesOf(request, draft);
        const added = addPastedItems(draft, lines, language);
        count = added.keys.length;
        return added.study;
      },
      verb: 'paste-items',
      detail: readLine(request, 'paste-language'),
    });
    setFlash(request, context.t('study:said-pasted', { count }));
    response.redirect(303, tabLink(actor.study.key, 'items'));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind !== 'invalid' && error.kind !== 'conflict') throw error;
    // After a conflict the lines are checked against what is there now, so pressing the button again is safe.
    await drawPaste(request, response, context, study, actor.study.draftRevision, error);
  }
};

function linesOf(request: Request, study: Study) {
  const wished = readLine(request, 'paste-language');
  const language = study.languages.includes(wished) ? wished : study.languages[0]!;
  const construct = readLine(request, 'paste-construct') || null;
  return { language, lines: readPastedItems(study, readText(request, 'paste'), language, construct) };
}

async function drawPaste(
  request: Request,
  response: Response,
  context: PageContext,
  study: Study,
  revision: number,
  problem: Problem | null,
): Promise<void> {
  const { t } = context;
  const { lines, language } = linesOf(request, study);
  const frame = studyFrame(context, study, await findStudyState(context), 'items');
  const view = pasteView({
    t,
    frame,
    study,
    revision,
    lines,
    problem,
    typed: {
      text: readText(request, 'paste'),
      language,
      construct: readLine(request, 'paste-construct'),
    },
  });
  const status = problem ? (problem.kind === 'conflict' ? 409 : 422) : 200;
  const head = { title: `${t('study:paste-title')} – ${frame.title}`, styles: ['css/study.css'], status };
  await render(request, response, context, 'study/paste-items', head, view);
}
