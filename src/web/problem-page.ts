// The only place where a problem becomes a status and a page.

import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import multer from 'multer';
import { Problem, type ProblemKind, problems } from '../domain/problem.ts';
import { messageIfKnown, type Translator } from '../i18n/translator.ts';
import { links } from './links.ts';
import type { PageContext } from './page-context.ts';
import { render } from './render.ts';

export const statusOf: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
};

/** The words of a problem, and one line for each of its faults: place and message. */
export function problemWords(problem: Problem, t: Translator): { message: string; faults: string[] } {
  const message =
    messageIfKnown(t, `problem:${problem.code}`, problem.details) ??
    t(`problem:${problem.code}` as 'problem:invalid', problem.details);
  return {
    message,
    faults: problem.faults.map((fault) => {
      const words =
        messageIfKnown(t, `fault:${fault.code}`, fault.details) ??
        messageIfKnown(t, `finding:${fault.code}`, fault.details) ??
        fault.code;
      return fault.place === '' ? words : `${fault.place}: ${words}`;
    }),
  };
}

/** Errors of libraries that mean something we have a word for. */
function asProblem(error: unknown, context: PageContext): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof multer.MulterError) {
    const megabytes = `${Math.round(context.config.uploadLimit / 1_048_576)} MB`;
    return error.code === 'LIMIT_FILE_SIZE'
      ? problems.tooLarge(megabytes)
      : problems.invalid([{ place: 'file', code: 'one-file-only', details: {} }]);
  }
  const type = (error as { type?: unknown }).type;
  if (type === 'entity.too.large' || type === 'parameters.too.many') return problems.tooLarge('8 MB');
  const status = (error as { status?: unknown }).status;
  return status === 400 || status === 415
    ? problems.invalid([{ place: '', code: 'malformed-request', details: {} }])
    : null;
}

/** Express's error handler for the staff pages. */
export function problemPage(contextOf: (response: Response) => PageContext) {
  return async (error: unknown, request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (response.headersSent) return next(error);
    const context = contextOf(response);
    const { t, deps } = context;
    const problem = asProblem(error, context);
    if (problem?.kind === 'unauthenticated' && request.method === 'GET') {
      response.redirect(303, links.signInFor(request.originalUrl));
      return;
    }
    let words = { message: '', faults: [] as string[] };
    if (problem) {
      words = problemWords(problem, t);
    } else {
      const id = randomBytes(4).toString('hex');
      deps.log.error({ id, error: error instanceof Error ? error.stack : String(error) }, 'unexpected error');
      words.message = t('problem:internal', { id });
    }
    if (problem?.kind === 'busy') response.setHeader('Retry-After', '5');
    if (problem?.kind === 'too-many') response.setHeader('Retry-After', '60');
    const status = problem ? statusOf[problem.kind] : 500;
    await render(request, response, context, 'problem/show', { title: t('problem:title'), status }, words);
  };
}
