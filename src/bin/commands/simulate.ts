import type { Command } from 'commander';
import type { Deps } from '../../actions/deps.ts';
import { problems } from '../../domain/problem.ts';
import type { VersionRecord } from '../../domain/study-record.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import { answerKeysOf } from '../../domain/version.ts';
import { readStudyFile } from '../../formats/study-file/read-study-file.ts';
import { progressReporter } from './progress.ts';
import { readStudyInput, wholeNumber } from './read-input.ts';
import { respondentsTo } from './simulation-model.ts';
import { UsageError } from './usage-error.ts';
import { withDeps } from './with-deps.ts';
import { writeOutput } from './write-output.ts';

interface Options {
  data?: string;
  n: string;
  seed: string;
  model?: string;
  version?: string;
  out?: string;
}

const BATCH = 5000;
const LINES_A_PIECE = 500;

export function addSimulateCommand(program: Command): void {
  program
    .command('simulate <study>')
    .description(
      'make up respondents who answer as the study’s model says; stored, they are marked as simulated',
    )
    .option('--n <number>', 'how many respondents', '200')
    .option('--seed <number>', 'the same seed gives the same answers', '1')
    .option('--model <file>', 'JSON: { "paths": { "H1": 0.5 }, "loading": 0.75, "skipped": 0.02, … }')
    .option('--out <file>', 'write a CSV; <study> is then a study file')
    .option(
      '--version <number>',
      'store with this version of the study whose key is <study> (default: the latest)',
    )
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .action(async (study: string, options: Options) => {
      const count = wholeNumber('--n', options.n, 1, 10_000_000);
      const seed = wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
      if (options.out !== undefined) await simulateToFile(study, options.out, options.model, count, seed);
      else await simulateToDatabase(study, options, count, seed);
    });
}

async function simulateToFile(
  file: string,
  out: string,
  modelFile: string | undefined,
  count: number,
  seed: number,
): Promise<void> {
  const { study } = readStudyInput(file);
  const respond = respondentsTo(study, modelFile, seed);
  await writeOutput(out, csvPieces(answerKeysOf(study), respond, count));
}

function* csvPieces(
  header: readonly string[],
  respond: () => StoredAnswer[],
  count: number,
): Generator<string> {
  const report = progressReporter('respondents');
  yield `${header.join(',')}\n`;
  for (let done = 0; done < count; ) {
    let piece = '';
    for (const end = Math.min(count, done + LINES_A_PIECE); done < end; done++)
      piece += `${respond().map(cell).join(',')}\n`;
    yield piece;
    report(done, count);
  }
}

async function simulateToDatabase(key: string, options: Options, count: number, seed: number): Promise<void> {
  await withDeps(options, async (deps) => {
    const version = await versionOf(deps, key, options.version);
    const read = readStudyFile(version.document);
    if ('faults' in read) throw problems.invalid(read.faults);
    const respond = respondentsTo(read.study, options.model, seed);
    const now = deps.now();
    // Before the first batch: a process that is ended between two has stored answers that the audit knows of.
    await deps.studies.recordAudit({
      accountId: null,
      studyId: version.studyId,
      verb: 'simulate-answers (command line)',
      detail: JSON.stringify({ version: version.number, respondents: count, seed }),
      now,
    });
    const report = progressReporter('respondents');
    for (let done = 0; done < count; done += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, count - done) }, () => ({
        key: deps.newSecret(),
        answers: respond(),
      }));
      await deps.submissionWriter.insertFinished({
        versionId: version.id,
        mode: 'simulated',
        language: read.study.languages[0]!,
        day: new Date(now).toISOString().slice(0, 10),
        rows,
      });
      report(Math.min(count, done + BATCH), count);
    }
    process.stdout.write(`${count} simulated submissions stored with version ${version.number} of ${key}\n`);
  });
}

async function versionOf(deps: Deps, key: string, number: string | undefined): Promise<VersionRecord> {
  const record = await deps.studies.findOptionalStudyByKey(key);
  if (!record) throw new UsageError(`no study has the key ${key}`);
  const versions = await deps.studies.listVersions(record.id);
  const version =
    number === undefined ? versions[0] : versions.find((candidate) => String(candidate.number) === number);
  if (!version) throw problems.versionUnknown(number ?? '1');
  return version;
}

function cell(answer: StoredAnswer): string {
  return typeof answer === 'number' ? String(answer) : '';
}
