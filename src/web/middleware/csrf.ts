import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { problems } from '../../domain/problem.ts';

const HOUR = 60 * 60 * 1000;

const protection = csrfSync({
  // A stranger's language is a cookie of its own, and worth no forgery.
  skipCsrfProtection: (request) => request.path === '/language' && request.session.accountId === undefined,
  getTokenFromRequest: (request) => {
    const sent = (request.body as { csrf?: unknown } | undefined)?.csrf ?? request.headers['x-csrf-token'];
    return typeof sent === 'string' ? sent : undefined;
  },
  errorConfig: { statusCode: 403, message: 'csrf', code: 'CSRF' },
});

/**
 * The token of the session, for the hidden field `csrf` of a form. Makes the session of a stranger, which is a row in the
 * database: so it is asked for on pages with a form only, and such a session lasts an hour.
 */
export function csrfTokenOf(request: Request): string {
  if (!request.session) return '';
  if (request.session.accountId === undefined) request.session.cookie.maxAge = HOUR;
  return protection.generateToken(request);
}

/** Refuses every request that changes something and does not carry the session's token. */
export function csrf(request: Request, response: unknown, next: (error?: unknown) => void): void {
  protection.csrfSynchronisedProtection(request, response as never, (error?: unknown) =>
    next(error === undefined || error === null ? undefined : problems.formExpired()),
  );
}
