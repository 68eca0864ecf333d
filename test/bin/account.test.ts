import { afterAll, beforeAll, expect, it } from 'vitest';
import { HttpClient, signUp } from '../support/http-client.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { runAxial } from './run-axial.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ example: false });
});
afterAll(() => server.close());

it('set-up-link prints a link for the first account, until there is one', async () => {
  const args = ['account', 'set-up-link', '--data', server.folder];
  const { code, stdout } = await runAxial(args);
  expect(code).toBe(0);
  expect((await new HttpClient(server.address).get(new URL(stdout.trim()).pathname)).status).toBe(200);
  await signUp(server);
  expect(await runAxial(args)).toMatchObject({ code: 2, stdout: '' });
});

it('reset-password prints a link that works once, while the server runs', async () => {
  const reset = (email: string) => runAxial(['account', 'reset-password', email, '--data', server.folder]);
  const [printed, unknown] = await Promise.all([reset('OWNER@example.org'), reset('nobody@example.org')]);
  expect(printed).toMatchObject({ code: 0, stderr: '' });
  expect(unknown).toEqual({
    code: 2,
    stdout: '',
    stderr: 'axial: no account has the e-mail nobody@example.org\n',
  });
  const { pathname } = new URL(printed.stdout.trim());
  const client = new HttpClient(server.address);
  expect((await client.submit(pathname, { password: 'another long password' })).status).toBe(303);
  expect((await client.get(pathname)).status).toBe(404);
  const password = 'yet another password';
  expect((await client.submit(pathname, { password }, '/sign-in')).status).toBe(404);
  const signIn = (tried: string) =>
    new HttpClient(server.address).submit('/sign-in', { email: 'owner@example.org', password: tried });
  expect((await signIn('another long password')).status).toBe(303);
  expect((await signIn(password)).status).toBe(422);
});
