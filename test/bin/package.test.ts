import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { endOf, projectRoot, runAxial, startAxial, temporaryFolder } from './run-axial.ts';

const folder = temporaryFolder();
const run = promisify(execFile);
let program: string;
let elsewhere: string;

beforeAll(async () => {
  // Without scripts: prepack would build the tree that other tests are running.
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder.path];
  await run('npm', args, { cwd: projectRoot });
  await run('tar', ['-xzf', `axial-${packageJson.version}.tgz`], { cwd: folder.path });
  symlinkSync(`${projectRoot}node_modules`, folder.file('package/node_modules'));
  program = folder.file(`package/${packageJson.bin.axial}`);
  elsewhere = folder.file('elsewhere');
  mkdirSync(elsewhere);
});

it('the packed program runs from another folder, with the example that is packed with it', async () => {
  const options = { program, cwd: elsewhere };
  const study = folder.file('package/static/examples/social-security.study.json');
  const version = await runAxial(['--version'], options);
  expect(version).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  const simulated = await runAxial(['simulate', study, '--n', '120', '--out', 'answers.csv'], options);
  expect(simulated).toEqual({ code: 0, stdout: '', stderr: '' });
  const analysed = await runAxial(['analyse', study, 'answers.csv', '--json'], options);
  expect(analysed).toMatchObject({ code: 0, stderr: '' });
  const report = JSON.parse(analysed.stdout) as { provenance: { softwareVersion: string } };
  expect(report.provenance.softwareVersion).toBe(packageJson.version);
});

it('the packed program serves: its migrations, views and worker are in the package', async () => {
  const data = folder.file('data');
  mkdirSync(data);
  const environment = { AXIAL_PORT: '0', AXIAL_EXAMPLE: 'off' };
  const child = startAxial(['serve', '--data', data], { program, cwd: elsewhere, environment });
  const end = endOf(child);
  const setUp = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (piece: string) => {
      printed += piece;
      const link = /http:\S+\/set-up\/\S+/.exec(printed)?.[0];
      if (link) resolve(link);
    });
    void end.then(({ stderr }) => reject(new Error(stderr)));
  });
  const page = await fetch(setUp.replace('localhost', '127.0.0.1'));
  child.kill('SIGTERM');
  expect(page.status).toBe(200);
  expect(await end).toMatchObject({ code: 0 });
  expect((await runAxial(['export', 'none', '--data', data], { program })).stderr).toContain('no study has');
});
