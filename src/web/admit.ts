import { findStudyActor, requirePermission } from '../actions/study-actor.ts';
import { problems } from '../domain/problem.ts';
import type { Access, PageContext } from './page-context.ts';

/** Lets a request through to its handler, or throws. Every route passes here; the actions that write ask again. */
export async function admit(
  context: PageContext,
  access: Access,
  studyKey: string | string[] | undefined,
): Promise<PageContext> {
  if (access === 'public') return context;
  if (!context.account) throw problems.signInNeeded();
  if (access === 'signed-in') return context;
  if (typeof studyKey !== 'string') throw problems.studyUnknown();
  const actor = await findStudyActor(context.deps, context.account, studyKey);
  requirePermission(actor, access);
  return { ...context, actor };
}
