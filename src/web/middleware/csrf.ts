import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { problems } from '../../domain/problem.ts';

const protection = csrfSync({
  getTokenFromRequest: (request) => {
    const sent = (request.body as { csrf?: unknown } | undefined)?.csrf ?? request.headers['x-csrf-token'];
    return typeof sent === 'string' ? sent : undefined;
  },
  errorConfig: { statusCode: 403, message: 'csrf', code: 'CSRF' },
});

/** The token of the session, for the hidden field `csrf` of every staff form. */
export function csrfTokenOf(request: Request): string {
  return request.session ? protection.generateToken(request) : '';
}

/** Refuses every request that changes something and does not carry the session's token. */
export function csrf(request: Request, response: unknown, next: (error?: unknown) => void): void {
  protection.csrfSynchronisedProtection(request, response as never, (error?: unknown) =>
    next(error === undefined || error === null ? undefined : problems.formExpired()),
  );
}
