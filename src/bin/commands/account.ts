import type { Command } from 'commander';
import { makeOneTimeLink } from '../../actions/one-time-link.ts';
import { links } from '../../web/links.ts';
import { UsageError } from './usage-error.ts';
import { withDeps } from './with-deps.ts';

export function addAccountCommand(program: Command): void {
  const account = program.command('account').description('help people who cannot get in');
  account
    .command('reset-password <email>')
    .description('print a link, valid for one day and once, with which the account gets a new password')
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .action(async (email: string, options: { data?: string }) => {
      await withDeps(options, async (deps, _stores, config) => {
        const known = await deps.accounts.findOptionalAccountByEmail(email);
        if (!known) throw new UsageError(`no account has the e-mail ${email}`);
        const secret = await makeOneTimeLink(deps, { purpose: 'reset-password', accountId: known.id });
        process.stdout.write(`${config.publicUrl}${links.resetPassword(secret)}\n`);
      });
    });
  account
    .command('set-up-link')
    .description('print a new link for the first account, when the one printed at the first start is lost')
    .option('--data <folder>', 'data folder (default: AXIAL_DATA_DIR or ./data)')
    .action(async (options: { data?: string }) => {
      await withDeps(options, async (deps, _stores, config) => {
        if ((await deps.accounts.countAccounts()) > 0)
          throw new UsageError(
            'there are accounts already: use axial account reset-password, or an invitation',
          );
        await deps.accounts.deleteLinks('first-account');
        const secret = await makeOneTimeLink(deps, { purpose: 'first-account' });
        process.stdout.write(`${config.publicUrl}${links.setUp(secret)}\n`);
      });
    });
}
