import { createHash } from 'node:crypto';

/** What stands in the table for the session id of the cookie: whoever reads the file cannot take over a session. */
export function storedSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}
