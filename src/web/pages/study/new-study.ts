import { createStudy } from '../../../actions/create-study.ts';
import { importStudy } from '../../../actions/import-study.ts';
import { questionnaireLanguages } from '../../../domain/edit/edit-languages.ts';
import { fault } from '../../../domain/fault.ts';
import { PARADIGM_TEMPLATES } from '../../../domain/paradigm-templates.ts';
import { Problem, problems } from '../../../domain/problem.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { accountOf, type Handler, type PageContext } from '../../page-context.ts';
import { statusOf } from '../../problem-page.ts';
import { readLine } from '../../read-form.ts';
import { render } from '../../render.ts';
import { readValues } from './form-values.ts';
import { type NewStudyForm, newStudyView } from './new-study.view.ts';

type Request = Parameters<Handler>[0];
type Response = Parameters<Handler>[1];

export const showNewStudy: Handler = (request, response, context) => {
  return draw(request, response, context, blankForm(context), null, 'template');
};

export const saveNewStudy: Handler = async (request, response, context) => {
  const values = readValues(request);
  const first = readLine(request, 'first-language');
  const chosen = questionnaireLanguages.filter((language) => values.has(`language:${language}`));
  const languages = [...chosen].sort((a, b) => Number(b === first) - Number(a === first));
  try {
    const study = await createStudy(context.deps, accountOf(context), {
      template: readLine(request, 'template'),
      key: readLine(request, 'key'),
      languages,
      title: Object.fromEntries(
        languages.map((language) => [language, readLine(request, `title:${language}`)]),
      ),
    });
    setFlash(request, context.t('study:said-created'));
    response.redirect(303, links.study(study.key));
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    await draw(request, response, context, values, error, 'template');
  }
};

export const saveImportedStudy: Handler = async (request, response, context) => {
  try {
    const study = await importStudy(context.deps, accountOf(context), textOfUpload(request));
    setFlash(request, context.t('study:said-imported'));
    response.redirect(303, links.study(study.key));
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    await draw(request, response, context, blankForm(context), error, 'file');
  }
};

function blankForm({ t }: PageContext): NewStudyForm {
  return new Map([
    ['template', PARADIGM_TEMPLATES[0]!.key],
    [`language:${t.locale.language}`, '1'],
  ]);
}

function textOfUpload(request: Request): string {
  const bytes = request.file?.buffer;
  if (!bytes || bytes.length === 0) throw problems.invalid([fault('file', 'file-needed')]);
  try {
    // Keeps a byte order mark, so that the stored study file is the uploaded one byte for byte.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw problems.invalid([fault('', 'not-utf8')]);
  }
}

async function draw(
  request: Request,
  response: Response,
  context: PageContext,
  form: NewStudyForm,
  problem: Problem | null,
  part: 'template' | 'file',
): Promise<void> {
  const { t, config } = context;
  const view = newStudyView({ t, form, problem, part, uploadLimit: config.uploadLimit });
  const head = { title: t('study:new-title'), styles: ['css/study.css'] };
  const status = problem ? statusOf[problem.kind] : 200;
  await render(request, response, context, 'study/new', { ...head, status }, view);
}
