import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits, safe in a URL: 22 characters, because every submission stores one as its key. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Lower-case hexadecimal. What is stored of a secret is only this. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

// Without 0 o 1 l i: people read these aloud and copy them from paper. 31 signs; the 32nd draw is thrown away, so no sign is likelier.
const CODE_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A short code for an address, as 'k7mq2wph': found by the link only, secret of nothing. */
export function newCode(length = 8): string {
  let code = '';
  while (code.length < length) {
    const index = randomBytes(1)[0]! & 31;
    code += CODE_SIGNS[index] ?? '';
  }
  return code;
}
