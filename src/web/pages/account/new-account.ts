// Three pages that make an account or a password by a one-time link: the first account, an invitation, a reset.

import type { Request } from 'express';
import { resetPassword } from '../../../actions/change-password.ts';
import {
  acceptInvitation,
  createFirstAccount,
  createInvitedAccount,
  type NewAccount,
} from '../../../actions/create-account.ts';
import { findLink } from '../../../actions/one-time-link.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import type { Handler, PageContext } from '../../page-context.ts';
import { readLine, readText } from '../../read-form.ts';
import { render } from '../../render.ts';
import { type FormErrors, formErrors, noErrors } from './form-view.ts';
import { startSession } from './start-session.ts';

export interface NewAccountView {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly name: string;
  readonly email: string;
  readonly errors: FormErrors;
  /** On the page of an invitation: the sign-in page that leads back here, for people with an account; '' elsewhere. */
  readonly offerSignIn: string;
}

function secretOf(request: Request): string {
  const secret = request.params.secret;
  return typeof secret === 'string' ? secret : '';
}

function readAccount(request: Request, context: PageContext): NewAccount {
  return {
    name: readLine(request, 'name'),
    email: readLine(request, 'email'),
    password: readText(request, 'password'),
    language: context.t.locale.language,
  };
}

function newAccountView(
  kind: 'set-up' | 'join',
  request: Request,
  { t }: PageContext,
  typed: { name: string; email: string },
  errors: FormErrors,
): NewAccountView {
  const secret = secretOf(request);
  return {
    title: t(`account:${kind}`),
    lead: t(`account:${kind}-lead`),
    action: kind === 'set-up' ? links.setUp(secret) : links.join(secret),
    name: typed.name,
    email: typed.email,
    errors,
    offerSignIn: kind === 'join' ? links.signInFor(links.join(secret)) : '',
  };
}

export const showSetUp: Handler = async (request, response, context) => {
  await findLink(context.deps, 'first-account', secretOf(request));
  const view = newAccountView('set-up', request, context, { name: '', email: '' }, noErrors);
  await render(request, response, context, 'account/new', { title: view.title, strangersForm: true }, view);
};

export const saveSetUp: Handler = async (request, response, context) => {
  const input = readAccount(request, context);
  try {
    const account = await createFirstAccount(context.deps, secretOf(request), input);
    await startSession(request, account);
    setFlash(request, context.t('account:welcome', { name: account.name }));
    response.redirect(303, links.studies());
  } catch (error) {
    const view = newAccountView('set-up', request, context, input, formErrors(error, context.t));
    await render(
      request,
      response,
      context,
      'account/new',
      { title: view.title, status: 422, strangersForm: true },
      view,
    );
  }
};

export const showJoin: Handler = async (request, response, context) => {
  const secret = secretOf(request);
  await findLink(context.deps, 'invite', secret);
  const title = context.t('account:join');
  if (context.account) {
    const view = {
      lead: context.t('account:join-as', { name: context.account.name }),
      action: links.join(secret),
    };
    await render(request, response, context, 'account/join', { title }, view);
    return;
  }
  const view = newAccountView('join', request, context, { name: '', email: '' }, noErrors);
  await render(request, response, context, 'account/new', { title, strangersForm: true }, view);
};

export const saveJoin: Handler = async (request, response, context) => {
  const secret = secretOf(request);
  if (context.account) {
    await acceptInvitation(context.deps, secret, context.account);
  } else {
    const input = readAccount(request, context);
    try {
      await startSession(request, await createInvitedAccount(context.deps, secret, input));
    } catch (error) {
      const view = newAccountView('join', request, context, input, formErrors(error, context.t));
      await render(
        request,
        response,
        context,
        'account/new',
        { title: view.title, status: 422, strangersForm: true },
        view,
      );
      return;
    }
  }
  setFlash(request, context.t('account:joined'));
  response.redirect(303, links.studies());
};

export const showResetPassword: Handler = async (request, response, context) => {
  const secret = secretOf(request);
  await findLink(context.deps, 'reset-password', secret);
  const view = { action: links.resetPassword(secret), errors: noErrors };
  const head = { title: context.t('account:reset-password'), strangersForm: true };
  await render(request, response, context, 'account/reset-password', head, view);
};

export const saveResetPassword: Handler = async (request, response, context) => {
  const secret = secretOf(request);
  try {
    await resetPassword(context.deps, secret, readText(request, 'password'));
    setFlash(request, context.t('account:reset-done'));
    response.redirect(303, links.signIn());
  } catch (error) {
    const view = { action: links.resetPassword(secret), errors: formErrors(error, context.t) };
    const head = { title: context.t('account:reset-password'), status: 422, strangersForm: true };
    await render(request, response, context, 'account/reset-password', head, view);
  }
};
