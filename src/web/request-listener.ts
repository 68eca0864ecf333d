import type { RequestListener } from 'node:http';
import type { Store } from 'express-session';
import type { Deps } from '../actions/deps.ts';
import { createApp } from './app.ts';
import type { WebConfig } from './config.ts';
import { quickPage } from './respond/quick-page.ts';
import { respondContext } from './respond/respond-context.ts';

/** The whole web application: the page that is asked for most, and Express for everything else. */
export function requestListener(
  deps: Deps,
  config: WebConfig,
  sessions: Store,
  healthy: () => Promise<boolean>,
): RequestListener {
  const respond = respondContext(deps);
  const app = createApp(deps, config, sessions, healthy, respond);
  const secure = config.publicUrl.startsWith('https://');
  return (request, response) => {
    quickPage(respond, secure, request, response).then(
      (answered) => {
        if (!answered) app(request, response);
      },
      (error: unknown) => {
        deps.log.error({ error: String(error) }, 'a page could not be sent');
        response.destroy();
      },
    );
  };
}
