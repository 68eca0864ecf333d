import { type Command, Option } from 'commander';
import { analyse } from '../../analysis/analyse.ts';
import { DEFAULT_OPTIONS, MISSING_RULES, type MissingRule } from '../../analysis/analysis-options.ts';
import { answerColumnsFromRows } from '../../analysis/answer-columns-from-rows.ts';
import { analyseSections, type SectionsReport } from '../../analysis/sections/analyse-sections.ts';
import { type SectionInput, sectionInput } from '../../analysis/sections/section-input.ts';
import type { SectionSettings } from '../../analysis/sections/section-settings.ts';
import { problems } from '../../domain/problem.ts';
import { answerColumnsOf } from '../../formats/csv/answer-columns.ts';
import { readAnswersCsv } from '../../formats/csv/read-answers-csv.ts';
import { sha256 } from '../../security/secret.ts';
import { softwareVersion } from '../software-version.ts';
import { printReport } from './print-report.ts';
import { printSections } from './print-sections.ts';
import { inFile, readInput, readStudyInput } from './read-input.ts';
import {
  addSectionOptions,
  modelRequest,
  type SectionOptions,
  sectionNames,
  sectionSettings,
} from './section-options.ts';
import { UsageError } from './usage-error.ts';

interface Options extends SectionOptions {
  missing: MissingRule | 'fiml';
  minimumShare: string;
  level: string;
  json?: boolean;
}

export function addAnalyseCommand(program: Command): void {
  const command = program
    .command('analyse <study> <answers>')
    .description(
      'the numbers of the statistics pages, from a study file and a CSV of answers collected elsewhere',
    )
    .addOption(
      new Option('--missing <rule>', 'which cases count when answers are missing')
        .choices([...MISSING_RULES, 'fiml'])
        .default(DEFAULT_OPTIONS.missing),
    )
    .option(
      '--minimum-share <share>',
      'person-mean: share of a construct’s items that must be answered',
      '0.5',
    )
    .option('--level <level>', 'of the confidence intervals', '0.95')
    .option('--json', 'print the whole report as JSON, in full precision');
  addSectionOptions(command)
    .addHelpText(
      'after',
      `
The columns of the CSV are item keys, in any order; other columns are ignored and named on stderr. Empty and NA are missing.
  listwise     reliability from the cases complete in the construct; relations from the cases complete in all of them
  pairwise     covariances from the cases that answered both items; a score is the mean of the answered items
  person-mean  a score needs the minimum share of its items; reliability as listwise
  fiml         for --model: every answer counts there; all else as by default
A model's variables are the item keys (keyed answers; a - in a key is written _) and KEY.score for the score of a construct.
What a number is: axial explain WORD. The shape of the JSON is described in src/analysis/README.md and sections/README.md there.`,
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
      const rules = {
        ...DEFAULT_OPTIONS,
        missing: options.missing === 'fiml' ? DEFAULT_OPTIONS.missing : options.missing,
        personMeanShare: share('--minimum-share', options.minimumShare),
        level: share('--level', options.level),
      };
      const report = analyse(study, answers, rules, {
        versionNumber: null,
        contentHash: sha256(text),
        stamp,
        softwareVersion,
      });
      const sections = sectionsOf(options, (settings) => sectionInput(study, answers, rules, settings));
      process.stdout.write(
        options.json
          ? `${JSON.stringify(sections ? { ...report, sections } : report, null, 2)}\n`
          : printReport(report) + (sections ? `\n${printSections(sections)}` : ''),
      );
    });
}

/** Null when neither sections nor a model are asked for. */
function sectionsOf(
  options: Options,
  inputFor: (settings: SectionSettings) => SectionInput,
): SectionsReport | null {
  const names = sectionNames(options);
  const model = modelRequest(options, options.missing === 'fiml' ? 'fiml' : 'listwise');
  if (names.length === 0 && model === null) return null;
  const total = names.length + (model ? 1 : 0);
  let begun = 0;
  const input = inputFor(sectionSettings(options));
  try {
    return analyseSections(input, names, model, (name) => {
      begun++;
      process.stderr.write(`${name} (${begun} of ${total})\n`);
    });
  } catch (error) {
    // The reader of models and the fit say in words what is wrong with a model; any other RangeError is a mistake of ours.
    if (
      model &&
      error instanceof RangeError &&
      /^(parseModel|fitSem|fittedModel|compileExpression) /.test(error.message)
    )
      throw new UsageError(`${options.model}: ${error.message}`);
    throw error;
  }
}

function share(name: string, text: string): number {
  const value = /^(0?\.\d+|[01](\.0*)?|0\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && (name === '--level' ? value < 1 : value <= 1)))
    throw new UsageError(`${name} must be a share such as 0.5, not "${text}"`);
  return value;
}
