import type { Command } from 'commander';
import type { Deps } from '../../actions/deps.ts';
import type { Account } from '../../domain/account.ts';
import { Problem, problems } from '../../domain/problem.ts';
import type { Study } from '../../domain/study.ts';
import type { StudyRecord } from '../../domain/study-record.ts';
import { publishStudy, requirePublishable } from '../publish-study.ts';
import { inFile, readStudyInput } from './read-input.ts';
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
      // Before anything is stored: what cannot be published must not be left behind as a draft.
      if (options.publish) requirePublishableFile(file, study);
      await withDeps(options, async (deps, _stores, config) => {
        const owner = await ownerOf(deps, options.owner);
        const begun = options.publish ? await cutOffImport(deps, owner, study.key, text) : null;
        const record = begun ?? (await insertStudy(deps, owner, study.key, text));
        const published = options.publish ? await publishStudy(deps, record, study) : null;
        process.stdout.write(`study ${study.key} imported\n`);
        if (!published) return;
        const { version, deployment } = published;
        process.stdout.write(
          `version ${version.number} published: ${config.publicUrl}/s/${deployment.code}\n`,
        );
      });
    });
}

function requirePublishableFile(file: string, study: Study): void {
  try {
    requirePublishable(study);
  } catch (error) {
    throw error instanceof Problem ? problems.invalid(inFile(file, error.faults)) : error;
  }
}

async function ownerOf(deps: Deps, email: string | undefined): Promise<Account | null> {
  if (email !== undefined) {
    const owner = await deps.accounts.findOptionalAccountByEmail(email);
    if (!owner) throw new UsageError(`no account has the e-mail ${email}`);
    return owner;
  }
  if ((await deps.accounts.countAccounts()) > 0)
    throw new UsageError('--owner <email> is needed: without an owner nobody would see the study');
  return null;
}

/** The same study by the same owner, stored but not published yet: what a process that ended in between has left. */
async function cutOffImport(
  deps: Deps,
  owner: Account | null,
  key: string,
  text: string,
): Promise<StudyRecord | null> {
  const record = await deps.studies.findOptionalStudyByKey(key);
  if (!record || record.draft !== text) return null;
  if (owner && (await deps.studies.findRole(record.id, owner.id)) !== 'owner') return null;
  return (await deps.studies.listVersions(record.id)).length === 0 ? record : null;
}

async function insertStudy(
  deps: Deps,
  owner: Account | null,
  key: string,
  text: string,
): Promise<StudyRecord> {
  const now = deps.now();
  const record = await deps.studies.insertStudy(owner?.id ?? null, key, text, now);
  const verb = 'import-study (command line)';
  await deps.studies.recordAudit({ accountId: null, studyId: record.id, verb, detail: key, now });
  return record;
}
