import { changeMember, inviteMember, listMembers, studyRoles } from '../../../actions/manage-members.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { readLine } from '../../read-form.ts';
import { render } from '../../render.ts';
import { type FormErrors, formErrors, noErrors } from './form-view.ts';

export interface MembersView {
  readonly studyKey: string;
  readonly roles: ReadonlyArray<{ role: string; label: string; may: string }>;
  readonly members: ReadonlyArray<{
    accountId: number;
    name: string;
    email: string;
    role: string;
    isYou: boolean;
    roleLabel: string;
    removeLabel: string;
  }>;
  /** A link just made; '' otherwise. */
  readonly invitation: string;
  readonly errors: FormErrors;
}

async function membersView(
  context: PageContext,
  invitation: string,
  errors: FormErrors,
): Promise<MembersView> {
  const { t, deps } = context;
  const actor = actorOf(context);
  const members = await listMembers(deps, actor);
  return {
    studyKey: actor.study.key,
    roles: studyRoles.map((role) => ({
      role,
      label: t(`account:role-${role}`),
      may: t(`account:role-${role}-may`),
    })),
    members: members.map((member) => ({
      ...member,
      isYou: member.accountId === actor.account.id,
      roleLabel: t('account:change-role-of', { name: member.name }),
      removeLabel: t('account:remove-member-named', { name: member.name }),
    })),
    invitation,
    errors,
  };
}

export const showMembers: Handler = async (request, response, context) => {
  const view = await membersView(context, '', noErrors);
  await render(request, response, context, 'account/members', { title: context.t('account:members') }, view);
};

export const saveInvitation: Handler = async (request, response, context) => {
  const secret = await inviteMember(context.deps, actorOf(context), readLine(request, 'role'));
  // Drawn at once and not after a redirect: the link must not be kept anywhere, not even in the session.
  const view = await membersView(context, context.config.publicUrl + links.join(secret), noErrors);
  await render(request, response, context, 'account/members', { title: context.t('account:members') }, view);
};

export const saveMember: Handler = async (request, response, context) => {
  const actor = actorOf(context);
  const accountId = Number(readLine(request, 'member'));
  const role = readLine(request, 'remove') === '' ? readLine(request, 'role') : '';
  try {
    await changeMember(context.deps, actor, accountId, role);
    setFlash(request, context.t('account:member-changed'));
    response.redirect(303, links.members(actor.study.key));
  } catch (error) {
    const view = await membersView(context, '', formErrors(error, context.t));
    const head = { title: context.t('account:members'), status: 422 };
    await render(request, response, context, 'account/members', head, view);
  }
};
