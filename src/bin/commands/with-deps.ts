import { existsSync } from 'node:fs';
import { pino } from 'pino';
import type { Deps } from '../../actions/deps.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { databaseUsageError, openDeps } from '../open-deps.ts';
import { type Config, readConfig } from '../read-config.ts';
import { UsageError } from './usage-error.ts';

/** The settings of the environment, with the data folder of the command line in their place. */
export function configFor(options: { data?: string }): Config {
  const environment =
    options.data === undefined ? process.env : { ...process.env, AXIAL_DATA_DIR: options.data };
  const read = readConfig(environment);
  if ('errors' in read) throw new UsageError(read.errors.join('\n'));
  return read.config;
}

/** Opens an existing database for one command and closes it after. Only serve brings a database up to date. */
export async function withDeps<T>(
  options: { data?: string },
  work: (deps: Deps, stores: Stores, config: Config) => Promise<T>,
): Promise<T> {
  const config = configFor(options);
  if (!existsSync(config.databaseFile))
    throw new UsageError(
      `no database at ${config.databaseFile}: start the server once, or name the folder with --data`,
    );
  const log = pino({ level: 'warn' }, pino.destination(2));
  const { deps, stores } = await openDeps(config.databaseFile, log, { refuseOlder: true });
  try {
    return await work(deps, stores, config);
  } catch (error) {
    throw databaseUsageError(config.databaseFile, error);
  } finally {
    await stores.close();
  }
}
