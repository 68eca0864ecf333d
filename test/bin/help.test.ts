import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { runAxial } from './run-axial.ts';

const commands = [
  ['serve'],
  ['analyse', '<study> <answers>'],
  ['explain'],
  ['import', '<study-file>'],
  ['export', '<study>'],
  ['simulate', '<study>'],
  ['backup', '<file>'],
  ['account reset-password', '<email>'],
  ['account set-up-link'],
] as const;

it('every command says how it is used', async () => {
  const [whole, ...each] = await Promise.all([
    runAxial(['--help']),
    ...commands.map(([name]) => runAxial([...name.split(' '), '--help'])),
  ]);
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  commands.forEach(([name, operands = ''], index) => {
    expect(whole!.stdout).toContain(`  ${name.split(' ')[0]} `);
    expect(each[index]).toMatchObject({ code: 0, stderr: '' });
    expect(each[index]!.stdout).toContain(`Usage: axial ${name}`);
    expect(each[index]!.stdout.split('\n')[0]).toContain(operands);
  });
});

it('serve lists the settings with what they mean', async () => {
  const { stdout } = await runAxial(['serve', '--help']);
  expect(stdout).toMatch(
    /AXIAL_SIGN_IN_LIMIT +failed sign-in tries per address, and per account, in 15 minutes \[20\]/,
  );
});

it('says its version, and ends with 2 when it is asked for what it does not know', async () => {
  const [version, command, option, setting] = await Promise.all([
    runAxial(['--version']),
    runAxial(['serv']),
    runAxial(['backup', 'x', '--force']),
    runAxial(['export', 'x'], { environment: { AXIAL_PRT: '1' } }),
  ]);
  expect(version).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  expect(command!.code).toBe(2);
  expect(option!.code).toBe(2);
  expect(option!.stderr).toContain('--force');
  expect(setting).toEqual({ code: 2, stdout: '', stderr: 'axial: AXIAL_PRT is not a setting of Axial\n' });
});
