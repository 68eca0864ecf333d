import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../web/assets.ts';

export const softwareVersion = (
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version;
