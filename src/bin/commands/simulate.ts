import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { answerSimulator, type SimulationModel } from '../../analysis/simulate-answers.ts';
import { problems } from '../../domain/problem.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import { answerKeysOf } from '../../domain/version.ts';
import { readStudyFile } from '../../formats/study-file/read-study-file.ts';
import { xoshiro128 } from '../../statistics/random/xoshiro128.ts';
import { progressReporter } from './progress.ts';
import { readInput, readStudyInput, wholeNumber } from './read-input.ts';
import { UsageError } from './usage-error.ts';
import { withDeps } from './with-deps.ts';

interface Options {
  data?: string;
  n: string;
  seed: string;
  model?: string;
  version?: string;
  out?: string;
}

const BATCH = 5000;

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
      if (options.out !== undefined) simulateToFile(study, options.out, options);
      else await simulateToDatabase(study, options);
    });
}

function simulateToFile(file: string, out: string, options: Options): void {
  const { study } = readStudyInput(file);
  const respond = answerSimulator(study, readModel(options), xoshiro128(seedOf(options)));
  const count = countOf(options);
  const report = progressReporter('respondents');
  const lines = [answerKeysOf(study).join(',')];
  for (let i = 1; i <= count; i++) {
    lines.push(respond().map(cell).join(','));
    if (i % BATCH === 0) report(i, count);
  }
  writeFileSync(out, `${lines.join('\n')}\n`);
}

async function simulateToDatabase(key: string, options: Options): Promise<void> {
  await withDeps(options, async (deps) => {
    const record = await deps.studies.findOptionalStudyByKey(key);
    if (!record) throw new UsageError(`no study has the key ${key}`);
    const versions = await deps.studies.listVersions(record.id);
    const version =
      options.version === undefined
        ? versions[0]
        : versions.find((candidate) => String(candidate.number) === options.version);
    if (!version) throw problems.versionUnknown(options.version ?? '1');
    const read = readStudyFile(version.document);
    if ('faults' in read) throw problems.invalid(read.faults);
    const respond = answerSimulator(read.study, readModel(options), xoshiro128(seedOf(options)));
    const count = countOf(options);
    const report = progressReporter('respondents');
    const day = new Date(deps.now()).toISOString().slice(0, 10);
    const language = read.study.languages[0]!;
    for (let done = 0; done < count; done += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, count - done) }, () => ({
        key: randomBytes(16).toString('base64url'),
        answers: respond(),
      }));
      await deps.submissionWriter.insertFinished({
        versionId: version.id,
        mode: 'simulated',
        language,
        day,
        rows,
      });
      report(Math.min(count, done + BATCH), count);
    }
    process.stdout.write(`${count} simulated submissions stored with version ${version.number} of ${key}\n`);
  });
}

function cell(answer: StoredAnswer): string {
  return typeof answer === 'number' ? String(answer) : '';
}

function countOf(options: Options): number {
  return wholeNumber('--n', options.n, 1, 10_000_000);
}

function seedOf(options: Options): number {
  return wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
}

function readModel(options: Options): SimulationModel {
  if (options.model === undefined) return {};
  let model: unknown;
  try {
    model = JSON.parse(readInput(options.model).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${options.model} is not JSON: ${(error as Error).message}`);
  }
  return checkedModel(model, options.model);
}

const strengths = ['path', 'roleLoading', 'loading', 'skipped', 'noAnswer'] as const;

function checkedModel(model: unknown, file: string): SimulationModel {
  if (typeof model !== 'object' || model === null || Array.isArray(model))
    throw new UsageError(`${file}: a model is an object`);
  const entries = Object.entries(model as Record<string, unknown>);
  for (const [name, value] of entries) {
    if (name === 'paths') {
      const bad = Object.entries((value ?? {}) as Record<string, unknown>).find(([, b]) => !isShare(b, -1));
      if (bad) throw new UsageError(`${file}: paths.${bad[0]} must be a number from -1 to 1`);
    } else if (!strengths.includes(name as (typeof strengths)[number])) {
      throw new UsageError(`${file}: "${name}" is not a setting of a model (paths, ${strengths.join(', ')})`);
    } else if (!isShare(value, name === 'path' ? -1 : 0)) {
      throw new UsageError(`${file}: ${name} must be a number from ${name === 'path' ? -1 : 0} to 1`);
    }
  }
  return model as SimulationModel;
}

function isShare(value: unknown, lowest: number): boolean {
  return typeof value === 'number' && value >= lowest && value <= 1;
}
