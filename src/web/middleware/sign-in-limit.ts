import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { foldEmail } from '../../domain/check-account.ts';
import { problems } from '../../domain/problem.ts';

const QUARTER_HOUR = 15 * 60 * 1000;
// Everything that a secret can be guessed at.
const guessable = /^\/(sign-in|set-up|join|reset-password|account\/password)/i;

/**
 * Failed tries per address, and per account whatever the address. Counted apart from everything respondents do: a class
 * that answers behind one address never locks its teacher out, and a right password resets nothing for others.
 */
export function signInLimit(limit: number): RequestHandler[] {
  const limitBy = (keyGenerator: (request: Request) => string) =>
    rateLimit({
      windowMs: QUARTER_HOUR,
      limit,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: (request) => request.method !== 'POST' || !guessable.test(request.path),
      skipSuccessfulRequests: true,
      keyGenerator,
      handler: (_request, _response, next) => next(problems.tooManyRequests()),
    });
  const email = (request: Request): string => {
    const typed = (request.body as { email?: unknown } | undefined)?.email;
    return typeof typed === 'string' ? foldEmail(typed) : '';
  };
  return [
    limitBy((request) => ipKeyGenerator(request.ip ?? '')),
    limitBy((request) => `account ${email(request) || ipKeyGenerator(request.ip ?? '')}`),
  ];
}
