import type { Command } from 'commander';
import { publishStudy } from '../publish-study.ts';
import { readStudyInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';
import { withDeps } from './with-deps.ts';

interface Options {
  data?: string;
  owner?: string;
  publish?: boolean;
}

export function addImportCommand(program: Command): void {
  program
    .command('import <study-file>')
    .description('check a study file and add the study to the database')
    .option('--owner <email>', 'the account that gets the study; needed once there are accounts')
    .option('--publish', 'freeze it as version 1 and open the questionnaire')
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .action(async (file: string, options: Options) => {
      const { study, text } = readStudyInput(file);
      await withDeps(options, async (deps, _stores, config) => {
        const owner =
          options.owner === undefined ? null : await deps.accounts.findOptionalAccountByEmail(options.owner);
        if (options.owner !== undefined && !owner)
          throw new UsageError(`no account has the e-mail ${options.owner}`);
        if (!owner && (await deps.accounts.countAccounts()) > 0)
          throw new UsageError('--owner <email> is needed: without an owner nobody would see the study');
        const record = await deps.studies.insertStudy(owner?.id ?? null, study.key, text, deps.now());
        process.stdout.write(`study ${study.key} imported\n`);
        if (!options.publish) return;
        const { version, deployment } = await publishStudy(deps, record, study);
        process.stdout.write(
          `version ${version.number} published: ${config.publicUrl}/s/${deployment.code}\n`,
        );
      });
    });
}
