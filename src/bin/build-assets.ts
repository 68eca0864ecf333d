// Bundles every src/client/<name>.entry.ts into static/js/<name>.js, the only scripts that pages load.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clientRoot = join(root, 'src/client');
const suffix = '.entry.ts';

const entries = (await readdir(clientRoot)).filter((file) => file.endsWith(suffix));

await build({
  entryPoints: entries.map((file) => ({ in: join(clientRoot, file), out: file.slice(0, -suffix.length) })),
  outdir: join(root, 'static/js'),
  bundle: true,
  minify: true,
  format: 'iife',
  // Phones of 2020 and later; older ones do without, because no page needs its script.
  target: 'es2020',
  logLevel: 'warning',
});
process.stderr.write(`static/js: ${entries.map((file) => file.slice(0, -suffix.length)).join(', ')}\n`);
