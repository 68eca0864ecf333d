import { type Part, planDeletion } from '../domain/edit/plan-deletion.ts';
import { fault } from '../domain/fault.ts';
import { problems } from '../domain/problem.ts';
import type { Deps } from './deps.ts';
import { editStudy } from './edit-study.ts';
import type { StudyActor } from './study-actor.ts';

/** Deletes a part of the draft and what exists only because of it; refuses while something else uses it. */
export async function deletePart(
  deps: Deps,
  actor: StudyActor,
  input: { readonly revision: number; readonly part: Part },
): Promise<void> {
  const { kind, key } = input.part;
  await editStudy(deps, actor, {
    revision: input.revision,
    edit: (study) => {
      const plan = planDeletion(study, input.part);
      if (!plan) throw problems.pageUnknown();
      if (plan.blockedBy.length > 0) {
        const keys = plan.blockedBy.map((part) => part.key).join(', ');
        throw problems.invalid([fault(`part:${key}`, 'part-in-use', { key, keys })]);
      }
      return plan.study;
    },
    verb: `delete-${kind}`,
    detail: key,
  });
}
