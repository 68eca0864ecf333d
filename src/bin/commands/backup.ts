import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backup } from '../../storage/backup.ts';
import { isSqliteError } from '../../storage/constraint-problem.ts';
import { systemReason } from '../system-reason.ts';
import { progressReporter } from './progress.ts';
import { UsageError } from './usage-error.ts';
import { withDeps } from './with-deps.ts';

export function addBackupCommand(program: Command): void {
  program
    .command('backup <file>')
    .description('copy the database to a new file while the server runs, and check the copy')
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .action(async (file: string, options: { data?: string }) => {
      const target = resolve(file);
      if (existsSync(target)) throw new UsageError(`${target} exists; a backup never overwrites`);
      await withDeps(options, async (_deps, stores) => {
        try {
          await backup(stores.database.connection, target, progressReporter('pages copied'));
        } catch (error) {
          const reason = isSqliteError(error) ? `${error.message} (${error.code})` : systemReason(error);
          throw reason === null ? error : new UsageError(`cannot write ${target}: ${reason}`);
        }
      });
      process.stdout.write(`${target}\n`);
    });
}
