import { type Command, Option } from 'commander';
import { analyse } from '../../analysis/analyse.ts';
import { DEFAULT_OPTIONS, MISSING_RULES, type MissingRule } from '../../analysis/analysis-options.ts';
import { answerColumnsFromRows } from '../../analysis/answer-columns-from-rows.ts';
import { problems } from '../../domain/problem.ts';
import { answerColumnsOf } from '../../formats/csv/answer-columns.ts';
import { readAnswersCsv } from '../../formats/csv/read-answers-csv.ts';
import { sha256 } from '../../security/secret.ts';
import { softwareVersion } from '../software-version.ts';
import { printReport } from './print-report.ts';
import { inFile, readInput, readStudyInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  missing: MissingRule;
  minimumShare: string;
  level: string;
  json?: boolean;
}

export function addAnalyseCommand(program: Command): void {
  program
    .command('analyse <study> <answers>')
    .description(
      'the numbers of the statistics pages, from a study file and a CSV of answers collected elsewhere',
    )
    .addOption(
      new Option('--missing <rule>', 'which cases count when answers are missing')
        .choices([...MISSING_RULES])
        .default(DEFAULT_OPTIONS.missing),
    )
    .option(
      '--minimum-share <share>',
      'person-mean: share of a construct’s items that must be answered',
      '0.5',
    )
    .option('--level <level>', 'of the confidence intervals', '0.95')
    .option('--json', 'print the whole report as JSON, in full precision')
    .addHelpText(
      'after',
      `
The columns of the CSV are item keys, in any order; other columns are ignored and named on stderr. Empty and NA are missing.
  listwise     reliability from the cases complete in the construct; relations from the cases complete in all of them
  pairwise     covariances from the cases that answered both items; a score is the mean of the answered items
  person-mean  a score needs the minimum share of its items; reliability as listwise
The shape of the JSON is described in src/analysis/README.md.`,
    )
    .action((studyFile: string, answersFile: string, options: Options) => {
      const { study, text } = readStudyInput(studyFile);
      const columns = answerColumnsOf(study);
      const bytes = readInput(answersFile);
      const table = readAnswersCsv(bytes, columns);
      if ('faults' in table) throw problems.invalid(inFile(answersFile, table.faults));
      if (table.ignoredColumns.length > 0)
        process.stderr.write(`ignored columns: ${table.ignoredColumns.join(', ')}\n`);
      if (table.missingColumns.length > 0)
        process.stderr.write(`columns not in the file, so all missing: ${table.missingColumns.join(', ')}\n`);
      const stamp = sha256(bytes.toString('base64'));
      const language = study.languages[0]!;
      const answers = answerColumnsFromRows(table.rows, columns.length, {
        mode: 'imported',
        language,
        stamp,
      });
      const report = analyse(
        study,
        answers,
        {
          ...DEFAULT_OPTIONS,
          missing: options.missing,
          personMeanShare: share('--minimum-share', options.minimumShare),
          level: share('--level', options.level),
        },
        { versionNumber: null, contentHash: sha256(text), stamp, softwareVersion },
      );
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
    });
}

function share(name: string, text: string): number {
  const value = /^(0?\.\d+|[01](\.0*)?|0\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && (name === '--level' ? value < 1 : value <= 1)))
    throw new UsageError(`${name} must be a share such as 0.5, not "${text}"`);
  return value;
}
