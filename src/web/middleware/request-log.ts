import type { RequestHandler } from 'express';
import type { Log } from '../../actions/deps.ts';

/** One line a staff request: what, how long, how it ended. No address of the client, no query, no secret of a link. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    response.once('finish', () => {
      const milliseconds = Math.round(Number(process.hrtime.bigint() - started) / 1e5) / 10;
      const path = request.path.replace(/^\/(set-up|join|reset-password)\/.*/i, '/$1/…');
      log.info({ method: request.method, path, status: response.statusCode, milliseconds }, 'request');
    });
    next();
  };
}
