import express, { type RequestHandler } from 'express';

/** Reads forms: those of strangers are short, and the item table of a large study in three languages is not. */
export function formBody(): RequestHandler {
  const short = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 100 });
  const long = express.urlencoded({ extended: false, limit: '8mb', parameterLimit: 30_000 });
  return (request, response, next) =>
    (request.session.accountId === undefined ? short : long)(request, response, next);
}
