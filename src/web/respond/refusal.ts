import type { Response } from 'express';
import { Problem, problems } from '../../domain/problem.ts';

/** Set by the rate limit, which lets the handler draw the page so that nothing typed is lost. */
export function setLimited(response: Response): void {
  response.locals.limited = true;
}

export function isLimited(response: Response): boolean {
  return response.locals.limited === true;
}

/** The first line of a handler that stores: throws for an address that sent too much in the last minute. */
export function refuseLimited(response: Response): void {
  if (isLimited(response)) throw problems.tooManyRequests();
}

/** The status with which the same page is shown again; null for what has a page of its own. Says when to try again. */
export function statusOfRefusal(error: unknown, response: Response): number | null {
  if (!(error instanceof Problem)) return null;
  if (error.kind === 'invalid') return 422;
  if (error.kind !== 'busy') return null;
  response.setHeader('Retry-After', isLimited(response) ? '60' : '5');
  return isLimited(response) ? 429 : 503;
}
