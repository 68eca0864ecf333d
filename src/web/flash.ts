import type { Request } from 'express';

/** A sentence for the next page, shown once: what was done. Kept in the session, already in the reader's language. */
export function setFlash(request: Request, message: string): void {
  request.session.flash = message;
}

export function takeFlash(request: Request): string {
  const message = request.session?.flash ?? '';
  if (message) delete request.session.flash;
  return message;
}
