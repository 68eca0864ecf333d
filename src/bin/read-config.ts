import { join, resolve } from 'node:path';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly databaseFile: string;
  /** '' means: made once and kept in the data folder. */
  readonly sessionSecret: string;
  readonly trustProxy: number;
  readonly respondentLimit: number;
  readonly signInLimit: number;
  readonly uploadLimit: number;
  readonly loadExample: boolean;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting, its default and its meaning: the list in the README and in `axial serve --help`. */
export const settings: ReadonlyArray<readonly [name: string, fallback: string, meaning: string]> = [
  ['AXIAL_HOST', '127.0.0.1', 'address to listen on; 0.0.0.0 for all'],
  ['AXIAL_PORT', '3000', 'port to listen on; 0 for any free one (PORT is understood too)'],
  [
    'AXIAL_PUBLIC_URL',
    'http://localhost:<port>',
    'where people reach the server; https makes cookies Secure',
  ],
  ['AXIAL_DATA_DIR', './data', 'folder of the SQLite file, made when missing'],
  ['AXIAL_SESSION_SECRET', '', '32 characters or more; made once and kept in the data folder when empty'],
  ['AXIAL_TRUST_PROXY', '0', 'how many proxies in front are believed about the client’s address'],
  ['AXIAL_RESPONDENT_LIMIT', '1200', 'posts of respondents per address and minute; 0 for no limit'],
  ['AXIAL_SIGN_IN_LIMIT', '20', 'failed sign-in tries per address, and per account, in 15 minutes'],
  ['AXIAL_UPLOAD_LIMIT_MB', '20', 'largest upload in megabytes'],
  ['AXIAL_EXAMPLE', 'on', 'on: load the founding study into an empty database; off: do not'],
  ['AXIAL_LOG_LEVEL', 'info', 'fatal, error, warn, info, debug or silent'],
];

/** All that is wrong is said at once: { errors } has one line a setting. */
export function readConfig(environment: Environment): { config: Config } | { errors: readonly string[] } {
  const errors: string[] = [];
  const known = new Set(settings.map(([name]) => name));
  for (const name of Object.keys(environment))
    if (name.startsWith('AXIAL_') && !known.has(name)) errors.push(`${name} is not a setting of Axial`);

  const text = (name: string): string =>
    environment[name]?.trim() || (settings.find(([known]) => known === name)?.[1] ?? '');
  const integer = (name: string, value: string, lowest: number, highest: number): number => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= lowest && number <= highest))
      errors.push(`${name} must be a whole number from ${lowest} to ${highest}, not "${value}"`);
    return number;
  };
  const oneOf = (name: string, ...allowed: string[]): string => {
    const value = text(name);
    if (!allowed.includes(value)) errors.push(`${name} must be one of ${allowed.join(', ')}, not "${value}"`);
    return value;
  };

  const portText = environment.AXIAL_PORT?.trim() || environment.PORT?.trim() || '3000';
  const port = integer('AXIAL_PORT', portText, 0, 65_535);
  const publicUrl = (environment.AXIAL_PUBLIC_URL?.trim() || `http://localhost:${port}`).replace(/\/+$/, '');
  if (!/^https?:\/\/[^/\s]+$/.test(publicUrl))
    errors.push(`AXIAL_PUBLIC_URL must be like https://survey.example.org, not "${publicUrl}"`);
  const sessionSecret = text('AXIAL_SESSION_SECRET');
  if (sessionSecret !== '' && sessionSecret.length < 32)
    errors.push('AXIAL_SESSION_SECRET must have 32 characters or more');
  const dataFolder = resolve(text('AXIAL_DATA_DIR'));
  const config: Config = {
    host: text('AXIAL_HOST'),
    port,
    publicUrl,
    dataFolder,
    databaseFile: join(dataFolder, 'axial.sqlite'),
    sessionSecret,
    trustProxy: integer('AXIAL_TRUST_PROXY', text('AXIAL_TRUST_PROXY'), 0, 10),
    respondentLimit: integer('AXIAL_RESPONDENT_LIMIT', text('AXIAL_RESPONDENT_LIMIT'), 0, 1_000_000),
    signInLimit: integer('AXIAL_SIGN_IN_LIMIT', text('AXIAL_SIGN_IN_LIMIT'), 1, 100_000),
    uploadLimit: integer('AXIAL_UPLOAD_LIMIT_MB', text('AXIAL_UPLOAD_LIMIT_MB'), 1, 500) * 1_048_576,
    loadExample: oneOf('AXIAL_EXAMPLE', 'on', 'off') === 'on',
    logLevel: oneOf('AXIAL_LOG_LEVEL', 'fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  };
  return errors.length > 0 ? { errors } : { config };
}
