import type { RequestHandler } from 'express';
import { problems } from '../../domain/problem.ts';

/** The posts that people without a session have a reason to send. */
const open = /^\/(sign-in|sign-out|language|set-up\/[^/]+|join\/[^/]+|reset-password\/[^/]+)$/;

/**
 * Whoever was signed in when they began to type, and is not any more, must learn it before a rule about strangers' forms
 * refuses theirs, and must learn that the text is still in the page before.
 */
export const sessionEnded: RequestHandler = (request, _response, next) => {
  const refused =
    request.method === 'POST' && request.session.accountId === undefined && !open.test(request.path);
  next(refused ? problems.sessionEnded() : undefined);
};
