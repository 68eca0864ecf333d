import { importAnswers } from '../../../actions/import-answers.ts';
import { readVersion } from '../../../actions/read-version.ts';
import { Problem } from '../../../domain/problem.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { statusOf } from '../../problem-page.ts';
import { readLine } from '../../read-form.ts';
import { render } from '../../render.ts';
import { importView } from './import.view.ts';
import { readOptions } from './read-options.ts';

type Request = Parameters<Handler>[0];
type Response = Parameters<Handler>[1];

export const showImport: Handler = (request, response, context) => draw(request, response, context, null);

export const saveImport: Handler = async (request, response, context) => {
  const { t, deps } = context;
  const actor = actorOf(context);
  const number = String(request.params.number);
  try {
    const done = await importAnswers(deps, actor, number, {
      file: request.file?.buffer ?? null,
      language: readLine(request, 'language'),
    });
    const separator = t.locale.direction === 'rtl' ? '، ' : ', ';
    const listed = (names: readonly string[]) =>
      names.length > 12 ? [...names.slice(0, 12), '…'].join(separator) : names.join(separator);
    setFlash(
      request,
      [
        t('statistics:import-done', { count: done.count }),
        ...(done.ignoredColumns.length > 0
          ? [t('statistics:import-ignored', { columns: listed(done.ignoredColumns) })]
          : []),
        ...(done.missingColumns.length > 0
          ? [t('statistics:import-absent', { columns: listed(done.missingColumns) })]
          : []),
      ].join(' '),
    );
    response.redirect(303, links.statistics(actor.study.key, Number(number)));
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    await draw(request, response, context, error);
  }
};

async function draw(
  request: Request,
  response: Response,
  context: PageContext,
  problem: Problem | null,
): Promise<void> {
  const { t, deps } = context;
  const actor = actorOf(context);
  const { version, study } = await readVersion(deps, actor, String(request.params.number));
  const options = readOptions(request.query);
  const view = importView(
    { t, role: actor.role, study, version, options, tab: 'import' },
    readLine(request, 'language') || study.languages[0]!,
    problem,
  );
  const head = {
    title: `${t('statistics:tab-import')} – ${t('statistics:title')}`,
    styles: ['css/statistics.css'],
    status: problem ? statusOf[problem.kind] : 200,
  };
  await render(request, response, context, 'statistics/import', head, view);
}
