import type { NextFunction, Request, Response } from 'express';
import multer from 'multer';
import { fault } from '../../domain/fault.ts';
import { problems } from '../../domain/problem.ts';

/**
 * Reads a form with one file (field `file`) into memory, for people who are signed in only: a stranger must not be able to
 * make us hold megabytes. Comes before the CSRF check, which needs the form's fields.
 */
export function uploadedFile(limit: number) {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limit, files: 1, fields: 50, fieldSize: 1_048_576 },
  }).single('file');
  return (request: Request, response: Response, next: NextFunction): void => {
    if (
      request.method === 'POST' &&
      request.session.accountId !== undefined &&
      request.is('multipart/form-data')
    )
      void read(request, response, (error: unknown) => next(asProblem(error)));
    else next();
  };
}

/** What the form parser throws at a body that is cut off or no form at all has neither class nor status. */
function asProblem(error: unknown): unknown {
  const isParsing = error instanceof Error && !(error instanceof multer.MulterError);
  return isParsing ? problems.invalid([fault('', 'malformed-request')]) : error;
}
