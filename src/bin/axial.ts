#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { Problem } from '../domain/problem.ts';
import { translatorFor } from '../i18n/translator.ts';
import { problemWords } from '../web/problem-page.ts';
import { addAccountCommand } from './commands/account.ts';
import { addAnalyseCommand } from './commands/analyse.ts';
import { addBackupCommand } from './commands/backup.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addPowerCommand } from './commands/power.ts';
import { endQuietlyWithReader } from './commands/quiet-pipes.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSimulateCommand } from './commands/simulate.ts';
import { UsageError } from './commands/usage-error.ts';
import { softwareVersion } from './software-version.ts';

const program = new Command('axial')
  .description('From a grounded theory to a tested model: questionnaire, answers, reliability, relations.')
  .version(softwareVersion)
  // Or `axial export KEY --version 2` would print the version of the program.
  .enablePositionalOptions()
  .showHelpAfterError('(axial --help lists the commands)')
  .exitOverride();
for (const add of [
  addServeCommand,
  addAnalyseCommand,
  addExplainCommand,
  addImportCommand,
  addExportCommand,
  addSimulateCommand,
  addPowerCommand,
  addBackupCommand,
  addAccountCommand,
])
  add(program);
for (const command of program.commands) {
  command.exitOverride();
  for (const nested of command.commands) nested.exitOverride();
}

endQuietlyWithReader();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = failure(error);
}

/** Expected failures are one clear message and exit code 2; anything else is a mistake of ours and shows where. */
function failure(error: unknown): number {
  // The reader of standard output is gone; see quiet-pipes.ts.
  if ((error as NodeJS.ErrnoException | null)?.code === 'EPIPE') return 0;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    process.stderr.write(`axial: ${error.message}\n`);
    return 2;
  }
  if (error instanceof Problem) {
    const words = problemWords(error, translatorFor('en'));
    const lines = words.faults.length > 0 ? words.faults : [words.message];
    process.stderr.write(lines.map((line) => `axial: ${line}\n`).join(''));
    return 2;
  }
  process.stderr.write(`axial: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
