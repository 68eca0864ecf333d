import { hash, verify } from '@node-rs/argon2';

/** Longer ones are refused before hashing: hashing megabytes is a way to stop a server. */
const MAX_PASSWORD = 128;

// Argon2id (the library's default algorithm) with OWASP's first choice of costs: 19 MiB, two passes, one lane.
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), costs);
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return password.length <= MAX_PASSWORD && verify(stored, password.normalize('NFC'));
}
