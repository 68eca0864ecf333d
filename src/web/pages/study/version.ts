import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { setDeploymentState } from '../../../actions/set-deployment-state.ts';
import { mayDo } from '../../../domain/permission.ts';
import { problems } from '../../../domain/problem.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { actorOf, type Handler } from '../../page-context.ts';
import { readLine } from '../../read-form.ts';
import { render } from '../../render.ts';
import { tabLink } from './design-tabs.ts';
import { findVersion } from './find-version.ts';
import { findStudyState, studyFrame } from './frame.ts';
import { versionView } from './version.view.ts';

/** A published version, read-only: what was frozen, how to get in, and its answers in numbers. */
export const showVersion: Handler = async (request, response, context) => {
  const { deps, t } = context;
  const actor = actorOf(context);
  const version = await findVersion(context, request.params.number);
  const state = await findStudyState(context);
  const frame = studyFrame(context, readStoredStudy(actor.study.draft), state, 'versions');
  const view = versionView({
    t,
    frame,
    version,
    study: readStoredStudy(version.document),
    deployment: state.deployment,
    counts: await deps.submissions.countSubmissions(version.id),
    publicUrl: context.config.publicUrl,
    mayOpen: mayDo(actor.role, 'publish-version'),
  });
  const head = { title: `${view.heading} – ${frame.title}`, styles: ['css/study.css'] };
  await render(request, response, context, 'study/version', head, view);
};

/** Opens or closes the questionnaire of the study. */
export const saveQuestionnaire: Handler = async (request, response, context) => {
  const actor = actorOf(context);
  const wished = readLine(request, 'state');
  if (wished !== 'open' && wished !== 'closed') throw problems.pageUnknown();
  await setDeploymentState(context.deps, actor, wished);
  setFlash(request, context.t(wished === 'open' ? 'study:said-opened' : 'study:said-closed'));
  const { latest } = await findStudyState(context);
  const { key } = actor.study;
  response.redirect(303, latest ? links.version(key, latest.number) : tabLink(key, 'versions'));
};
