import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  // The researcher's preview frames the same pages.
  "frame-ancestors 'self'",
].join('; ');

/** On every respondent page. There is no cookie here, and nothing about the caller is read or logged. */
export function setRespondHeaders(response: ServerResponse, secure: boolean): void {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}

export function respondHeaders(secure: boolean): RequestHandler {
  return (_request, response, next) => {
    setRespondHeaders(response, secure);
    next();
  };
}
