import { signIn } from '../../../actions/sign-in.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import type { Handler } from '../../page-context.ts';
import { readLine, readText } from '../../read-form.ts';
import { render } from '../../render.ts';
import { type FormErrors, formErrors, noErrors } from './form-view.ts';
import { startSession } from './start-session.ts';

export interface SignInView {
  readonly email: string;
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
  const view: SignInView = { email: '', errors: noErrors };
  return render(request, response, context, 'account/sign-in', { title: context.t('account:sign-in') }, view);
};

export const saveSignIn: Handler = async (request, response, context) => {
  const email = readLine(request, 'email');
  try {
    const account = await signIn(context.deps, email, readText(request, 'password'));
    const wanted = request.session.wanted;
    await startSession(request, account);
    response.redirect(303, wanted ?? links.studies());
  } catch (error) {
    const view: SignInView = { email, errors: formErrors(error, context.t) };
    const head = { title: context.t('account:sign-in'), status: 422 };
    await render(request, response, context, 'account/sign-in', head, view);
  }
};

export const saveSignOut: Handler = async (request, response, context) => {
  const language = request.session.language;
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error) => (error ? reject(error) : resolve()));
  });
  if (language) request.session.language = language;
  setFlash(request, context.t('account:sign-out-done'));
  response.redirect(303, links.signIn());
};
