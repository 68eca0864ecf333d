import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** views/, static/ and migrations/ stand beside src/ and dist/ alike. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
export const staticRoot = join(packageRoot, 'static');

const known = new Map<string, string>();

/** The address of a file in static/, changing with its content so that browsers may keep it for ever. */
export function asset(file: string): string {
  let address = known.get(file);
  if (address === undefined) {
    const hash = createHash('sha256')
      .update(readFileSync(join(staticRoot, file)))
      .digest('hex')
      .slice(0, 10);
    address = `/static/${file}?v=${hash}`;
    known.set(file, address);
  }
  return address;
}
