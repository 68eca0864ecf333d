import type { Command } from 'commander';
import { DEFAULT_OPTIONS } from '../../analysis/analysis-options.ts';
import { type ModelPower, simulatePower } from '../../analysis/simulate-power.ts';
import { table } from './print-table.ts';
import { progressReporter } from './progress.ts';
import { readStudyInput, wholeNumber } from './read-input.ts';
import { modelFor, respondentsTo } from './simulation-model.ts';

interface Options {
  n: string;
  replications: string;
  seed: string;
  model?: string;
  json?: boolean;
}

export function addPowerCommand(program: Command): void {
  program
    .command('power <study-file>')
    .description(
      'how often a sample of this size would find each expected path, by simulating the whole study',
    )
    .option('--n <number>', 'respondents', '200')
    .option('--replications <number>', 'samples that are made up and analysed', '500')
    .option('--seed <number>', 'the same seed gives the same numbers', '1')
    .option('--model <file>', 'strengths as for axial simulate; 0.4 for every path without one')
    .option('--json', 'print JSON, in full precision')
    .action((file: string, options: Options) => {
      const { study } = readStudyInput(file);
      const seed = wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
      // Says what is wrong with the model before the long work begins.
      respondentsTo(study, options.model, seed);
      const power = simulatePower(study, modelFor(study, options.model), {
        n: wholeNumber('--n', options.n, 1, 1_000_000),
        replications: wholeNumber('--replications', options.replications, 1, 1_000_000),
        seed,
        options: DEFAULT_OPTIONS,
        report: progressReporter('replications'),
      });
      process.stdout.write(options.json ? `${JSON.stringify(power, null, 2)}\n` : printPower(power));
    });
}

function printPower({ n, replications, seed, paths }: ModelPower): string {
  const rows = paths.map((path) => [
    path.path,
    path.power.toFixed(3),
    `±${(1.96 * path.standardError).toFixed(3)}`,
    path.wrong.toFixed(3),
    path.meanEstimate === null ? 'none' : path.meanEstimate.toFixed(3),
    String(path.notEstimable),
  ]);
  const head = ['path', 'power', '95 %', 'wrong side', 'mean estimate', 'not estimable'];
  return `n = ${n}, ${replications} replications, seed ${seed}\n\n${table(head, rows)}\n`;
}
