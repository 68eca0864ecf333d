import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits, safe in a URL. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** Lower-case hexadecimal. What is stored of a secret is only this. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
