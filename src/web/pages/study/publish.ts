import { publishVersion } from '../../../actions/publish-version.ts';
import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { findStudyActor } from '../../../actions/study-actor.ts';
import { mayDo } from '../../../domain/permission.ts';
import { Problem } from '../../../domain/problem.ts';
import { asciiDigits } from '../../../i18n/locale.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { problemWords, statusOf } from '../../problem-page.ts';
import { readInteger, readText } from '../../read-form.ts';
import { render } from '../../render.ts';
import { tabLink } from './design-tabs.ts';
import { type ChangeLine, differenceWords } from './difference-words.ts';
import { type FindingLink, findingLinks } from './finding-links.ts';
import { findStudyState, type StudyFrame, studyFrame } from './frame.ts';

export interface PublishView {
  readonly frame: StudyFrame;
  readonly action: string;
  readonly revision: number;
  readonly message: string;
  readonly number: string;
  readonly blocking: readonly FindingLink[];
  readonly remarks: readonly FindingLink[];
  /** Null for the first version. */
  readonly changes: readonly ChangeLine[] | null;
  readonly changesHeading: string;
  readonly unchanged: boolean;
  readonly note: string;
  readonly mayPublish: boolean;
}

export const showPublish: Handler = (request, response, context) =>
  draw(request, response, context, '', null);

export const savePublish: Handler = async (request, response, context) => {
  const actor = actorOf(context);
  const note = readText(request, 'note').trim().slice(0, 2000);
  const revision = readInteger(request, 'revision', asciiDigits) ?? -1;
  try {
    const version = await publishVersion(context.deps, actor, { revision, note });
    setFlash(request, context.t('study:said-published', { number: version.number }));
    response.redirect(303, links.version(actor.study.key, version.number));
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    const fresh = await findStudyActor(context.deps, actor.account, actor.study.key);
    await draw(request, response, { ...context, actor: fresh }, note, error);
  }
};

async function draw(
  request: Parameters<Handler>[0],
  response: Parameters<Handler>[1],
  context: PageContext,
  note: string,
  problem: Problem | null,
): Promise<void> {
  const { t } = context;
  const actor = actorOf(context);
  const study = readStoredStudy(actor.study.draft);
  const state = await findStudyState(context);
  const frame = studyFrame(context, study, state, 'publish');
  const findings = findingLinks(study, actor.study.key, t);
  const blocking = findings.filter((finding) => finding.blocking);
  const number = state.latest?.number ?? 0;
  const unchanged = state.latest?.document === actor.study.draft;
  const view: PublishView = {
    frame,
    action: tabLink(actor.study.key, 'publish'),
    revision: actor.study.draftRevision,
    message: problem ? problemWords(problem, t).message : '',
    number: t('study:publish-button', { number: number + 1 }),
    blocking,
    remarks: findings.filter((finding) => !finding.blocking),
    changes: state.latest ? differenceWords(readStoredStudy(state.latest.document), study, t) : null,
    changesHeading: t('study:changes-since', { number }),
    unchanged,
    note,
    mayPublish: mayDo(actor.role, 'publish-version') && blocking.length === 0 && !unchanged,
  };
  const title = `${t('study:tab-publish')} – ${frame.title}`;
  const status = problem ? statusOf[problem.kind] : 200;
  await render(
    request,
    response,
    context,
    'study/publish',
    { title, styles: ['css/study.css'], status },
    view,
  );
}
