import { type Command, Option } from 'commander';
import { answersCsv, scoredAnswersCsv } from '../../actions/export-answers.ts';
import { problems } from '../../domain/problem.ts';
import { UsageError } from './usage-error.ts';
import { withDeps } from './with-deps.ts';
import { writeOutput } from './write-output.ts';

interface Options {
  data?: string;
  version?: string;
  answers?: 'raw' | 'scored';
  out?: string;
}

export function addExportCommand(program: Command): void {
  program
    .command('export <study>')
    .description('write a study file (the draft, or a version), or the answers to a version as CSV')
    .option(
      '--version <number>',
      'a published version; the draft when left out (answers: the latest version)',
    )
    .addOption(
      new Option('--answers <kind>', 'the answers as CSV instead of the study file').choices([
        'raw',
        'scored',
      ]),
    )
    .option('--out <file>', 'write to a file instead of standard output')
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .action(async (key: string, options: Options) => {
      await withDeps(options, async (deps) => {
        const record = await deps.studies.findOptionalStudyByKey(key);
        if (!record) throw new UsageError(`no study has the key ${key}`);
        const versions = await deps.studies.listVersions(record.id);
        const wanted =
          options.version ?? (options.answers === undefined ? undefined : String(versions[0]?.number ?? 1));
        const version = versions.find((candidate) => String(candidate.number) === wanted);
        if (wanted !== undefined && !version) throw problems.versionUnknown(wanted);
        if (options.answers === undefined || !version) {
          await writeOutput(options.out, [version?.document ?? record.draft]);
          return;
        }
        const rows = options.answers === 'raw' ? answersCsv(deps, version) : scoredAnswersCsv(deps, version);
        await writeOutput(options.out, rows);
      });
    });
}
