import type { Response } from 'express';
import { Problem, problems } from '../../domain/problem.ts';
import { statusOf } from '../problem-page.ts';

/** Seconds after which to try again, for the problems that pass by themselves. */
const retryAfter: Partial<Record<Problem['kind'], string>> = { busy: '5', 'too-many': '60' };

/** Set by the rate limit, which lets the handler draw the page so that nothing chosen is lost. */
export function setLimited(response: Response): void {
  response.locals.limited = true;
}

/** The first line of a handler that stores: throws for an address that sent too much in the last minute. */
export function refuseLimited(response: Response): void {
  if (response.locals.limited === true) throw problems.tooManyRequests();
}

/** A problem after which the same page is shown again, with its answers; null for what has a page of its own. */
export function asRefusal(error: unknown): Problem | null {
  if (!(error instanceof Problem)) return null;
  return error.kind === 'invalid' || retryAfter[error.kind] !== undefined ? error : null;
}

/** The status of the page shown again; says when to try again. */
export function refusalStatus(problem: Problem, response: Response): number {
  const seconds = retryAfter[problem.kind];
  if (seconds !== undefined) response.setHeader('Retry-After', seconds);
  return statusOf[problem.kind];
}
