import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { setLimited } from './refusal.ts';

/**
 * Counts the posts of an address in memory, for one minute, apart from the sign-in's limit. Whoever is over the limit gets
 * their own page back from the handler, with every answer still on it.
 */
export function limitPosts(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    // Whether a proxy is believed is the operator's setting; a forged header must not fill the log.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, response, next) => {
      setLimited(response);
      next();
    },
  });
}
