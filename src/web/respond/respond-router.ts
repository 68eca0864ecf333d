import { Router } from 'express';
import { problems } from '../../domain/problem.ts';
import type { WebConfig } from '../config.ts';
import { saveConsent, showConsent } from './consent.ts';
import { limitPosts } from './limit-posts.ts';
import { leavePreview } from './preview.ts';
import { resume, saveQuestions, showQuestions } from './questions.ts';
import { readBody } from './read-fields.ts';
import type { Respond } from './respond-context.ts';
import { respondHeaders } from './respond-headers.ts';
import { respondProblem } from './respond-problem.ts';
import { showDeclined, showThanks } from './thanks.ts';

/** Everything under /s. It stands before sessions and helmet: respondents get no cookie, and their pages their own headers. */
export function respondRouter(respond: Respond, config: WebConfig): Router {
  const limit = limitPosts(config.respondentLimit);
  const router = Router();
  router.use('/s', respondHeaders(config.publicUrl.startsWith('https://')));

  // First what is asked for most.
  router.get('/s/:code/:key/thanks', (request, response) => showThanks(respond, request, response));
  router.get('/s/:code/:key/:page', (request, response) => showQuestions(respond, request, response));
  router.post('/s/-/preview', (request, response) => leavePreview(request, response));
  router.get('/s/:code', (request, response) => showConsent(respond, request, response));
  router.post('/s/:code', limit, readBody, (request, response) => saveConsent(respond, request, response));
  router.get('/s/:code/declined', (request, response) => showDeclined(respond, request, response));
  router.get('/s/:code/:key', (request, response) => resume(respond, request, response));
  router.post('/s/:code/:key/:page', limit, readBody, (request, response) =>
    saveQuestions(respond, request, response),
  );
  router.use('/s', () => {
    throw problems.pageUnknown();
  });
  router.use('/s', respondProblem(respond.deps.log));
  return router;
}
