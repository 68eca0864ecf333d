import { changePassword } from '../../../actions/change-password.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { accountOf, type Handler } from '../../page-context.ts';
import { readText } from '../../read-form.ts';
import { render } from '../../render.ts';
import { formErrors, noErrors } from './form-view.ts';

export const showAccount: Handler = (request, response, context) => {
  const head = { title: context.t('account:account') };
  return render(request, response, context, 'account/show', head, {
    ...accountOf(context),
    errors: noErrors,
  });
};

export const savePassword: Handler = async (request, response, context) => {
  const account = accountOf(context);
  try {
    await changePassword(context.deps, account, {
      current: readText(request, 'current'),
      next: readText(request, 'next'),
      sessionId: request.sessionID,
    });
    setFlash(request, context.t('account:password-changed'));
    response.redirect(303, links.account());
  } catch (error) {
    const head = { title: context.t('account:account'), status: 422 };
    const view = { ...account, errors: formErrors(error, context.t) };
    await render(request, response, context, 'account/show', head, view);
  }
};
