import type { Command } from 'commander';
import { pino } from 'pino';
import type { Deps } from '../../actions/deps.ts';
import { makeOneTimeLink } from '../../actions/one-time-link.ts';
import { links } from '../../web/links.ts';
import { EXAMPLE_KEY, loadExample } from '../load-example.ts';
import { settings } from '../read-config.ts';
import { configFor } from './with-deps.ts';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('start the server')
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .addHelpText('after', `\nSettings (environment):\n${settingsText()}`)
    .action(async (options: { data?: string }) => {
      const config = configFor(options);
      const log = pino({ level: config.logLevel, base: null }, pino.destination(2));
      // Here, because every other command would otherwise load Express too and take twice as long to begin.
      const { startServer } = await import('../start-server.ts');
      const server = await startServer(config, log);
      const { deps } = server;
      try {
        const empty = (await deps.accounts.countAccounts()) === 0;
        if (empty && config.loadExample) await loadExample(deps);
        process.stdout.write(
          `Axial listens on ${server.address}\n${await firstLinks(deps, server.publicUrl, empty)}`,
        );
      } catch (error) {
        // A server that nobody was told of would go on in the background.
        await server.close();
        throw error;
      }
      for (const signal of ['SIGTERM', 'SIGINT'] as const)
        process.once(signal, () => {
          log.info({ signal }, 'stopping: writing what is queued');
          void server.close().then(() => process.exit(0));
        });
    });
}

/** The links a newcomer needs; for an old database only where to go. */
async function firstLinks(deps: Deps, publicUrl: string, empty: boolean): Promise<string> {
  const lines: string[] = [];
  if (empty) {
    await deps.accounts.deleteLinks('first-account');
    const secret = await makeOneTimeLink(deps, { purpose: 'first-account' });
    lines.push(`  Make the first account (once):  ${publicUrl}${links.setUp(secret)}`);
  } else {
    lines.push(`  Researchers sign in:            ${publicUrl}${links.signIn()}`);
  }
  const example = await deps.studies.findOptionalStudyByKey(EXAMPLE_KEY);
  const deployment = example && (await deps.studies.findOptionalDeployment(example.id));
  const version = deployment && (await deps.studies.findOptionalVersionById(deployment.versionId));
  if (deployment && version) {
    lines.push(`  Answer the example as anybody:  ${publicUrl}${links.questionnaire(deployment.code)}`);
    lines.push(
      `  Statistics of the example:      ${publicUrl}${links.statistics(EXAMPLE_KEY, version.number)}`,
    );
  }
  return `\n${lines.join('\n')}\n\n`;
}

function settingsText(): string {
  return settings
    .map(([name, fallback, meaning]) => `  ${name.padEnd(24)} ${meaning}${fallback ? ` [${fallback}]` : ''}`)
    .join('\n');
}
