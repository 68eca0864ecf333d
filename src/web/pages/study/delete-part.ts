import { deletePart } from '../../../actions/delete-part.ts';
import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { type Part, type PartKind, planDeletion } from '../../../domain/edit/plan-deletion.ts';
import { Problem, problems } from '../../../domain/problem.ts';
import { asciiDigits } from '../../../i18n/locale.ts';
import { setFlash } from '../../flash.ts';
import { actorOf, type Handler } from '../../page-context.ts';
import { readInteger, readLine } from '../../read-form.ts';
import { render } from '../../render.ts';
import { deletePartView, tabOfPart } from './delete-part.view.ts';
import { tabLink } from './design-tabs.ts';
import { findStudyState, studyFrame } from './frame.ts';
import { partName } from './part-words.ts';

const kinds: readonly PartKind[] = [
  'role',
  'category',
  'scale',
  'construct',
  'item',
  'question',
  'page',
  'path',
  'language',
];

/** Says what a deletion would take along, or what stands in its way. Nothing is deleted before this page is answered. */
export const showDeletePart: Handler = (request, response, context) => {
  const { kind, key } = request.query;
  return draw(request, response, context, asPart(kind, key), null);
};

export const saveDeletePart: Handler = async (request, response, context) => {
  const actor = actorOf(context);
  const part = asPart(readLine(request, 'kind'), readLine(request, 'key'));
  const revision = readInteger(request, 'revision', asciiDigits) ?? -1;
  try {
    await deletePart(context.deps, actor, { revision, part });
    setFlash(request, context.t('study:said-deleted', { key: partName(part) }));
    response.redirect(303, tabLink(actor.study.key, tabOfPart(part.kind)));
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'conflict' && error.kind !== 'invalid')) throw error;
    await draw(request, response, context, part, error);
  }
};

async function draw(
  request: Parameters<Handler>[0],
  response: Parameters<Handler>[1],
  context: Parameters<Handler>[2],
  part: Part,
  problem: Problem | null,
): Promise<void> {
  const { study: record } = actorOf(context);
  const study = readStoredStudy(record.draft);
  const plan = planDeletion(study, part);
  if (!plan) throw problems.pageUnknown();
  const frame = studyFrame(context, study, await findStudyState(context), tabOfPart(part.kind));
  const view = deletePartView({
    t: context.t,
    frame,
    study,
    part,
    plan,
    problem,
    revision: record.draftRevision,
  });
  const status = problem ? (problem.kind === 'conflict' ? 409 : 422) : 200;
  const head = { title: `${view.heading} – ${frame.title}`, styles: ['css/study.css'], status };
  await render(request, response, context, 'study/delete-part', head, view);
}

function asPart(kind: unknown, key: unknown): Part {
  const known = kinds.find((candidate) => candidate === kind);
  if (!known || typeof key !== 'string') throw problems.pageUnknown();
  return { kind: known, key };
}
