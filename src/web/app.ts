import compression from 'compression';
import express, { type Express, type Response } from 'express';
import session, { type Store } from 'express-session';
import type { Deps } from '../actions/deps.ts';
import { problems } from '../domain/problem.ts';
import { translatorFor } from '../i18n/translator.ts';
import { admit } from './admit.ts';
import { staticRoot } from './assets.ts';
import type { WebConfig } from './config.ts';
import { csrf } from './middleware/csrf.ts';
import { findContext } from './middleware/find-context.ts';
import { formBody } from './middleware/form-body.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { sessionEnded } from './middleware/session-ended.ts';
import { signInLimit } from './middleware/sign-in-limit.ts';
import { uploadedFile } from './middleware/uploaded-file.ts';
import type { PageContext } from './page-context.ts';
import { problemPage } from './problem-page.ts';
import type { Respond } from './respond/respond-context.ts';
import { respondRouter } from './respond/respond-router.ts';
import { routes } from './routes.ts';
import './session-data.ts';
import { shownAt } from './shown-at.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;
const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;

/** Every page but the quick one, over what it is given; it opens nothing and listens to nothing itself. */
export function createApp(
  deps: Deps,
  config: WebConfig,
  sessions: Store,
  healthy: () => Promise<boolean>,
  respond: Respond,
): Express {
  const app = express();
  const secure = config.publicUrl.startsWith('https://');
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.enable('case sensitive routing');

  app.use(respondRouter(respond, config));
  app.use(requestLog(deps.log));
  app.use(securityHeaders(secure));
  app.get('/healthz', async (_request, response) => {
    const ok = await healthy();
    response.status(ok ? 200 : 503).json({ ok });
  });
  app.use(compression());
  app.use('/static', express.static(staticRoot, { immutable: true, maxAge: YEAR, index: false }));
  app.use(
    session({
      name: 'axial',
      secret: config.sessionSecret,
      store: sessions,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: FORTNIGHT },
    }),
  );
  app.use(findContext(deps, config, shownAt));
  app.use(sessionEnded);
  app.use(formBody());
  app.use(uploadedFile(config.uploadLimit));
  app.use(csrf);
  app.use(signInLimit(config.signInLimit));
  for (const route of routes) {
    app[route.method](route.path, async (request, response) => {
      const context = await admit(contextOf(response), route.access, request.params.studyKey);
      response.locals.context = context;
      await route.handle(request, response, context);
    });
  }
  app.use(() => {
    throw problems.pageUnknown();
  });
  app.use(
    problemPage((response) => (response.locals.context as PageContext | undefined) ?? stranger(deps, config)),
  );
  return app;
}

function contextOf(response: Response): PageContext {
  return response.locals.context as PageContext;
}

function stranger(deps: Deps, config: WebConfig): PageContext {
  return { deps, config, t: translatorFor('en'), account: null, here: '/', actor: null };
}
