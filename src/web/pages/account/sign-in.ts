import { signIn } from '../../../actions/sign-in.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { localPath } from '../../local-path.ts';
import type { Handler } from '../../page-context.ts';
import { readLine, readText } from '../../read-form.ts';
import { render } from '../../render.ts';
import { type FormErrors, formErrors, noErrors } from './form-view.ts';
import { startSession } from './start-session.ts';

export interface SignInView {
  readonly email: string;
  /** Where to go then, '' for the list of studies. */
  readonly wanted: string;
  readonly errors: FormErrors;
}

export const showHome: Handler = (_request, response, context) => {
  response.redirect(303, context.account ? links.studies() : links.signIn());
};

export const showSignIn: Handler = (request, response, context) => {
  if (context.account) {
    response.redirect(303, links.studies());
    return;
  }
  const view: SignInView = { email: '', wanted: localPath(request.query.wanted, ''), errors: noErrors };
  const head = { title: context.t('account:sign-in'), strangersForm: true };
  return render(request, response, context, 'account/sign-in', head, view);
};

export const saveSignIn: Handler = async (request, response, context) => {
  const email = readLine(request, 'email');
  const wanted = localPath(readText(request, 'wanted'), '');
  try {
    const account = await signIn(context.deps, email, readText(request, 'password'));
    await startSession(request, account);
    response.redirect(303, wanted || links.studies());
  } catch (error) {
    const view: SignInView = { email, wanted, errors: formErrors(error, context.t) };
    const head = { title: context.t('account:sign-in'), status: 422, strangersForm: true };
    await render(request, response, context, 'account/sign-in', head, view);
  }
};

export const saveSignOut: Handler = async (request, response, context) => {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error) => (error ? reject(error) : resolve()));
  });
  setFlash(request, context.t('account:sign-out-done'));
  response.redirect(303, links.signIn());
};
